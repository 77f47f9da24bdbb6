import Auditing
import JSON
import People
import Testing
import Text

@testable import Reports

@Suite("Rendering")
struct RenderingTests {
  let log: TestLog
  let parameters = AccessReportParameters(asOf: day("2026-11-22"))

  init() throws {
    log = try TestLog(try TestPolicy.policy(), at: day("2026-11-01"))
    try log.addUser("経理 太郎", roles: ["accountant"], keys: ["tax-withholding"])
  }

  private func csv(_ document: ReportDocument) -> [String] {
    String(decoding: document.csv(), as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  @Test("The same input gives the same bytes in every form")
  func deterministic() throws {
    let people = try (1...40).map { try TestPeople.person("00\($0)", pin: $0) }
    let first = try log.report(parameters, people: people).document
    let second = try log.report(parameters, people: people.reversed()).document
    #expect(first.json() == second.json())
    #expect(first.csv() == second.csv())
    for language in ReportLanguage.allCases {
      #expect(first.text(language) == second.text(language))
    }
  }

  @Test("The JSON is canonical, ends with a newline and holds the parameters")
  func json() throws {
    let bytes = try log.report(parameters).document.json()
    #expect(bytes.last == 0x0A)
    let body = Array(bytes.dropLast())
    guard case .object(let members) = try CanonicalValue(parsing: body.span) else {
      return #expect(Bool(false))
    }
    #expect(members["format"] == .string("mynumber-access-report-1"))
    #expect(members["as_of"] == .string("2026-11-22"))
    #expect(members["dormant_after_days"] == .integer(90))
    #expect(members["from"] == nil)
    guard case .array(let access)? = members["access"], case .object(let line)? = access.first
    else {
      return #expect(Bool(false))
    }
    #expect(line["entries"] == .array([.array([.integer(12), .integer(12)])]))
  }

  @Test("A field of the header and a section never share a key")
  func keys() throws {
    let document = try log.report(parameters).document
    let keys =
      document.fields.map(\.column.id) + document.tables.map(\.id) + ["format", "records"]
    #expect(Set(keys).count == keys.count)
    for table in document.records + document.tables {
      #expect(Set(table.columns.map(\.id)).count == table.columns.count)
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }
  }

  @Test("Each line of the CSV has section, item, key, count and entries")
  func figures() throws {
    let lines = csv(try log.report(parameters).document)
    #expect(lines.first == "section,item,key,count,entries")
    #expect(lines.contains("entries,init,outcome=done,1,0"))
    #expect(
      lines.contains(
        "access,u11,key=tax-withholding | opens=numbers | generations=1 | since=2026-11-01 | "
          + "granted_by=recovery,1,12"))
  }

  @Test("A byte order mark comes only when asked for")
  func byteOrderMark() throws {
    let document = try log.report(parameters).document
    #expect(document.csv(byteOrderMark: true) == [0xEF, 0xBB, 0xBF] + document.csv())
  }

  @Test(
    "What a spreadsheet would calculate is quoted, and quotes, commas and line ends are escaped",
    arguments: zip(
      ["=1+1", "+81", "-a", "@x", "a,b", "a\"b", "a\nb", "普通"],
      ["'=1+1", "'+81", "'-a", "'@x", "\"a,b\"", "\"a\"\"b\"", "\"a\nb\"", "普通"]))
  func formula(text: String, field: String) {
    let table = ReportTable("t", Words("", ""), [.user], [[.text(text)]])
    let document = ReportDocument(
      format: "f", title: Words("", ""), fields: [], tables: [table], isOfFigures: false)
    #expect(String(decoding: document.csv(), as: UTF8.self) == "user\r\n\(field)\r\n")
  }

  @Test("No text can pass for another member of a figure's key")
  func members() {
    let table = ReportTable(
      "t", Words("", ""), [.user, ReportColumn("reason", "", ""), ReportColumn("detail", "", "")],
      [
        [
          .text("u1"), .text(#"なし | user=u3\"#),
          .list([.text("action=報告;due=2099-12-31"), .text("due=2026-01-31")]),
        ]
      ])
    let document = ReportDocument(
      format: "f", title: Words("", ""), fields: [], tables: [table], isOfFigures: true)
    let line = #"t,u1,reason=なし \| user=u3\\ | detail=action=報告\;due=2099-12-31;due=2026-01-31,1,"#
    #expect(String(decoding: document.csv(), as: UTF8.self).hasSuffix("\r\n\(line)\r\n"))
  }

  @Test("A plot over many years has the last of them")
  func years() throws {
    let all = ReportPeriod.year.all(from: day("1900-05-01"), to: day("2026-11-23"))
    #expect(all.count == 80 && all.first == day("1947-01-01") && all.last == day("2026-01-01"))
    #expect(ReportPeriod.month.all(from: day("2026-01-31"), to: day("2026-03-01")).count == 3)
  }

  @Test("Columns stand under each other whatever the width of the characters")
  func alignment() {
    let table = ReportTable(
      "t", Words("", ""), [.user, .count, .entries],
      [
        [.text("経理 太郎"), .count(7), .entries(EntryRanges([1, 2]))],
        [.text("bob"), .count(1200), .entries(EntryRanges([5]))],
        [.text("ﾊﾅｺ"), .count(1), .entries(EntryRanges())],
      ])
    #expect(
      table.lines(.japanese) == [
        "利用者     件数  記録番号",
        "---------  ----  --------",
        "経理 太郎     7  1–2",
        "bob        1200  5",
        "ﾊﾅｺ           1",
      ])
  }

  @Test("A column that is empty throughout is left out, and a section without rows says so")
  func emptyColumns() {
    let table = ReportTable("t", Words("", ""), [.user, .role], [[.text("u1"), .empty]])
    #expect(table.lines(.english) == ["User", "----", "u1"])
    #expect(ReportTable("t", Words("", ""), [.user], []).lines(.japanese) == ["該当なし"])
    #expect(ReportTable("t", Words("", ""), [.user], []).lines(.english) == ["none"])
  }

  @Test("A long list of entries goes on in the next lines and says how many ranges it leaves out")
  func manyRanges() {
    let entries = EntryRanges((0..<40).map { 2 * $0 })
    let table = ReportTable(
      "t", Words("", ""), [.user, .entries], [[.text("u1"), .entries(entries)]])
    let lines = table.lines(.english)
    #expect(lines.last?.hasSuffix("and 16 more (all in JSON and CSV)") == true)
    #expect(lines.count > 4)
    #expect(lines.dropFirst(2).allSatisfy { DisplayWidth.columns(of: $0) <= 60 })
  }

  @Test("A name cannot steer the terminal, in the log as in a cell")
  func hostileName() throws {
    #expect(throws: AuditingError.self) {
      try log.addUser("\u{1B}[31m=赤", roles: ["auditor"])
      try log.sign()
      _ = try log.report(parameters)
    }
    let table = ReportTable("t", Words("", ""), [.user], [[.text("\u{1B}[31m赤")]])
    #expect(!table.lines(.japanese).joined().unicodeScalars.contains("\u{1B}"))
  }

  @Test("Text is in the language asked for, with the policy's words for purposes")
  func languages() throws {
    let document = try log.report(parameters).document
    #expect(document.text(.japanese).contains("読める者（基準日）"))
    #expect(document.text(.english).contains("Who can read on the day"))
    #expect(document.text(.japanese).contains("源泉徴収票"))
    #expect(!document.text(.english).contains("該当なし"))
  }

  @Test("No two sections have the same number, and each has an answer")
  func sections() throws {
    let text = try log.report(parameters).document.text(.english)
    for number in 1...21 { #expect(text.contains("\n\(number). ")) }
    #expect(!text.contains("\n22. "))
  }
}
