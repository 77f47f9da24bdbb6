import Foundation
import MyNumberKit
import Testing

@Suite("A slip that voids another", .serialized)
struct VoidedSlipTests {
  private let fixture: FilingFixture
  private static let old = "0654170921305"
  private static let new = "214307696819"
  private static let changed = ImportOptions.Replacement.change(
    on: CalendarDate(parsing: "2026-11-01") ?? .first, reason: "漏えいのおそれ")

  init() throws { fixture = try FilingFixture() }

  private func mistakes(_ body: () throws -> Void) throws -> [MistakeRule] {
    do {
      try body()
      return []
    } catch ExportError.filing(.mistakes(let mistakes)) {
      return mistakes.map(\.rule)
    }
  }

  private func refusal(_ body: () throws -> Void) throws -> (String, Refusal)? {
    do {
      try body()
      return nil
    } catch ExportError.notVoidable(let code, let refusal) {
      return (code.text, refusal)
    }
  }

  @Test("bears the number then written, by the old number's own verification")
  func numberThenWritten() throws {
    try fixture.export()
    try fixture.replace(Self.new, as: Self.changed)
    let files = try fixture.export(try fixture.rows("3"), into: "void")
    #expect(try FilingFixture.column(95, of: files[0].file.path) == [Self.old])
    #expect(try FilingFixture.column(10, of: files[0].file.path) == ["3"])
    let vault = try fixture.vault.open()
    let entries = try vault.entries().map(\.content)
    let reads = entries.filter { $0.action == "read" && $0.person == "0001" }
    #expect(reads.map(\.version) == [1, 1])
    let filed = entries.filter { $0.action == "filed" }
    #expect(filed.map(\.person) == ["0001", "0001-1", "0001-2"])
    #expect(filed.allSatisfy { $0.detail["voided"] == .bool(true) })
    vault.store.close()
  }

  @Test("stands beside the one in its place, which bears the number in use")
  func corrected() throws {
    try fixture.export()
    try fixture.replace(Self.new, as: Self.changed)
    var options = try FilingFixture.options()
    options.leaveBlank = [.unverified]
    let files = try fixture.export(try fixture.rows("3", "2"), options, into: "void")
    // The new number is not verified, which does not matter to the old one.
    #expect(try FilingFixture.column(95, of: files[0].file.path) == [Self.old, ""])
    let again = try fixture.export(try fixture.rows("3"), into: "again")
    #expect(try FilingFixture.column(95, of: again[0].file.path) == [""], "left blank then")
  }

  @Test("needs a slip on the register, which it takes away, or a day")
  func notFiled() throws {
    let rows = try fixture.rows("3")
    #expect(try mistakes { try fixture.export(rows) } == [.notFiled])
    try fixture.export()
    try fixture.export(rows, into: "void")
    #expect(try mistakes { try fixture.export(rows, into: "twice") } == [.notFiled])
    var options = try FilingFixture.options()
    options.numberAsOf = CalendarDate(parsing: "2026-01-31")
    let files = try fixture.export(rows, options, into: "dated")
    #expect(try FilingFixture.column(95, of: files[0].file.path) == [Self.old])
  }

  @Test(
    "bears the number held on a day that is named",
    arguments: [("2026-10-31", "0654170921305"), ("2026-11-22", "")])
  func asOf(day: String, number: String) throws {
    try fixture.export()
    try fixture.replace(Self.new, as: Self.changed)
    var options = try FilingFixture.options()
    options.numberAsOf = CalendarDate(parsing: day)
    options.leaveBlank = [.unverified]
    let files = try fixture.export(try fixture.rows("3"), options, into: "void")
    #expect(try FilingFixture.column(95, of: files[0].file.path) == [number])
  }

  @Test("is refused where the number then written was collected wrongly, and nothing is written")
  func wrong() throws {
    try fixture.export()
    try fixture.replace(Self.new, as: .correction)
    let found = try refusal { try fixture.export(try fixture.rows("3"), into: "void") }
    #expect(found?.0 == "0001" && found?.1 == .versionWrong(1))
    #expect(found?.1.remedy.contains("on paper") == true)
    #expect(!FileManager.default.fileExists(atPath: fixture.vault.folder.file("void")))
    let vault = try fixture.vault.open()
    let last = try vault.entries().map(\.content).last { $0.person == "0001" }
    #expect(last?.outcome == .refused && last?.rule == "version-wrong")
    vault.store.close()
  }

  @Test("is refused where the number then written was destroyed")
  func purged() throws {
    try fixture.export()
    try fixture.replace(Self.new, as: .correction)
    let administrator = try fixture.vault.signIn("admin")
    let code = try PersonCode("0001")
    for event in try #require(try administrator.vault.person(code)).record.events
    where event.kind == .slipFiled { try PersonEvents(administrator).takeBack(event, from: code) }
    _ = try Purge(administrator).run(asOf: administrator.vault.today, acceptPresumed: false)
    administrator.close()
    let rows = try fixture.rows("3")
    #expect(try mistakes { try fixture.export(rows, into: "void") } == [.notFiled], "taken back")
    var options = try FilingFixture.options()
    options.numberAsOf = CalendarDate(parsing: "2026-10-31")
    let found = try refusal { try fixture.export(rows, options, into: "void") }
    #expect(found?.1 == .versionPurged(1) && found?.1.rule == "version-purged")
  }

  @Test("is no slip with another 提出区分 than the record has", arguments: ["4", "x"])
  func unknownKind(mark: String) throws {
    try fixture.export()
    let rules = try mistakes { try fixture.export(try fixture.rows(mark), into: "void") }
    #expect(rules == [mark == "x" ? .notDigits : .badValue(allowed: "0, 1, 2, 3")])
  }
}
