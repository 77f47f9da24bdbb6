import MyNumberKit
import Testing

@testable import Custody

/// Somebody edits both files while a command runs: a row and the entry that pins it, or a lockbox.
@Suite("Files edited after the vault was opened")
struct PinnedDuringWorkTests {
  /// Replaces the digest that an entry pins, in the bytes of the entry.
  private static func repin(_ old: [UInt8], _ new: [UInt8], where place: String) -> String {
    """
    UPDATE main.entries SET bytes = CAST(replace(CAST(bytes AS TEXT), '\(Hex.encode(old))',
      '\(Hex.encode(new))') AS BLOB) WHERE \(place)
    """
  }

  @Test("a row changed together with its entry is not believed")
  func row() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("keiko")
    let record = try #require(
      try fixture.blobs("record", from: "main.people WHERE id = \(VaultFixture.row("0003"))").first)
    try fixture.forge("0003") { $0.leftOn = CalendarDate(year: 2015, month: 1, day: 1) }
    let forged = try #require(
      try fixture.blobs("record", from: "main.people WHERE id = \(VaultFixture.row("0003"))").first)
    try fixture.sql(
      Self.repin(
        try SHA256.hash(record.span), try SHA256.hash(forged.span),
        where: "idx = (SELECT pin FROM main.people WHERE id = \(VaultFixture.row("0003")))"))
    let read = try ExitStatus { _ = try session.digits("0003") }
    #expect(read.status == 76, "\(read)")
    let shown = try ExitStatus { _ = try session.vault.person(try PersonCode("0003")) }
    #expect(shown.status == 76, "\(shown)")
    #expect(try session.digits("0005").count == 12)
  }

  @Test("a lockbox changed together with its entry is not believed")
  func lockbox() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("keiko")
    let tax = "k.lockboxes WHERE key = 'tax-withholding' ORDER BY id LIMIT 1"
    let row = try #require(try fixture.texts("SELECT id FROM \(tax)").first.flatMap { Int64($0) })
    let known = try session.rows.lockbox(row: row)
    try fixture.sql("UPDATE k.lockboxes SET commitment = zeroblob(32) WHERE id = \(row)")
    let forged = Lockbox(
      uid: known.uid, key: known.key, generation: known.generation,
      encapsulated: known.encapsulated, commitment: [UInt8](repeating: 0, count: 32))
    try fixture.sql(
      Self.repin(
        try known.digest(), try forged.digest(),
        where: "idx = (SELECT pin FROM k.lockboxes WHERE id = \(row))"))
    #expect(throws: SealingError(.notAuthentic, doing: "read a lockbox")) {
      _ = try session.rows.lockbox(row: row)
    }
  }
}
