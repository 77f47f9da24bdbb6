import Filings
import Numbers
import People
import Rules
import Testing
import Text
internal import Wording

@Suite("What must agree on a slip")
struct SlipRuleTests {
  private let family: [(String, String, Relationship, String)] = [
    ("1", "見本　花子", .spouse, "1991-05-05"), ("2", "見本　一", .child, "2005-06-06"),
    ("3", "見本　二", .child, "2015-07-07"), ("4", "見本　トメ", .mother, "1950-01-01"),
  ]

  private func plan(
    _ row: [String: String], copy: SlipCopy = .municipality, cast: Cast? = nil,
    substitutes: Bool = false
  ) throws -> PlannedSlips {
    try Fixture.plan(
      Fixture.payroll(Rows.headed(row)),
      SlipRequest(incomeYear: 2025, copy: copy, substitutes: substitutes),
      cast ?? Rows.cast(family))
  }

  private func rules(
    _ row: [String: String], copy: SlipCopy = .municipality, cast: Cast? = nil
  ) throws -> [MistakeRule] {
    try Fixture.mistakes { _ = try plan(row, copy: copy, cast: cast) }.map(\.rule)
  }

  @Test("a sound row has no mistake", arguments: SlipCopy.allCases)
  func sound(copy: SlipCopy) throws {
    let row = [
      "#23": "1", "#25": "380000", "#97": "見本花子", "#26": "1", "#101": "見本　一", "#28": "1",
      "#105": "見本 トメ", "#91": "1", "#117": "見本　二",
    ]
    #expect(try rules(row, copy: copy) == [])
  }

  @Test(
    "family, flags and head-counts that disagree stop the export",
    arguments: [
      (["#97": "見本花子"], [.spouseWithoutFlag]),
      (["#97": "見本花子", "#23": "2", "#25": "0"], [.spouseWithoutFlag]),
      (["#97": "見本花子", "#23": "2", "#25": "30000"], []),
      (["#23": "1"], [.flagWithoutSpouse]), (["#24": "1"], [.flagWithoutSpouse]),
      (["#23": "1", "#97": "見本　一"], [.notASpouse]),
      (["#23": "1", "#97": "誰か"], [.familyUnknown]),
      (["#23": "1", "#97": "見本花子", "#24": "1"], [.ageDoesNotFit(age: 34)]),
      (["#101": "見本花子", "#31": "1"], [.spouseAmongDependents]),
      (["#101": "見本　一"], [.countDiffers(said: 0, counted: 1)]),
      (["#101": "見本　一", "#31": "1"], [.countDiffers(said: 0, counted: 1)]),
      (["#101": "見本　トメ", "#31": "1"], [.countDiffers(said: 0, counted: 1)]),
      (["#101": "見本　二", "#31": "1"], [.ageDoesNotFit(age: 10)]),
      (["#117": "見本　一", "#91": "1"], [.ageDoesNotFit(age: 20)]),
      (["#117": "見本　二", "#91": "2"], [.countDiffers(said: 2, counted: 1)]),
      (["#117": "見本　二", "#91": "1", "#118": "01"], [.countDiffers(said: 0, counted: 1)]),
      (["#93": "1"], [.countDiffers(said: 1, counted: 0)]),
      (["#23": "3"], [.flagWithoutSpouse, .flagOfOtherColumn]),
      (["#50": "1"], [.flagOfOtherColumn]),
      (["税額表区分": "乙", "年末調整": "未", "#50": "0"], [.flagOfOtherColumn]),
      (["税額表区分": "乙", "#23": "4", "#50": "1"], [.adjustedInOtherColumn]),
      (["#18": "6000001"], [.partExceedsWhole(of: "支払金額")]), (["#18": "6000000"], []),
      (["#22": "100001"], [.partExceedsWhole(of: "源泉徴収税額")]),
      (["#37": "2", "#36": "1"], [.partExceedsWhole(of: "社会保険料等の金額")]),
      (["#33": "1", "#34": "2"], [.partExceedsWhole(of: "障害者の数－特別障害者")]),
      (["#51": "1", "#52": "1"], [.excludes("本人が－その他の障害者")]),
      (["#54": "1", "#131": "1"], [.excludes("ひとり親")]), (["#54": "1", "#131": "0"], []),
      (["#49": "1"], [.ageDoesNotFit(age: 35)]),
      (["普通徴収": "1"], [.collectionWithoutReason]),
      (["普通徴収": "1", "摘要": "普Ｂ"], []), (["普通徴収": "1", "普通徴収理由": "普B"], []),
      (["普通徴収": "0", "普通徴収理由": "普B"], [.reasonWithoutCollection]),
    ] as [([String: String], [MistakeRule])])
  func disagreement(row: [String: String], expected: [MistakeRule]) throws {
    #expect(try rules(row).elementsEqual(expected), "\(row)")
  }

  @Test("each mismatch says line, person, item and what to do")
  func told() throws {
    let rows = [
      ["#97": "見本花子"], ["#23": "1"], ["#23": "1", "#97": "誰か"],
      ["#23": "1", "#97": "見本花子", "#24": "1"], ["#101": "見本　一"],
      ["#117": "見本　一", "#91": "1"], ["#93": "1"], ["#50": "1"], ["#18": "6000001"],
      ["#51": "1", "#52": "1"], ["普通徴収": "1"],
    ]
    let whose = [
      "0001", "0001", "0001", "0001-1", "0001", "0001-2", "0001", "0001", "0001", "0001", "0001",
    ]
    for (row, person) in zip(rows, whose) {
      let found = try Fixture.mistakes { _ = try plan(row) }
      #expect(found.count == 1, "\(row)")
      for mistake in found {
        let told = "\(mistake)"
        #expect(mistake.person?.text == person && told.contains(", \(person) ("), "\(told)")
        #expect(mistake.line == 2 && !mistake.field.isEmpty, "\(told)")
        #expect(told.contains("; "), "no remedy: \(told)")
        #expect(!told.contains("見本"))
      }
    }
  }

  @Test(
    "a minor is one who is under 18 on 31 December, reckoned by the day before the birthday",
    arguments: [
      ("2008-01-01", "", 18, true), ("2008-01-02", "1", 17, true), ("2008-01-02", "0", 17, false),
      ("2008-01-02", "", 17, false), ("2008-01-01", "1", 18, false),
    ])
  func minor(born: String, sign: String, age: Int, isRight: Bool) throws {
    let cast = Cast()
    try cast.add("0001", "見本　太郎", born: born)
    let row = ["#49": sign, "#44": "4", "#45": "20", "#46": "01", "#47": String(born.suffix(2))]
    let rule: MistakeRule = sign == "1" ? .ageDoesNotFit(age: age) : .minorWithoutFlag(age: age)
    #expect(try rules(row, cast: cast) == (isRight ? [] : [rule]))
  }

  @Test("the same person stands on a slip once, and two of a name are told apart by birth date")
  func twice() throws {
    let row = ["#26": "2", "#101": "見本　一", "#105": "見本一"]
    #expect(try rules(row).contains(.familyTwice))
    let twins = try Rows.cast([
      ("1", "見本　一", .child, "2005-06-06"), ("2", "見本 一", .child, "2004-06-06"),
    ])
    let one = ["#26": "1", "#101": "見本　一"]
    #expect(try rules(one, cast: twins).contains(.familyAmbiguous(count: 2)))
    let told = one.merging(["控除対象扶養親族(1)－生年月日": "2004/6/6"]) { $1 }
    #expect(try plan(told, cast: twins).people.map(\.text) == ["0001", "0001-2"])
    let wrong = one.merging(["控除対象扶養親族(1)－生年月日": "2004/6/31"]) { $1 }
    #expect(try rules(wrong, cast: twins) == [.badDate])
  }

  @Test("one born on 1 January is 16 at the end of the year before the birthday")
  func newYear() throws {
    let cast = try Rows.cast([("1", "見本　元", .child, "2010-01-01")])
    #expect(try rules(["#31": "1", "#101": "見本　元"], cast: cast) == [])
    #expect(
      try rules(["#91": "1", "#117": "見本　元"], cast: cast) == [.ageDoesNotFit(age: 16)])
  }

  @Test(
    "the row must be that of the person with the code",
    arguments: [
      (["社員番号": "0099"], [.unknownPerson]), (["#47": "05"], [.birthDateDiffers]),
      (["#46": "13"], [.badDate]), (["#11": "06"], [.wrongYear(expected: "07")]),
      (["支払を受ける者－氏名": "別人", "#44": "", "#45": "", "#46": "", "#47": ""], [.nameOfAnother]),
    ] as [([String: String], [MistakeRule])])
  func identity(row: [String: String], expected: [MistakeRule]) throws {
    #expect(try rules(row) == expected)
  }

  @Test("a name that differs is noted where the birth date agrees")
  func renamed() throws {
    let plan = try plan(["支払を受ける者－氏名": "新姓　太郎"])
    #expect(plan.notes.map(\.kind) == [.nameDiffers])
  }

  @Test(
    "required, forbidden and badly shaped values are mistakes",
    arguments: [
      (["種別": ""], [.required]), (["支払金額": "たくさん"], [.notDigits]), (["源泉徴収税額": ""], [.required]),
      (["#19": ""], [.required]), (["#48": "1"], [.forbidden]),
      (["#10": "2"], [.badValue(allowed: "0, 1")]),
      (["支払金額": "12345678901"], [.tooLong(found: 11, limit: 10)]),
      (["#49": "01"], [.wrongLength(found: 2, exactly: 1)]),
      (["#60": "3"], [.badValue(allowed: "0, 1, 2")]),
      (["#23": "7"], [.flagOfOtherColumn, .badValue(allowed: "1, 2, 3, 4")]),
      (["#13": "x"], [.notDigits]), (["#131": "2"], [.badValue(allowed: "0, 1")]),
      (
        ["摘要": "①の件"],
        [.unencodable(codePoints: ["U+2460"], remedy: CharacterRemedy(.file, substitute: "１"))]
      ),
    ] as [([String: String], [MistakeRule])])
  func values(row: [String: String], expected: [MistakeRule]) throws {
    #expect(try rules(row, copy: .taxOffice) == expected)
  }

  @Test("the municipality's code has a right check digit and is needed")
  func municipality() throws {
    #expect(try rules(["提出先市町村コード": "131017"]) == [.badCheckDigit])
    #expect(try rules(["提出先市町村コード": ""]) == [.required])
  }

  @Test("characters are replaced where that is asked for, and listed")
  func substitutes() throws {
    let cast = try Rows.cast([("1", "髙見　﨑子", .spouse, "1991-05-05")])
    let row = ["#23": "1", "#97": "髙見　﨑子"]
    let mistakes = try Fixture.mistakes { _ = try plan(row, cast: cast) }
    #expect(mistakes.count == 1)
    #expect(mistakes.allSatisfy { !$0.description.contains("髙") })
    let made = try plan(row, cast: cast, substitutes: true)
    let change = made.changes.first { $0.reason == .substituted }
    #expect(change?.to == "高見　崎子")
    #expect(change?.person.text == "0001-1")
  }

  @Test("a person stands twice only where one row voids the other")
  func voiding() throws {
    let row = ["#10": "1", "支払金額": "5500000"]
    let file = try Fixture.payroll(Rows.headed([row, ["#10": "0"]]))
    let request = SlipRequest(incomeYear: 2025, copy: .taxOffice)
    let cast = try Rows.cast()
    let code = try PersonCode("0001")
    for (version, number) in [(0, WantedNumber.blank), (1, .current), (2, .version(2))] {
      cast.filed = FiledSlip(versions: [code: version])
      let plan = try Fixture.plan(file, request, cast)
      #expect(plan.slots.map(\.number) == [number, .current])
    }
    let found = try Fixture.mistakes {
      _ = try Fixture.plan(Fixture.payroll(Rows.headed([[:], [:]])), request, Rows.cast())
    }
    #expect(found.map(\.rule) == [.duplicateRow(firstLine: 2)])
    #expect(try rules(row) == [.badValue(allowed: "0, 1, 2, 3")])
  }

  @Test("a row that voids a slip needs one on the register, with all who stand on it, or a day")
  func voidingNeedsSlip() throws {
    let row = ["#10": "1", "支払金額": "5500000"]
    let cast = try Rows.cast()
    #expect(try rules(row, copy: .taxOffice, cast: cast) == [.notFiled])
    cast.filed = FiledSlip(versions: [:])
    #expect(try rules(row, copy: .taxOffice, cast: cast) == [.notOnFiledSlip])
    var request = SlipRequest(incomeYear: 2025, copy: .taxOffice)
    request.numberAsOf = CalendarDate(parsing: "2026-02-02")
    let plan = try Fixture.plan(Fixture.payroll(Rows.headed(row)), request, cast)
    #expect(plan.slots.map(\.number) == [.current])
  }

  @Test("a corporate number that is not the employer's is refused, its own passes")
  func otherPayer() throws {
    let request = SlipRequest(incomeYear: 2025, copy: .municipality)
    let other = try Fixture.payroll(Rows.unified([94: "8000020130001"]))
    let found = try Fixture.mistakes { _ = try Fixture.plan(other, request, Rows.cast()) }
    #expect(found.map(\.rule) == [.otherPayer])
    let bytes = Rows.unified([94: "5835678256246"])
    let plan = try Fixture.plan(Fixture.payroll(bytes), request, Rows.cast())
    #expect(plan.bytes { _ in nil } == bytes)
  }

  @Test("a sole proprietor's own number is a slot")
  func proprietor() throws {
    let cast = try Rows.cast()
    let code = try cast.add("OWNER", "事業　主")
    let employer = FilingEmployer(
      payer: .proprietor(code), filingName: "見本商店", address: "東京都", telephone: "03")
    let plan = try Fixture.plan(
      Fixture.payroll(Rows.unified()), SlipRequest(incomeYear: 2025, copy: .municipality), cast,
      employer: employer)
    #expect(plan.slots.map(\.owner) == [.payer, .oneself])
    let fields = try Fixture.fields(plan.bytes { _ in "123456789018" }, .utf8)
    #expect(fields[0][93...94] == ["0123456789018", "0123456789018"])
  }

  @Test("who left in the year and was paid no more than 300,000 yen is left out")
  func leaver() throws {
    let left = ["#60": "2", "#61": "07", "#62": "06", "#63": "30", "支払金額": "300000"]
    let plan = try plan(left)
    #expect(plan.rows.isEmpty && plan.slots.isEmpty)
    #expect(plan.leftOut.map(\.article.description) == ["地方税法317条の6第3項"])
    #expect(try self.plan(left.merging(["支払金額": "300001"]) { $1 }).rows.count == 1)
  }
}
