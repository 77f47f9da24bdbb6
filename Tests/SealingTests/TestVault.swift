import Numbers
import People
import RulesTestSupport
import Secrets

@testable import Auditing
@testable import Sealing

/// A vault in memory: two people, two purposes, the keys of both held.
final class TestVault {
  static let digits = [1: Array("123456789018".utf8), 2: Array("023456789013".utf8)]

  let id: VaultID
  let random = RandomBytes()
  let rows = TestRows()
  let tax: HeldKey
  let health: HeldKey
  let declaration: DeclarationID
  private(set) var sealer: CollectionSealer

  init() throws {
    id = try Self.vault(1)
    tax = try Self.pair("tax", number: 3, random)
    health = try Self.pair("health", number: 4, random)
    declaration = try DeclarationID([UInt8](repeating: 5, count: 16))
    sealer = try CollectionSealer(vault: id, random: random)
    for person in [1, 2] {
      let object = try object(person)
      guard let digits = Self.digits[person] else { continue }
      let number = try MyNumber(digits: digits.span)
      let sealed = try sealer.seal(
        number, as: object, to: [tax.key, health.key], declaration: declaration)
      store(sealed, person, object)
      let profile = try self.object(person, .profile)
      store(
        try sealer.seal(
          Array("氏名\(person)".utf8), as: profile, to: [tax.key], declaration: declaration), person,
        profile)
    }
    try sealer.finish()
  }

  static func vault(_ byte: UInt8) throws -> VaultID {
    guard let id = VaultID([UInt8](repeating: byte, count: 32)) else {
      throw AuditingError(.malformed)
    }
    return id
  }

  static func pair(
    _ name: String, generation: Int = 1, number: Int, _ random: RandomBytes
  ) throws -> HeldKey {
    let pair = try HeldKey.makePair(random: random)
    let key = AuthenticatedKey(
      name: name, generation: generation, number: number, publicKey: pair.publicKey)
    return try HeldKey(pair, for: key)
  }

  func object(
    _ person: Int, _ kind: SealedKind = .number, version: Int = 1
  ) throws -> SealedObject {
    SealedObject(
      person: try PersonID([UInt8](repeating: UInt8(person), count: 16)), kind: kind,
      version: version)
  }

  func place(_ person: Int, _ kind: SealedKind = .number, version: Int = 1) -> TestRows.Place {
    TestRows.Place(person: Int64(person), kind: kind, version: version)
  }

  /// Another collecting transaction.
  func startSealer() throws { sealer = try CollectionSealer(vault: id, random: random) }

  func ring(_ keys: HeldKey..., vault: VaultID? = nil) -> KeyRing {
    let ring = KeyRing(vault: vault ?? id)
    for key in keys { ring.add(key) }
    return ring
  }

  /// The error that reading a person's number meets; nil if it is the right number.
  func readFailure(
    _ person: Int = 1, version: Int = 1, purpose: String = "tax", vault: VaultID? = nil,
    ring: KeyRing? = nil
  ) throws -> SealingError.Code? {
    let opener = try Opener(
      vault: vault ?? id, keyRing: ring ?? self.ring(tax, health, vault: vault), rows: rows)
    var batch = Batch<Reading>()
    try batch.add(
      TestGrant.make(person: UInt8(person), version: version, purpose: purpose))
    var receipts = batch.commit(to: TestSink())
    guard let receipt = receipts.next() else { return .missing }
    do throws(SealingError) {
      let isRight = try opener.open(spending: receipt) { number in
        number.withDigits { bytes(of: $0) == Self.digits[person] }
      }
      try opener.finish()
      return isRight ? nil : .malformed
    } catch {
      return error.code
    }
  }

  /// The error that opening a profile or evidence meets; nil if it opens.
  func openFailure(
    _ person: Int = 1, _ kind: SealedKind = .profile, version: Int = 1, key: String = "tax"
  ) throws -> SealingError.Code? {
    let opener = try Opener(vault: id, keyRing: ring(tax, health), rows: rows)
    do throws(SealingError) {
      let object: SealedObject
      do {
        object = try self.object(person, kind, version: version)
      } catch {
        return .malformed
      }
      _ = try opener.open(object, row: Int64(person), key: key)
      return nil
    } catch {
      return error.code
    }
  }

  private func store(
    _ sealed: (value: SealedValue, wraps: SealedWraps), _ person: Int, _ object: SealedObject
  ) {
    rows.store(
      sealed, at: place(person, object.kind, version: object.version), declaration: declaration,
      from: sealer, base: 100)
  }
}
