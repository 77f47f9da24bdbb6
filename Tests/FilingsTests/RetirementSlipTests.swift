import Numbers
import People
import Rules
import TestSupport
import Testing
import Text

@testable import Filings

@Suite("Slips of retirement pay (316)")
struct RetirementSlipTests {
  private static let row = [
    "社員番号": "0001", "支払年月日": "2026-04-30", "就職年月日": "平成12年4月1日", "退職年月日": "2026/3/31",
    "法201条第1項第1号適用分－支払金額": "15000000", "#16": "158000", "#17": "105000", "#18": "70000",
    "退職所得控除額": "11500000", "勤続年数": "26",
  ]

  private func cast(
    _ change: (inout Profile, inout PersonRecord) -> Void = { _, _ in }
  ) throws -> Cast {
    let cast = Cast()
    try cast.add("0001", "見本　太郎", born: "1966-03-04") { profile, record in
      profile.address = "東京都千代田区見本町1-2"
      change(&profile, &record)
    }
    return cast
  }

  private func plan(
    _ changes: [String: String] = [:], year: Int = 2026, cast: Cast? = nil,
    employer: FilingEmployer? = nil, today: String = "2026-12-01"
  ) throws -> PlannedRecords {
    try PlannedRecords(
      .retirement, [Self.row.merging(changes) { $1 }], year: year, try cast ?? self.cast(),
      employer: employer, today: today)
  }

  private func rules(_ changes: [String: String], cast: Cast? = nil) throws -> [MistakeRule] {
    try Fixture.mistakes { _ = try plan(changes, cast: cast) }.map(\.rule)
  }

  @Test("a record has each value in its field, 41 of them, the number with a zero in front")
  func golden() throws {
    let planned = try plan()
    let record = try #require(try planned.fields().first)
    var expected = [String](repeating: "", count: 41)
    for (field, value) in [
      1: "316", 2: "0110100123", 4: "東京都千代田区丸の内１－１－１", 5: "サンプル食品（株）", 6: "03-0000-0000", 10: "0",
      11: "08", 12: "東京都千代田区見本町１－２", 13: "0", 14: "見本　太郎", 15: "15000000", 16: "158000",
      17: "105000", 18: "70000", 27: "11500000", 28: "26", 29: "12", 30: "04", 31: "01", 32: "08",
      33: "03", 34: "31", 37: "5835678256246", 38: "0123456789018", 41: " ",
    ] { expected[field - 1] = value }
    #expect(record == expected)
    #expect(planned.lines.map(\.paidOn?.isoText) == ["2026-04-30"])
    #expect(planned.bytes("123456789018").suffix(2) == [0x0D, 0x0A])
  }

  @Test("a number left blank leaves its field empty")
  func blank() throws {
    let record = try #require(try plan().fields(nil).first)
    #expect(record.count == 41 && record[37] == "" && record[36] == "5835678256246")
  }

  @Test("the table has the fields of the official form, each with its trust mark")
  func layout() throws {
    let layout = try plan().plan.layout
    #expect(layout.fields.count == 41 && layout.numberWidth == 13)
    #expect(layout.fields.filter { $0.owner != nil }.map(\.number) == [37, 38])
    #expect(layout.fields.filter { !$0.source.hasPrefix("P:") }.isEmpty)
    #expect(layout.questions.map(\.id).contains("municipality"))
    #expect(try plan(year: 2026).plan.isLayoutVerified == false)
  }

  @Test(
    "everybody's slip is filed of what is paid from 2026 on, before an officer's alone",
    arguments: [
      ("2026-01-01", 2026, "", 1), ("2025-12-31", 2025, "", 0), ("2025-12-31", 2025, "○", 1),
      ("2025-12-31", 2025, "×", 0),
    ])
  func range(paidOn: String, year: Int, officer: String, filed: Int) throws {
    let planned = try plan(["支払年月日": paidOn, "役員": officer], year: year)
    #expect(planned.lines.count == filed && planned.notFiled.count == 1 - filed)
    #expect(planned.people == (filed == 1 ? ["0001"] : []))
    #expect(planned.figures.map(\.isFiled) == [filed == 1])
    #expect(planned.figures.map(\.paid) == [15_000_000] && planned.figures.map(\.tax) == [158_000])
  }

  @Test("whom the vault knows as an officer needs no mark in the file")
  func officer() throws {
    let cast = try cast { $1.kind = .officer }
    #expect(try plan(["支払年月日": "2025-06-30"], year: 2025, cast: cast).lines.count == 1)
  }

  @Test(
    "what is missing, ill-shaped or to come stops the export",
    arguments: [
      (["支払年月日": ""], [.required]), (["支払年月日": "2026-02-30"], [.badDate]),
      (["支払年月日": "2025-12-31"], [.wrongYear(expected: "08")]),
      (["支払年月日": "2026-12-02"], [.inTheFuture]),
      (["就職年月日": ""], [.required, .required, .required]),
      (["#29": "12"], [.required, .required, .forbidden]),
      (["#15": "150000000000"], [.headerTwice]), (["退職所得控除額": ""], [.required]),
      (["#16": "158x"], [.notDigits]), (["勤続年数": "100"], [.tooLong(found: 3, limit: 2)]),
      (["役員": "たぶん"], [.badValue(allowed: "○, ×")]), (["訂正表示": "2"], [.badValue(allowed: "0, 1")]),
      (["訂正表示": "1"], [.notFiled]),
      (["#13": "2"], [.badValue(allowed: "0, 1")]), (["年分": "07"], [.wrongYear(expected: "08")]),
      (["社員番号": "0009"], [.unknownPerson]), (["社員番号": ""], [.codeMissing]),
      (["支払を受ける者－氏名": "見本　花子"], [.nameOfAnother]), (["個人番号": "1"], [.numberPresent]),
      (["支払を受ける者の個人番号": "1"], [.numberPresent]), (["摘要": "1234 5678 9018"], [.looksLikeNumber]),
      (["提出者の氏名又は名称": "誰か"], [.forbidden]),
      (["役職名": "取締役取締役取締役取締役取締役取"], [.tooLong(found: 16, limit: 15)]),
    ] as [([String: String], [MistakeRule])])
  func mistakes(changes: [String: String], expected: [MistakeRule]) throws {
    #expect(try rules(changes) == expected)
  }

  @Test("nothing paid in any of the three cases, and one of them alone")
  func cases() throws {
    let none = ["法201条第1項第1号適用分－支払金額": "", "#16": "", "退職所得控除額": "", "勤続年数": ""]
    #expect(try rules(none) == [.required])
    #expect(try rules(none.merging(["#23": "100000"]) { $1 }) == [.required])
    let third = try plan(none.merging(["#23": "100000", "#24": "20420"]) { $1 })
    #expect(third.figures.map(\.paid) == [100_000] && third.figures.map(\.tax) == [20_420])
    #expect(try third.fields().first?[22] == "100000")
  }

  @Test("remarks of 100 characters fit, of 101 they do not, as the shorter of two standards says")
  func remarks() throws {
    let full = String(repeating: "あ", count: 100)
    #expect(try plan(["摘要": full]).fields().first?[35] == full)
    #expect(try rules(["摘要": full + "あ"]) == [.tooLong(found: 101, limit: 100)])
  }

  @Test("a name that the record cannot hold is refused, and written in its filing form")
  func names() throws {
    let unwritable = try cast { profile, _ in profile.name = "髙見　太郎" }
    let found = try rules([:], cast: unwritable)
    #expect(
      found == [
        .unencodable(
          codePoints: ["U+9AD9"], remedy: CharacterRemedy(.filingName, substitute: "高"))
      ])
    let filing = try cast { profile, _ in
      profile.name = "髙見　太郎"
      profile.filingName = "高見　太郎"
    }
    let planned = try plan(cast: filing)
    #expect(try planned.fields().first?[13] == "高見　太郎")
    #expect(planned.changes.contains { $0.reason == .filingForm })
  }

  @Test("what is paid for somebody who died goes on another record")
  func death() throws {
    #expect(try rules([:], cast: cast { $1.leaveReason = .death }) == [.paidOnDeath])
    let died = try cast { _, record in
      record.add(LifeEvent(.died, on: CalendarDate(year: 2026, month: 3, day: 1)))
    }
    #expect(try rules([:], cast: died) == [.paidOnDeath])
  }

  @Test("a person stands in the file once")
  func twice() throws {
    let mistakes = try Fixture.mistakes {
      _ = try PlannedRecords(.retirement, [Self.row, Self.row], try cast())
    }
    #expect(mistakes.map(\.rule) == [.duplicateRow(firstLine: 2)])
  }

  @Test("a proprietor's own number is a slot of each record")
  func proprietor() throws {
    let cast = try cast()
    let owner = try cast.add("B001", "事業　主")
    let employer = try FilingEmployer(
      yaml: FileBytes.checkout("Samples/employer.yaml"), payer: .proprietor(owner)
    ) { try? FileBytes.checkout("Samples/\($0)") }
    let planned = try plan(cast: cast, employer: employer)
    #expect(planned.people == ["B001", "0001"])
    #expect(try planned.fields().first?[36] == "0123456789018")
  }

  @Test("the layout of a new year is one more file of the policy")
  func newYear() throws {
    let files = try Fixture.policy().bundle.files
    let known = try #require(files.first { $0.name == "layouts/316-2025.tsv" })
    let text = String(decoding: known.bytes, as: UTF8.self)
      .replacing("layout\t316-2025", with: "layout\t316-2026")
      .replacing("from\t2025", with: "from\t2026")
    let added = PolicyBundle.File(name: "layouts/316-2026.tsv", bytes: Array(text.utf8))
    let policy = try Policy(bundle: PolicyBundle(files: files + [added]))
    for (year, name) in [(2025, "316-2025"), (2026, "316-2026")] {
      let plan = try RecordPlan(
        .retirement, incomeYear: year, employer: Fixture.employer(), policy: policy, today: .last)
      #expect(plan.layout.name == name)
    }
  }

  @Test("there is no layout before 2025")
  func years() {
    #expect(throws: FilingError.noLayout(record: "316", incomeYear: 2024)) { try plan(year: 2024) }
  }

  @Test("nobody who is not named is asked for")
  func asked() throws {
    let cast = try cast()
    try cast.add("0002", "別　人")
    _ = try plan(cast: cast)
    #expect(Set(cast.asked.map(\.text)) == ["0001"] && cast.familiesAsked.isEmpty)
  }

  @Test("filled number columns are thrown away unread where that is asked for")
  func discarded() throws {
    let row = Self.row.merging(["個人番号": "123456789018"]) { $1 }
    let planned = try PlannedRecords(.retirement, [row], try cast(), discardNumbers: true)
    #expect(planned.discarded == 1 && planned.lines.count == 1)
  }

  @Test("an empty file, a file without its columns and one of headers alone")
  func hostile() throws {
    func rules(_ text: String) throws -> [MistakeRule] {
      try Fixture.mistakes {
        let planned = try PlannedRecords(.retirement, bytes: Array(text.utf8), try cast())
        #expect(planned.lines.isEmpty)
      }.map(\.rule)
    }
    #expect(try rules("") == [.emptyFile])
    #expect(try rules("氏名\n見本\n") == [.headerMissing("社員番号"), .headerMissing("支払年月日")])
    #expect(try rules("社員番号,支払年月日\n") == [])
    #expect(try rules("社員番号,支払年月日\n0001\n") == [.fieldCount(found: 1, expected: [2])])
    #expect(try rules("123456789018,社員番号,支払年月日\n") == [.looksLikeNumber])
  }

  @Test("the person's own copy has the items as people write them, and nobody's number")
  func ownCopy() throws {
    let cast = try cast { profile, _ in
      profile.name = "髙見　太郎"
      profile.filingName = "高見　太郎"
    }
    let planned = try PlannedRecords(
      .retirement, [Self.row.merging(["摘要": "退職金規程による"]) { $1 }], cast, isOfOwnCopies: true)
    let copy = try #require(planned.copies.first)
    #expect(planned.lines.isEmpty && planned.copies.count == 1)
    let pdf = try RetirementSheet(planned.plan).pdf(copy)
    let text = try Poppler.text(pdf)
    let words = text.filter { !$0.isWhitespace }
    for value in [
      "令和8年分", "受給者交付用", "髙見", "太郎", "東京都千代田区見本町1-2", "15,000,000円", "158,000円", "26年", "平成12年4月1日",
      "令和8年3月31日", "退職金規程による", "サンプル食品（株）",
    ] { #expect(words.contains(value), "\(value)") }
    #expect(text.firstMatch(of: /\d{12}/) == nil && !words.contains("5835678256246"))
  }

  @Test("the person's own copy looks like a form: a ruled table of names and values, and the payer")
  func ownCopyPicture() throws {
    let planned = try PlannedRecords(.retirement, [Self.row], try cast(), isOfOwnCopies: true)
    let copy = try #require(planned.copies.first)
    let pdf = try RetirementSheet(planned.plan).pdf(copy)
    let picture = try #require(try Poppler.picture(pdf, resolution: 100))
    #expect(abs(Double(picture.height) / Double(picture.width) - 297.0 / 210) < 0.01)
    /// The places of lines, each counted once however thick.
    func lines(_ picture: Picture, _ length: Int) -> [Int] {
      let found = (0..<picture.height).filter { !picture.runs(inRow: $0, atLeast: length).isEmpty }
      return found.filter { !found.contains($0 - 1) }
    }
    let across = lines(picture, picture.width * 3 / 4)
    // A line above the headings, and one below each row of both tables.
    #expect(across.count >= copy.texts.count + 1 + 4)
    #expect(zip(across, across.dropFirst()).allSatisfy { $1 - $0 >= 5 })
    let words = try Poppler.words(pdf)
    let scale = 100.0 / 72
    for (name, value) in [("退職所得控除額", "11,500,000円"), ("勤続年数", "26年")] {
      let left = try #require(words.first { $0.text == name })
      let right = try #require(words.first { $0.text == value })
      #expect(abs(left.top - right.top) < 2 && left.right < right.left, "\(name)")
      // Both between the same two lines.
      let middle = Int((left.top + left.bottom) / 2 * scale)
      #expect(across.contains { $0 < middle } && across.contains { $0 > middle })
    }
  }

  @Test("a copy made anew says so", arguments: [true, false])
  func reissue(isReissue: Bool) throws {
    let planned = try PlannedRecords(.retirement, [Self.row], try cast(), isOfOwnCopies: true)
    var plan = planned.plan
    plan.isReissue = isReissue
    let text = try Poppler.text(RetirementSheet(plan).pdf(#require(planned.copies.first)))
    #expect(text.contains("再交付") == isReissue)
  }

  @Test("everybody gets a copy, whoever was paid when, and no number may stand on it")
  func ownCopyRange() throws {
    let early = Self.row.merging(["支払年月日": "2025-06-30"]) { $1 }
    let planned = try PlannedRecords(
      .retirement, [early], year: 2025, try cast(), isOfOwnCopies: true)
    #expect(planned.copies.count == 1 && planned.notFiled.isEmpty)
    let mistakes = try Fixture.mistakes {
      _ = try PlannedRecords(
        .retirement, [Self.row.merging(["摘要": "5835678256246"]) { $1 }], try cast(),
        isOfOwnCopies: true)
    }
    #expect(mistakes.map(\.rule) == [.looksLikeCorporateNumber])
  }
}
