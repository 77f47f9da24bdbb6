import MyNumberKit
import TestSupport
import Testing

@Suite("A witness outside the house")
struct WitnessTests {
  private static let passphrase = Array("passphrase of the witness".utf8)
  private static let key = Result {
    try WitnessKey(
      name: "office.example.jp", under: SecretBytes(copying: passphrase.span),
      random: RandomBytes())
  }
  private static let noon = VaultFixture.noon

  private func cosign(_ checkpoint: SignedCheckpoint) throws -> SignedCheckpoint {
    try Self.key.get().cosign(
      checkpoint, under: SecretBytes(copying: Self.passphrase.span), at: Self.noon)
  }

  private func newest(_ fixture: VaultFixture) throws -> (SignedCheckpoint, [UInt8]) {
    let vault = try fixture.open()
    defer { vault.store.close() }
    return (vault.signature.checkpoint, try ExportedLog.bytes(of: vault))
  }

  private func verify(_ log: [UInt8], containing checkpoint: SignedCheckpoint) throws {
    var verification = try LogVerification(containing: checkpoint)
    try verification.take(log.span)
    _ = try verification.finish()
  }

  private func read(_ fixture: VaultFixture) throws {
    let session = try fixture.signIn("keiko")
    _ = try session.digits("0003")
    session.close()
  }

  @Test("cosigns a checkpoint with its time; key and text come back from the file")
  func cosigned() throws {
    let fixture = try SampleVault.copy()
    let (checkpoint, log) = try newest(fixture)
    let cosigned = try cosign(checkpoint)
    let key = try Self.key.get()
    #expect(try cosigned.time(cosignedBy: key.witness) == Self.noon)
    #expect(try SignedCheckpoint(parsing: cosigned.text) == cosigned)
    #expect(try WitnessKey(parsing: key.text) == key)
    #expect(try Witness(parsing: key.witness.text) == key.witness)
    try verify(log, containing: cosigned)
    let verdict = try PythonVerifier.verify(log, vault: nil, containing: cosigned.text)
    #expect(verdict.status == 0, "\(verdict.message)")
    #expect(try cosign(cosigned).signatures.count == 2)
  }

  @Test("another witness's cosignature, none, or one of other bytes does not count")
  func notCosigned() throws {
    let (checkpoint, _) = try newest(try SampleVault.copy())
    let cosigned = try cosign(checkpoint)
    let witness = try Self.key.get().witness
    let other = try WitnessKey(
      name: "office.example.jp", under: SecretBytes(copying: Self.passphrase.span),
      random: RandomBytes())
    #expect(throws: AuditingError(.unknownSigner, detail: "witness")) {
      _ = try cosigned.time(cosignedBy: other.witness)
    }
    #expect(throws: AuditingError(.unknownSigner, detail: "witness")) {
      _ = try checkpoint.time(cosignedBy: witness)
    }
    // Each bit of the time and of the signature.
    let start = try #require(cosigned.text.split(separator: 0x0A).last)
    let line = String(decoding: start, as: UTF8.self).split(separator: " ")
    let raw = try #require(Base64.decode(String(line[2])))
    for bit in stride(from: 32, to: raw.count * 8, by: 7) {
      var changed = raw
      changed[bit / 8] ^= 1 << (bit % 8)
      let text = String(decoding: cosigned.text, as: UTF8.self)
        .replacing(line[2], with: Base64.encode(changed))
      let signed = try SignedCheckpoint(parsing: Array(text.utf8))
      #expect(throws: AuditingError.self, "bit \(bit)") {
        _ = try signed.time(cosignedBy: witness)
      }
    }
  }

  @Test(
    "a text that is no witness is refused",
    arguments: [
      "", "office", "office+00000000+", "a b+00000000+BAAA", "mynumber/x+00000000+BAAA",
      "office.example.jp+00000000+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
    ])
  func notAWitness(text: String) {
    #expect(throws: AuditingError.self) { _ = try Witness(parsing: text) }
  }

  @Test("a wrong passphrase opens no witness's key")
  func wrongPassphrase() throws {
    let (checkpoint, _) = try newest(try SampleVault.copy())
    let wrong = Array("another passphrase".utf8)
    #expect(throws: SealingError.self) {
      _ = try Self.key.get().cosign(
        checkpoint, under: SecretBytes(copying: wrong.span), at: Self.noon)
    }
  }

  @Test("a cosignature does not stand in a user's place")
  func notAUser() throws {
    let (checkpoint, _) = try newest(try SampleVault.copy())
    let lines = String(decoding: try cosign(checkpoint).text, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let alone = (lines[..<4] + lines[5...]).joined(separator: "\n")
    #expect(throws: AuditingError.self) {
      _ = try SignedCheckpoint(parsing: Array(alone.utf8))
    }
  }

  @Test("an older vault put back and worked on further is exposed as a fork by what it cosigned")
  func fork() throws {
    let fixture = try SampleVault.copy()
    for name in ["vault.sqlite", "keys.sqlite"] { try fixture.save(name, as: "old-") }
    try read(fixture)
    let (checkpoint, log) = try newest(fixture)
    let cosigned = try cosign(checkpoint)
    try verify(log, containing: cosigned)
    for name in ["vault.sqlite", "keys.sqlite"] { try fixture.restore(name, from: "old-") }
    let (_, older) = try newest(fixture)
    #expect(throws: AuditingError.self) { try verify(older, containing: cosigned) }
    for _ in 0..<3 { try read(fixture) }
    let (own, forked) = try newest(fixture)
    try verify(forked, containing: own)
    let size = cosigned.checkpoint.size
    #expect(
      throws: AuditingError(
        .inconsistent, line: Self.line(of: size, in: forked), index: size,
        detail: "the checkpoint from outside")
    ) { try verify(forked, containing: cosigned) }
    let verdict = try PythonVerifier.verify(forked, vault: nil, containing: cosigned.text)
    #expect(verdict.status == 76, "\(verdict.message)")
  }

  @Test("a vault that was put back does not open against what it cosigned")
  func forkedVault() throws {
    let fixture = try SampleVault.copy()
    for name in ["vault.sqlite", "keys.sqlite"] { try fixture.save(name, as: "old-") }
    try read(fixture)
    let cosigned = try cosign(newest(fixture).0)
    let folder = try TemporaryFolder()
    let keeper = try FileCheckpointKeeper(
      stateFolder: folder.file("state"), witnessFolder: nil,
      given: [KeptCheckpoint(signed: cosigned, place: "seen.checkpoint")])
    try fixture.open(VaultFixture.environment(keeper: keeper)).store.close()
    for name in ["vault.sqlite", "keys.sqlite"] { try fixture.restore(name, from: "old-") }
    for _ in 0..<3 { try read(fixture) }
    let status = try ExitStatus {
      try fixture.open(VaultFixture.environment(keeper: keeper)).store.close()
    }
    #expect(status.status == 76 && status.description.contains("seen.checkpoint"), "\(status)")
  }

  /// The line of the last of the first `size` entries.
  private static func line(of size: Int, in log: [UInt8]) -> Int? {
    let lines = log.split(separator: 0x0A)
    let entries = lines.indices.filter { lines[$0].starts(with: Array(#"{"entry":"#.utf8)) }
    return entries.dropFirst(size - 1).first.map { $0 + 1 }
  }
}
