import Filings
import Numbers
import People
import TestSupport
import Testing

/// What becomes of characters that records and paper do not take as they are.
@Suite("Characters")
struct CharacterTests {
  static let copies: [SlipCopy] = [.taxOffice, .municipality]

  /// A slip of somebody named `name` with these values.
  private func plan(
    _ name: String, _ row: [String: String] = [:], copy: SlipCopy, substitutes: Bool = false,
    change: (inout Profile) -> Void = { _ in }
  ) throws -> PlannedSlips {
    let cast = Cast()
    try cast.add("0001", name, born: "1990-03-04") { profile, _ in change(&profile) }
    try cast.add("0001-1", "見本　子", .child, born: "2005-06-06") { profile, _ in
      profile.kana = row["#100"]
    }
    let values = row.merging(["支払を受ける者－氏名": name]) { given, _ in given }
    return try Fixture.plan(
      Fixture.payroll(Rows.headed(values)),
      SlipRequest(incomeYear: 2025, copy: copy, substitutes: substitutes), cast)
  }

  /// The value of an item in the one row of a plan.
  private func written(_ plan: PlannedSlips, _ field: Int) throws -> String {
    try #require(try Fixture.fields(plan.bytes { _ in nil }).first)[field - 1]
  }

  @Test(
    "hyphens of five kinds, half-width katakana, letters and spaces are folded, and listed",
    arguments: copies,
    [
      ("見本-太郎", "見本－太郎"), ("見本‐太郎", "見本－太郎"), ("見本–太郎", "見本－太郎"),
      ("見本−太郎", "見本－太郎"), ("見本ー太郎", "見本－太郎"), ("ﾐﾎﾝ ﾀﾛｳ", "ミホン　タロウ"),
      ("ｶﾞｰﾄﾞ　ﾊﾟｲ", "ガード　パイ"), ("Mihon Taro", "Ｍｉｈｏｎ　Ｔａｒｏ"),
    ])
  func folded(copy: SlipCopy, texts: (given: String, written: String)) throws {
    for (title, field) in [("支払を受ける者－氏名", 14), ("支払を受ける者－住所又は居所", 12), ("摘要", 86)] {
      let name = field == 14 ? texts.given : "見本　太郎"
      let plan = try plan(name, [title: texts.given], copy: copy)
      #expect(try written(plan, field) == texts.written)
      let change = try #require(plan.changes.first { $0.to == texts.written })
      #expect(change.person.text == "0001" && change.from == texts.given)
      guard case .folded(let kinds) = change.reason else {
        Issue.record("\(change.reason)")
        continue
      }
      #expect(!kinds.isEmpty)
    }
  }

  /// Characters outside JIS X 0208: code point, and what the policy's table writes for them.
  private static let outside: [(text: String, point: String, substitute: String?)] = [
    ("髙", "U+9AD9", "高"), ("﨑", "U+FA11", "崎"), ("①", "U+2460", "１"), ("Ⅲ", "U+2162", "３"),
    ("𠮷", "U+20BB7", "吉"), ("😀", "U+1F600", nil), ("彧", "U+5F67", nil),
  ]

  @Test(
    "what a record has no place for is refused with person, item, character and suggestion",
    arguments: copies, outside.indices)
  func refused(copy: SlipCopy, index: Int) throws {
    let (text, point, substitute) = Self.outside[index]
    let places: [(String, CharacterRemedy.Place)] = [
      ("支払を受ける者－氏名", .filingName), ("支払を受ける者－住所又は居所", .filingAddress), ("摘要", .file),
      ("支払を受ける者－役職名", .file),
    ]
    for (title, place) in places {
      let name = title == "支払を受ける者－氏名" ? text + "　太郎" : "見本　太郎"
      let found = try Fixture.mistakes {
        _ = try plan(name, [title: text + "　太郎"], copy: copy)
      }
      let rule = MistakeRule.unencodable(
        codePoints: [point], remedy: CharacterRemedy(place, substitute: substitute))
      #expect(found.map(\.rule) == [rule])
      let mistake = try #require(found.first)
      #expect(mistake.person?.text == "0001" && mistake.field == title && mistake.line == 2)
      let told = "\(mistake)"
      #expect(told.contains("0001") && told.contains(title) && told.contains(point))
      #expect(!told.contains("太郎") && !told.contains(text))
    }
  }

  @Test("a substitution is written where it is asked for, and listed", arguments: copies)
  func substituted(copy: SlipCopy) throws {
    for (text, _, substitute) in Self.outside {
      guard let substitute else { continue }
      let plan = try plan(text + "　太郎", copy: copy, substitutes: true)
      #expect(try written(plan, 14) == substitute + "　太郎")
      let change = plan.changes.last { $0.reason == .substituted }
      #expect(change?.from == text + "　太郎" && change?.to == substitute + "　太郎")
      #expect(change?.person.text == "0001" && change?.field == "支払を受ける者－氏名")
    }
    let found = try Fixture.mistakes { _ = try plan("😀　太郎", copy: copy, substitutes: true) }
    #expect(found.count == 1)
  }

  @Test("a name or address for filings that is on record is written, and listed", arguments: copies)
  func recorded(copy: SlipCopy) throws {
    for (text, _, _) in Self.outside {
      let (name, address) = (text + "　太郎", "東京都" + text + "町")
      let plan = try plan(name, ["支払を受ける者－住所又は居所": address], copy: copy) { profile in
        (profile.filingName, profile.filingAddress) = ("タカミ　太郎", "東京都たかみ町")
        profile.address = address
      }
      #expect(try written(plan, 14) == "タカミ　太郎" && written(plan, 12) == "東京都たかみ町")
      #expect(plan.changes.filter { $0.reason == .filingForm }.count == 2)
    }
  }

  @Test("a decision on record that has no place either is refused", arguments: copies)
  func recordedBadly(copy: SlipCopy) throws {
    let found = try Fixture.mistakes {
      _ = try plan("高見　太郎", copy: copy) { $0.filingName = "髙見　太郎" }
    }
    #expect(found.map(\.field) == ["支払を受ける者－氏名"])
  }

  @Test("a name of 30 characters fits, one of 31 does not", arguments: [30, 31])
  func companies(count: Int) throws {
    let name = String(repeating: "株", count: count)
    for copy in Self.copies {
      let found = try Fixture.mistakes {
        _ = try plan("見本　太郎", ["他の支払者－氏名又は名称": name], copy: copy)
      }
      #expect(found.map(\.rule) == (count == 30 ? [] : [.tooLong(found: 31, limit: 30)]))
      #expect(found.allSatisfy { $0.person?.text == "0001" && $0.field == "他の支払者－氏名又は名称" })
    }
    let yaml = "filing_name: \(name)\naddress: 東京都\ntelephone: 03-0000-0000\n"
    let found = try Fixture.mistakes {
      _ = try FilingEmployer(
        yaml: Array(yaml.utf8), payer: .corporation(CorporateNumber("5835678256246"))
      ) { _ in nil }
    }
    #expect(found.map(\.rule) == (count == 30 ? [] : [.tooLong(found: 31, limit: 30)]))
    #expect(found.allSatisfy { $0.field == "filing_name" })
  }

  @Test("the employer's own name is refused with what to do", arguments: ["株式会社髙", "①社", "社😀"])
  func employer(name: String) throws {
    let yaml = "filing_name: \(name)\naddress: 東京都\ntelephone: 03-0000-0000\n"
    let found = try Fixture.mistakes {
      _ = try FilingEmployer(
        yaml: Array(yaml.utf8), payer: .corporation(CorporateNumber("5835678256246"))
      ) { _ in nil }
    }
    #expect(found.count == 1 && "\(found)".contains("write it otherwise in the file"))
  }

  @Test("a reading is folded for its record, whatever kana it is given in", arguments: copies)
  func readings(copy: SlipCopy) throws {
    for given in ["みほん　たろう", "ミホン　タロウ", "ﾐﾎﾝ ﾀﾛｳ"] {
      let plan = try plan("見本　太郎", ["支払を受ける者－フリガナ": given], copy: copy)
      #expect(
        try written(plan, copy == .taxOffice ? 132 : 137)
          == (copy == .taxOffice ? "ミホン　タロウ" : "ﾐﾎﾝ ﾀﾛｳ"))
    }
  }

  @Test(
    "paper has every character that a font has, as it is, embedded",
    arguments: outside.filter { $0.text != "😀" }.map(\.text) + ["ｶﾞｰﾄﾞ", "-", "‐", "–", "−", "ー"])
  func paper(text: String) throws {
    let name = "見本" + text + "太郎"
    let cast = Cast()
    try cast.add("0001", name, born: "1990-03-04")
    let drawn = try DrawnCopies.of(["支払を受ける者－氏名": name], cast: cast)
    #expect(drawn.mistakes.isEmpty)
    #expect(try Poppler.text(drawn.pdf).contains(name))
    let fonts = try Poppler.fonts(drawn.pdf)
    #expect(fonts.allSatisfy { $0.isEmbedded && $0.isSubset && $0.hasUnicode })
  }

  @Test("an emoji on paper is refused with person, item, character and suggestion")
  func emoji() throws {
    let cast = Cast()
    try cast.add("0001", "見本　😀", born: "1990-03-04")
    let found = try DrawnCopies.of(["支払を受ける者－氏名": "見本　😀"], cast: cast).mistakes
    #expect(found.map(\.rule) == [.unprintable(codePoint: "U+1F600")])
    #expect(found.first?.person?.text == "0001" && found.first?.field == "支払を受ける者－氏名")
    #expect("\(found)".contains("write it otherwise"))
  }
}
