import MyNumberKit
import Testing

@testable import Custody

/// What somebody who can write the file puts in the place of the newest checkpoint while a vault is
/// open in another process.
@Suite("A checkpoint is adopted only if it verifies")
struct NewestCheckpointTests {
  private func checkpoints(_ vault: Vault) throws -> [(size: Int, text: [UInt8])] {
    try vault.checkpoints()
  }

  /// Adds an entry without a checkpoint, as another process, so that there is something to catch up.
  private func fail(_ fixture: VaultFixture, at seconds: Int64 = 1) throws {
    let now = VaultFixture.noon.adding(seconds: seconds)
    let vault = try fixture.open(VaultFixture.environment(now: now))
    defer { vault.store.close() }
    let result = try ExitStatus {
      _ = try SignIn(vault).session(user: "nobody", passphrase: VaultFixture.passphrase("x"))
    }
    #expect(result.status == 77)
  }

  private func insert(_ fixture: VaultFixture, size: Int, _ text: [UInt8]) throws {
    try fixture.sql(
      "INSERT OR REPLACE INTO main.checkpoints(size, text) "
        + "VALUES(\(size), \(VaultFixture.literal(text)))")
  }

  private func refuses(_ session: Session) throws -> Bool {
    let result = try ExitStatus { _ = try session.digits("0003") }
    return result.status == 76 && result.description.contains("checkpoint")
  }

  @Test("an older one that stands as the newest is not")
  func older() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("keiko")
    let older = try checkpoints(session.vault)[1].text
    try fail(fixture)
    try insert(fixture, size: 1_000_000, older)
    #expect(try refuses(session))
  }

  @Test("one of more entries than the log has is not")
  func beyond() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("keiko")
    let newest = try #require(try checkpoints(session.vault).last)
    let text = String(decoding: newest.text, as: UTF8.self)
      .replacing("\n\(newest.size)\n", with: "\n1000000\n")
    try fail(fixture)
    try insert(fixture, size: 1_000_000, Array(text.utf8))
    #expect(try refuses(session))
  }

  @Test("another one of the size that was adopted is not, though somebody signed it")
  func other() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("keiko")
    let newest = try #require(try checkpoints(session.vault).last)
    var text = String(decoding: newest.text, as: UTF8.self)
    let signer = try #require(session.vault.signature.checkpoint.signer)
    text = text.replacing("/\(signer) ", with: "/u0 ")
    try fail(fixture)
    try insert(fixture, size: newest.size, Array(text.utf8))
    #expect(try refuses(session))
  }

  @Test("the one that was adopted, and one that verifies, are")
  func right() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("keiko")
    try fail(fixture)
    #expect(try session.digits("0003").count == 12)
    try fixture.signIn("audrey").close()
    try fail(fixture, at: 2)
    #expect(try session.digits("0003").count == 12)
  }
}
