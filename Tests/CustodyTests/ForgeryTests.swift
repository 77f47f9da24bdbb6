import MyNumberKit
import Testing

@Suite("Records forged by somebody who knows the encoding")
struct ForgeryTests {
  private static let day = CalendarDate(year: 2020, month: 1, day: 1) ?? .first

  /// What a forger changes, and in whose record.
  static let forgeries:
    [(name: String, code: String, change: @Sendable (inout PersonRecord) throws -> Void)] = [
      ("an unverified number becomes verified", "0001", { $0.verification = .employeeDuty }),
      ("a date is moved", "0801", { $0.lastPaidOn = CalendarDate(year: 2026, month: 1, day: 1) }),
      ("somebody comes back", "0801", { $0.leftOn = nil }),
      (
        "a purpose is declared", "0006",
        {
          let told = $0.declarations[0]
          $0.declarations[0] = Declaration(
            id: told.id, purposes: ["health-pension"] + told.purposes, date: told.date,
            method: told.method, noticeDigest: told.noticeDigest, by: told.by)
        }
      ),
      ("a hold is planted", "0003", { $0.holds.append(Hold(id: "h1", reason: "r", until: nil)) }),
      ("another version is current", "0003", { $0.currentVersion = 2 }),
      ("a purge is noted", "0003", { $0.notePurge(of: "tax-withholding", on: day) }),
      ("the kind is another", "0003", { $0.kind = .officer }),
    ]

  @Test("a forged record is an integrity failure and never a decision")
  func forgeries() throws {
    let fixture = try SampleVault.copy()
    for forgery in Self.forgeries { try fixture.forge(forgery.code, forgery.change) }
    let session = try fixture.signIn("keiko")
    for code in Set(Self.forgeries.map(\.code)) {
      let before = session.vault.logSize
      let read = try ExitStatus { _ = try session.digits(code) }
      #expect(read.status == 76 && read.description.contains("vault.sqlite"), "\(code): \(read)")
      #expect(session.vault.logSize == before)
    }
    session.close()
    let administrator = try fixture.signIn("admin")
    let purge = try ExitStatus {
      _ = try Purge(administrator).run(asOf: administrator.vault.today, acceptPresumed: true)
    }
    #expect(purge.status == 76, "\(purge)")
  }

  @Test("an older row put back with the entry it had is an integrity failure")
  func olderRow() throws {
    let fixture = try SampleVault.copy()
    let row = "main.people WHERE id = \(VaultFixture.row("0003"))"
    let record = try #require(try fixture.blobs("record", from: row).first)
    let pin = try #require(try fixture.texts("SELECT pin FROM \(row)").first)
    let officer = try fixture.signIn("hanako")
    try PersonEvents(officer).leave(
      try PersonCode("0003"), on: Self.day, reason: nil, lastPaidOn: nil)
    officer.close()
    try fixture.sql(
      """
      UPDATE main.people SET record = \(VaultFixture.literal(record)), pin = \(pin)
        WHERE id = \(VaultFixture.row("0003"))
      """)
    let session = try fixture.signIn("keiko")
    let read = try ExitStatus { _ = try session.digits("0003") }
    #expect(read.status == 76, "\(read)")
  }

  @Test("a row that was deleted is told from a person who never was")
  func deletedRow() throws {
    let fixture = try SampleVault.copy()
    try fixture.sql("DELETE FROM main.people WHERE id = \(VaultFixture.row("0003"))")
    let result = try ExitStatus {
      let session = try fixture.signIn("keiko")
      defer { session.close() }
      _ = try session.digits("0003")
    }
    #expect(result.status == 76, "\(result)")
    let vault = try fixture.open()
    #expect(try ExitStatus { try vault.forEachPerson { _ in } }.status == 76)
    #expect(try vault.person(try PersonCode("0777"))?.row == nil)
  }
}
