import MyNumberKit
import Testing

@testable import Custody

@Suite("Looking without using a number")
struct InspectionTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first
  private static let file = Inspection.WrittenFile(path: "out/log.jsonl", bytes: 1234)

  private func noted(_ inspection: Inspection) throws -> Entry {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("audrey")
    defer { session.close() }
    let before = session.vault.logSize
    try session.note(inspection)
    #expect(session.vault.logSize == before + 1)
    let entry = try #require(try session.vault.entries().last)
    #expect(entry.content.actor == session.account.id && entry.content.outcome == .done)
    #expect(entry.content.role == "auditor" && !entry.content.touchesKeys)
    return entry
  }

  private static func report(
    of person: String? = nil, by user: String? = nil
  ) throws -> ReportRecord {
    ReportRecord(
      asOf: day, from: day.adding(days: -7), to: nil, person: try person.map { try PersonCode($0) },
      user: user, purpose: "tax-withholding", form: "html", language: "ja",
      records: [UInt8](repeating: 1, count: 32),
      outside: 3,
      witnessed: .init(size: 3, witness: "office.example.jp", time: Timestamp(day)),
      dormantAfterDays: 90, program: "mynumber 1")
  }

  private static func id(of name: String) throws -> String {
    let vault = try VaultFixture().open()
    defer { vault.store.close() }
    return try #require(vault.authority.user(named: name)?.id)
  }

  @Test(
    "a report is noted with all that it was made from, up to its own entry, and can be read back")
  func report() throws {
    let size = try SampleVault.copy().open().logSize
    // Signing in wrote an entry too.
    let record = try Self.report(of: "0003", by: try Self.id(of: "admin"))
    let entry = try noted(.report(record, at: size + 1))
    #expect(entry.content.action == "audit-report" && entry.content.person == "0003")
    #expect(entry.content.count == entry.index + 1)
    #expect(ReportRecord(entry) == record)
  }

  @Test("a report is not noted if somebody wrote to the log since it was begun")
  func reportOfAnother() throws {
    let session = try SampleVault.copy().signIn("audrey")
    defer { session.close() }
    let size = session.vault.logSize
    for index in [size - 1, size + 1] {
      let result = try ExitStatus { try session.note(.report(try Self.report(), at: index)) }
      #expect(result.status == 75, "\(result)")
    }
    #expect(session.vault.logSize == size)
  }

  @Test("names are one entry, however many people they are of")
  func names() throws {
    let list = try noted(.names(people: 52)).content
    #expect(list.action == "list" && list.count == 52 && list.person == nil)
    let one = try noted(.profile(try PersonCode("0003"))).content
    #expect(one.action == "show" && one.person == "0003" && one.count == nil)
  }

  @Test(
    "a file is registered under a random id, with its path and bytes and without a digest",
    arguments: ["audit-export", "audit-checkpoint"])
  func files(action: String) throws {
    let inspection: Inspection =
      switch action {
      case "audit-export": .logExport(Self.file, entries: 7)
      default: .checkpoint(Self.file, entries: 7)
      }
    let (one, other) = (try noted(inspection).content, try noted(inspection).content)
    #expect(one.action == action && one.count == 7)
    #expect(one.detail.keys.sorted() == ["bytes", "file", "id"])
    #expect(one.detail["bytes"] == .integer(1234))
    #expect(one.detail["file"] == .string("out/log.jsonl"))
    guard case .string(let id)? = one.detail["id"] else { throw AuditingError(.malformed) }
    #expect(id.count == 32 && other.detail["id"] != .string(id))
  }

  @Test("a path or a user's name that could hold a number, or is too long, is not written")
  func numbers() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("audrey")
    let before = session.vault.logSize
    for path in ["log-9656-8945-5668.jsonl", String(repeating: "x", count: 201)] {
      let result = try ExitStatus {
        try session.note(.checkpoint(.init(path: path, bytes: 1), entries: 1))
      }
      #expect(result.status == 65 && !result.description.contains("5668"), "\(result)")
      let report = try ExitStatus {
        try session.note(.report(try Self.report(by: path), at: before))
      }
      #expect(report.status == 65, "\(report)")
    }
    #expect(session.vault.logSize == before)
  }

  @Test("without the roster key names are refused, and the log says so")
  func rosterKey() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("audrey")
    let person = try #require(try session.vault.person(try PersonCode("0003")))
    #expect(try session.profileIfHeld(of: person) == nil && !session.holdsRoster)
    let before = session.vault.logSize
    for attempt in [
      { try session.requireRoster() }, { _ = try session.profile(of: person) },
    ] {
      let result = try ExitStatus { try attempt() }
      #expect(result.status == 77 && result.description.contains("roster"), "\(result)")
    }
    let entries = try session.vault.entries(from: before).map(\.content)
    #expect(entries.count == 2)
    #expect(
      entries.allSatisfy {
        $0.action == "list" && $0.outcome == .refused && $0.rule == "key-not-held"
      })
    let officer = try fixture.signIn("hanako")
    let size = officer.vault.logSize
    try officer.requireRoster()
    #expect(officer.vault.logSize == size)
  }

  @Test("entries edited after the vault was opened are not shown as the log")
  func editedEntries() throws {
    let fixture = try SampleVault.copy()
    let vault = try fixture.open()
    #expect(try vault.entries().count == vault.logSize)
    try fixture.sql(
      """
      UPDATE main.entries SET bytes = CAST(replace(CAST(bytes AS TEXT), '"done"', '"gone"') AS BLOB)
        WHERE idx = 5
      """)
    let edited = try ExitStatus { try vault.forEachEntry { _ in } }
    #expect(edited.status == 76, "\(edited)")
    try fixture.sql("DELETE FROM main.entries WHERE idx = \(vault.logSize - 1)")
    let cut = try ExitStatus { try vault.forEachEntry { _ in } }
    #expect(cut.status == 76, "\(cut)")
  }
}
