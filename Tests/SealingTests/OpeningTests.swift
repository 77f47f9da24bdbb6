import Numbers
import People
import Rules
import RulesTestSupport
import Secrets
import Testing

@testable import Auditing
@testable import Sealing

@Suite("Opening what was sealed")
struct OpeningTests {
  private let vault: TestVault

  init() throws { vault = try TestVault() }

  @Test("a receipt opens the number it names, for each purpose declared")
  func opens() throws {
    for person in [1, 2] {
      for purpose in ["tax", "health"] {
        #expect(try vault.readFailure(person, purpose: purpose) == nil)
      }
    }
  }

  @Test("a profile opens with its compartment's key, and is what was sealed")
  func profile() throws {
    let opener = try Opener(vault: vault.id, keyRing: vault.ring(vault.tax), rows: vault.rows)
    let opened = try opener.open(vault.object(2, .profile), row: 2, key: "tax")
    let text = opened.withSpan { String(decoding: bytes(of: $0), as: UTF8.self) }
    #expect(text == "氏名2")
    try opener.finish()
  }

  @Test("without the purpose's key, or for a purpose not declared, nothing opens")
  func keys() throws {
    #expect(try vault.readFailure(ring: vault.ring(vault.health)) == .keyNotHeld)
    #expect(try vault.readFailure(ring: vault.ring()) == .keyNotHeld)
    #expect(try vault.readFailure(purpose: "pension") == .keyNotHeld)
    #expect(try vault.openFailure(1, .profile, key: "health") == .missing)
    vault.rows.wraps[vault.place(1)]?[vault.health.key.number] = nil
    #expect(try vault.readFailure(purpose: "health") == .missing)
    #expect(try vault.readFailure(purpose: "tax") == nil)
  }

  @Test("rows of one person in another's place do not open")
  func person() throws {
    let rows = vault.rows
    let (one, two) = (vault.place(1), vault.place(2))
    // The wrap, the value, and both together.
    (rows.wraps[one], rows.wraps[two]) = (rows.wraps[two], rows.wraps[one])
    #expect(try vault.readFailure(1) == .notAuthentic)
    (rows.values[one], rows.values[two]) = (rows.values[two], rows.values[one])
    #expect(try vault.readFailure(1) == .notAuthentic)
    (rows.wraps[one], rows.wraps[two]) = (rows.wraps[two], rows.wraps[one])
    #expect(try vault.readFailure(1) == .wrongCommitment)
  }

  @Test("rows of one version in another's place do not open")
  func version() throws {
    let rows = vault.rows
    rows.values[vault.place(1, version: 2)] = rows.values[vault.place(1)]
    rows.wraps[vault.place(1, version: 2)] = rows.wraps[vault.place(1)]
    #expect(try vault.readFailure(1, version: 2) == .notAuthentic)
    #expect(try vault.readFailure(1, version: 3) == .missing)
  }

  @Test("a value of one kind in another's place does not open")
  func kind() throws {
    let rows = vault.rows
    rows.values[vault.place(1, .evidence)] = rows.values[vault.place(1, .profile)]
    rows.wraps[vault.place(1, .evidence)] = rows.wraps[vault.place(1, .profile)]
    #expect(try vault.openFailure(1, .evidence) == .notAuthentic)
    #expect(try vault.openFailure(1, .profile) == nil)
    rows.values[vault.place(1)] = rows.values[vault.place(1, .profile)]
    rows.wraps[vault.place(1)] = rows.wraps[vault.place(1, .profile)]
    #expect(try vault.readFailure(1) == .notAuthentic)
  }

  @Test("a wrap under another declaration does not open")
  func declaration() throws {
    vault.rows.replaceWrap(
      at: vault.place(1), 3, declaration: [UInt8](repeating: 6, count: 16))
    #expect(try vault.readFailure(1) == .notAuthentic)
    vault.rows.replaceWrap(at: vault.place(1), 3, declaration: [])
    #expect(try vault.readFailure(1) == .notAuthentic)
  }

  @Test("a wrap under another lockbox of the same key does not open")
  func lockbox() throws {
    try vault.startSealer()
    let object = try vault.object(2, version: 2)
    let sealed = try vault.sealer.seal(
      Array("123456789018".utf8), as: object, to: [vault.tax.key],
      declaration: vault.declaration)
    vault.rows.store(
      sealed, at: vault.place(2, version: 2), declaration: vault.declaration,
      from: vault.sealer, base: 200)
    vault.rows.replaceWrap(at: vault.place(1), 3, lockboxRow: 200)
    #expect(try vault.readFailure(1) == .notAuthentic)
    vault.rows.replaceWrap(at: vault.place(1), 3, lockboxRow: 999)
    #expect(try vault.readFailure(1) == .missing)
    vault.rows.replaceWrap(at: vault.place(1), 3, lockboxRow: 100)
    #expect(try vault.readFailure(1) == nil)
  }

  @Test("a wrap of one purpose in another's place does not open")
  func purpose() throws {
    let rows = vault.rows
    let ofTax = rows.wraps[vault.place(1)]?[3]
    rows.wraps[vault.place(1)]?[4] = ofTax
    #expect(try vault.readFailure(1, purpose: "health") == .notAuthentic)
    rows.replaceWrap(at: vault.place(1), 4, lockboxRow: 101)
    #expect(try vault.readFailure(1, purpose: "health") == .notAuthentic)
  }

  @Test("nothing opens in another vault")
  func otherVault() throws {
    let other = try TestVault.vault(2)
    #expect(try vault.readFailure(vault: other) == .wrongCommitment)
    #expect(
      try vault.readFailure(vault: other, ring: vault.ring(vault.tax, vault: vault.id))
        == .notAuthentic)
  }

  @Test("a lockbox that differs in any field does not open")
  func lockboxFields() throws {
    let good = try #require(vault.rows.lockboxes[100])
    func failure(
      uid: [UInt8]? = nil, encapsulated: [UInt8]? = nil, commitment: [UInt8]? = nil,
      generation: Int = 1, key: String = "tax"
    ) throws -> SealingError.Code? {
      vault.rows.lockboxes[100] = Lockbox(
        uid: uid ?? good.uid, key: key, generation: generation,
        encapsulated: encapsulated ?? good.encapsulated,
        commitment: commitment ?? good.commitment)
      return try vault.readFailure(1)
    }
    #expect(try failure() == nil)
    #expect(try failure(uid: altered(good.uid)) == .wrongCommitment)
    #expect(try failure(encapsulated: altered(good.encapsulated)) == .wrongCommitment)
    #expect(try failure(commitment: altered(good.commitment)) == .wrongCommitment)
    #expect(try failure(commitment: []) == .wrongCommitment)
    #expect(try failure(generation: 2) == .generationNotHeld)
    #expect(try failure(key: "none") == .keyNotHeld)
    #expect(try failure(key: "health") == .wrongCommitment)
    // A point of small order, and no point at all: both show tampering.
    #expect(try failure(encapsulated: [UInt8](repeating: 0, count: 32)) == .notAuthentic)
    #expect(try failure(encapsulated: []) == .malformed)
  }

  @Test("a sealed value, commitment or wrap that is changed or cut does not open")
  func changed() throws {
    let good = try #require(vault.rows.values[vault.place(1)])
    let wrap = try #require(vault.rows.wraps[vault.place(1)]?[3])
    func failure(_ value: SealedValue) throws -> SealingError.Code? {
      vault.rows.values[vault.place(1)] = value
      return try vault.readFailure(1)
    }
    for place in good.sealed.indices {
      let value = SealedValue(
        sealed: altered(good.sealed, at: place), commitment: good.commitment)
      #expect(try failure(value) == .notAuthentic, "byte \(place)")
    }
    for place in good.commitment.indices {
      let value = SealedValue(
        sealed: good.sealed, commitment: altered(good.commitment, at: place))
      #expect(try failure(value) == .wrongCommitment, "byte \(place)")
    }
    for count in [0, 12, 27, 28, 39, 41] {
      let cut = Array((good.sealed + [0]).prefix(count))
      #expect(
        try failure(SealedValue(sealed: cut, commitment: good.commitment)) == .malformed,
        "\(count) bytes")
    }
    #expect(
      try failure(SealedValue(sealed: good.sealed, commitment: [])) == .wrongCommitment)
    _ = try failure(good)
    for place in wrap.sealed.indices {
      vault.rows.replaceWrap(at: vault.place(1), 3, sealed: altered(wrap.sealed, at: place))
      #expect(try vault.readFailure(1) == .notAuthentic, "byte \(place)")
    }
    vault.rows.replaceWrap(at: vault.place(1), 3, sealed: [])
    #expect(try vault.readFailure(1) == .malformed)
  }

  @Test("twelve sealed bytes that are no My Number are refused")
  func noNumber() throws {
    try vault.startSealer()
    let sealed = try vault.sealer.seal(
      Array("123456789012".utf8), as: vault.object(1), to: [vault.tax.key],
      declaration: vault.declaration)
    vault.rows.store(
      sealed, at: vault.place(1), declaration: vault.declaration, from: vault.sealer, base: 200)
    #expect(try vault.readFailure(1) == .malformed)
  }

  @Test("one lockbox serves a transaction's key, and each generation has its own")
  func sharing() throws {
    #expect(vault.sealer.madeLockboxes.map(\.key) == ["tax", "health"])
    try vault.startSealer()
    let second = try TestVault.pair("tax", generation: 2, number: 3, vault.random)
    let sealed = try vault.sealer.seal(
      Array("x".utf8), as: vault.object(1, .profile), to: [vault.tax.key, second.key],
      declaration: vault.declaration)
    #expect(vault.sealer.madeLockboxes.map(\.generation) == [1, 2])
    #expect(sealed.wraps.all.map(\.lockboxOrdinal) == [0, 1])
  }

  @Test("two seals of one number have nothing in common")
  func fresh() throws {
    try vault.startSealer()
    let number = try MyNumber(digits: Array("123456789018".utf8).span)
    let sealed = try vault.sealer.seal(
      number, as: vault.object(1), to: [vault.tax.key], declaration: vault.declaration)
    let first = try #require(vault.rows.values[vault.place(1)])
    #expect(sealed.value.sealed.count == 40)
    #expect(sealed.value.commitment.count == 32)
    #expect(sealed.wraps.all.map(\.sealed.count) == [60])
    #expect(sealed.value.sealed != first.sealed)
    #expect(sealed.value.sealed.prefix(12) != first.sealed.prefix(12))
    #expect(sealed.value.commitment != first.commitment)
  }

  @Test("a widening wraps the same data key for one more key")
  func widening() throws {
    let pension = try TestVault.pair("pension", number: 9, vault.random)
    let later = try DeclarationID([UInt8](repeating: 8, count: 16))
    let wraps = try widen(to: pension.key, declaration: later)
    vault.rows.store(
      wraps, at: vault.place(1), declaration: later, from: vault.sealer, base: 300)
    let ring = vault.ring(pension)
    #expect(try vault.readFailure(1, purpose: "pension", ring: ring) == nil)
    #expect(try vault.readFailure(2, purpose: "pension", ring: ring) == .missing)
    vault.rows.replaceWrap(at: vault.place(1), 9, declaration: vault.declaration.bytes)
    #expect(try vault.readFailure(1, purpose: "pension", ring: ring) == .notAuthentic)
  }

  @Test("a widening opens and wraps what its receipt names, and nothing else")
  func otherWidenings() throws {
    let pension = try TestVault.pair("pension", number: 9, vault.random)
    let later = try DeclarationID([UInt8](repeating: 8, count: 16))
    func failure(_ body: () throws -> SealedWraps) -> SealingError.Code? {
      do {
        _ = try body()
        return nil
      } catch {
        return (error as? SealingError)?.code
      }
    }
    #expect(failure { try widen(to: vault.health.key, declaration: later) } == .missing)
    #expect(failure { try widen(to: pension.key, declaration: nil) } == .missing)
    let notHeld = failure {
      try widen(through: "pension", to: pension.key, declaration: later)
    }
    #expect(notHeld == .keyNotHeld)
    vault.rows.replaceWrap(at: vault.place(1), 3, declaration: later.bytes)
    #expect(failure { try widen(to: pension.key, declaration: later) } == .notAuthentic)
  }

  @Test("a data key that is not the number's is not wrapped again")
  func otherDataKey() throws {
    let pension = try TestVault.pair("pension", number: 9, vault.random)
    vault.rows.values[vault.place(1)] = vault.rows.values[vault.place(2)]
    #expect(throws: SealingError(.wrongCommitment, doing: "check a data key")) {
      try widen(to: pension.key, declaration: vault.declaration)
    }
  }

  /// Wraps the first person's data key for the key `pension`, or tries to for another.
  private func widen(
    through key: String = "tax", to target: AuthenticatedKey, declaration: DeclarationID?
  ) throws -> SealedWraps {
    let opener = try Opener(
      vault: vault.id, keyRing: vault.ring(vault.tax), rows: vault.rows)
    var batch = Batch<Widening>()
    try batch.add(
      TestGrant.make(
        .widen, person: 1, purpose: "pension", through: key, target: "pension",
        declaration: declaration))
    var receipts = batch.commit(to: TestSink())
    guard let receipt = receipts.next() else { throw SealingError(.missing, doing: "test") }
    try vault.startSealer()
    return try opener.wrap(spending: receipt, to: target, with: vault.sealer)
  }

  private func altered(_ bytes: [UInt8], at place: Int = 0) -> [UInt8] {
    var bytes = bytes
    bytes[place] ^= 1
    return bytes
  }
}
