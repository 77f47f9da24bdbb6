import Auditing
import People
import Secrets
import Testing

@testable import Sealing

@Suite("Commitments to data keys")
struct CommitmentTests {
  private static let keys = [
    [UInt8](repeating: 0x11, count: 32), [UInt8](repeating: 0x22, count: 32),
  ]

  private func derived(_ key: [UInt8], _ label: [UInt8]) throws -> [UInt8] {
    try HKDF.expand(key.span, info: label.span, count: 32).withSpan { bytes(of: $0) }
  }

  private func forged(_ context: [UInt8]) throws -> [UInt8] {
    try TwoKeyCiphertext.make(
      Self.keys.map { try derived($0, SealingContext.encrypt) }, associatedData: context)
  }

  private func commitment(_ key: Int) throws -> [UInt8] {
    try derived(Self.keys[key], SealingContext.commit)
  }

  @Test("AES-GCM alone opens one ciphertext under two keys")
  func control() throws {
    let context = Array("of any length at all".utf8)
    let sealed = try forged(context)
    var opened: Set<[UInt8]> = []
    for key in Self.keys {
      let key = try derived(key, SealingContext.encrypt)
      var cipher = try AESGCM()
      var plain = [UInt8](repeating: 0, count: 32)
      var out = plain.mutableSpan
      try cipher.open(sealed.span, key: key.span, associatedData: context.span, into: &out)
      opened.insert(plain)
    }
    #expect(opened.count == 2)
  }

  @Test(
    "the commitment decides which of the two keys opens it",
    arguments: [(0, 0), (1, 1), (0, 1), (1, 0)])
  func decides(key: Int, committed: Int) throws {
    let context = Array("context".utf8)
    let sealed = try forged(context)
    let commitment = try commitment(committed)
    let dataKey = Self.keys[key]
    var plain = [UInt8](repeating: 0, count: 32)
    var out = plain.mutableSpan
    var cipher = try ObjectCipher()
    var code: SealingError.Code?
    do throws(SealingError) {
      try cipher.open(
        sealed.span, commitment: commitment.span, dataKey: dataKey.span,
        associatedData: context.span, into: &out)
    } catch {
      code = error.code
    }
    #expect(code == (key == committed ? nil : .wrongCommitment))
  }

  @Test("two purposes cannot be shown two contents of one record")
  func twoReaders() throws {
    let vault = try TestVault()
    let object = try vault.object(1, .evidence)
    let sealed = try forged(SealingContext.object(vault: vault.id, object: object))
    try vault.startSealer()
    for (key, purpose) in [(0, vault.tax), (1, vault.health)] {
      let dataKey = Self.keys[key]
      let wraps = try vault.sealer.wrap(
        SecretBytes(copying: dataKey.span), of: object, to: [purpose.key],
        declaration: vault.declaration)
      vault.rows.store(
        wraps, at: vault.place(1, .evidence), declaration: vault.declaration,
        from: vault.sealer, base: 400)
    }
    for committed in [0, 1] {
      vault.rows.values[vault.place(1, .evidence)] = SealedValue(
        sealed: sealed, commitment: try commitment(committed))
      let tax = try vault.openFailure(1, .evidence, key: "tax")
      let health = try vault.openFailure(1, .evidence, key: "health")
      #expect(tax == (committed == 0 ? nil : .wrongCommitment))
      #expect(health == (committed == 1 ? nil : .wrongCommitment))
    }
  }
}
