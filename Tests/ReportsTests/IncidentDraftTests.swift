import Auditing
import JSON
import People
import Reports
import Rules
import Testing

@Suite("What is written of an incident")
struct IncidentDraftTests {
  let made: IncidentFixture

  init() throws { made = try IncidentFixture() }

  @Test("is laid out alike each time, in JSON with identifiers, in text in both languages")
  func rendering() throws {
    try made.collect("0001")
    let found = try made.assess(try made.open(), .bothFiles)
    #expect(
      found.document.json()
        == (try made.assess(found.incident.opening.entry, .bothFiles)).document.json())
    let japanese = found.document.text(.japanese)
    #expect(japanese.contains("確報") && japanese.contains("2027-01-22"))
    #expect(japanese.contains("2条2号イ") && japanese.contains("源泉徴収票"))
    #expect(found.document.text(.english).contains("final report"))
    let csv = String(decoding: found.document.csv(), as: UTF8.self)
    #expect(csv.contains("0001") && csv.contains("health-pension"))
  }

  private func draft(_ kind: IncidentDraft.Kind, harms: [String] = ["leak"]) throws -> IncidentDraft
  {
    try made.collect("0001")
    return IncidentDraft(
      try made.assess(try made.open(harms), .bothFiles), kind, organisation: "サンプル食品株式会社")
  }

  @Test("is drafted as the nine items and the notice's five, with blanks for the employer")
  func drafted() throws {
    let draft = try draft(.final)
    let text = draft.text()
    for title in [
      "1. 概要", "2. 特定個人情報の項目", "3. 本人の数", "4. 原因", "5. 二次被害", "6. 本人への対応", "7. 公表", "8. 再発防止",
      "9. その他",
    ] {
      #expect(text.contains("\n\(title)"))
    }
    let parts = text.split(separator: "本人への通知案")
    #expect(parts.count == 2 && parts.first?.contains("（確報）") == true)
    let notice = String(parts.last ?? "")
    #expect(notice.contains("\n5. その他参考となる事項") && !notice.contains("\n6. "))
    #expect(notice.contains("お問い合わせ先") && !notice.contains("記録番号"))
    #expect(notice.contains("1. 概要") && !notice.contains("該当号") && !notice.contains("再発防止"))
    #expect(text.contains("確報の期限: 2027年1月22日") && text.contains("発覚日: 2026年11月24日"))
    #expect(text.contains("【要記入：二次被害又はそのおそれの有無と内容】") && draft.blanks == 8)
  }

  @Test("names nobody: neither a code nor a number is on what goes out")
  func nobody() throws {
    for kind in [IncidentDraft.Kind.first, .final] {
      let draft = try draft(kind)
      #expect(!draft.text().contains("0001"))
      #expect(!String(decoding: draft.json(), as: UTF8.self).contains("0001"))
    }
  }

  @Test("of a lost file tells its kind and no name of it, and to the people no head-count")
  func file() throws {
    try made.read("0001", by: made.accountant)
    try made.export("aa", by: made.accountant)
    let draft = IncidentDraft(
      try made.assess(try made.open(), .export("aa")), .final, organisation: "サンプル食品株式会社")
    #expect(draft.assessment.export?.path == "/slips/unified.csv")
    #expect(!draft.text().contains("unified") && draft.text().contains("番号を記載した書類"))
    let parts = draft.text().split(separator: "本人への通知案")
    #expect(parts.count == 2 && parts[0].contains("（1人）") && !parts[1].contains("（1人）"))
  }

  @Test("tells in a first report that what is not known yet may be under inquiry")
  func first() throws {
    let draft = try draft(.first)
    #expect(draft.text().contains("（速報）") && draft.text().contains("未判明なら「調査中」"))
    guard case .object(let members) = try CanonicalValue(json: draft.json()),
      case .array(let items)? = members["items"], case .array(let notice)? = members["notice"]
    else {
      Issue.record("no draft")
      return
    }
    #expect(members["kind"] == .string("first-report") && items.count == 9 && notice.count == 5)
  }
}
