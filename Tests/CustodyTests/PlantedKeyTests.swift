import MyNumberKit
import Testing

@testable import Auditing
@testable import Custody
@testable import Sealing

/// Attacks that need public keys only, or a holder's own keys, but no signature of another.
@Suite("Keys and lockboxes that somebody planted")
struct PlantedKeyTests {
  /// A number that nobody was given.
  static let made = Array("869208688819".utf8)

  @Test("a purpose's public key replaced in its log entry stops the vault, and nothing is sealed")
  func purposeKey() throws {
    let fixture = try SampleVault.copy()
    let vault = try fixture.open()
    let key = try #require(vault.authority.key("tax-withholding"))
    vault.store.close()
    let counts = "SELECT count(*) FROM k.lockboxes UNION ALL SELECT count(*) FROM k.wraps"
    let before = try fixture.texts(counts)
    let planted = try HeldKey.makePair(random: RandomBytes()).publicKey
    try replaceInLog(fixture, key.publicKey.bytes, planted.bytes)
    let result = try ExitStatus {
      let session = try fixture.signIn("hanako")
      try session.importFile(SampleVault.employees)
    }
    #expect(result.status == 76, "\(result)")
    #expect(try fixture.texts(counts) == before)
  }

  @Test("a user's public key replaced in the log stops the vault before anything is granted")
  func userKey() throws {
    let fixture = try SampleVault.copy()
    let vault = try fixture.open()
    let user = try #require(vault.authority.user(named: "audrey"))
    vault.store.close()
    let before = try fixture.texts("SELECT count(*) FROM k.grants")
    let planted = try HeldKey.makePair(random: RandomBytes()).publicKey
    try replaceInLog(fixture, user.keys.x25519.bytes, planted.bytes)
    let result = try ExitStatus {
      let session = try fixture.signIn("keiko")
      try Users(session).grant(to: "audrey")
    }
    #expect(result.status == 76, "\(result)")
    #expect(try fixture.texts("SELECT count(*) FROM k.grants") == before)
  }

  private func replaceInLog(_ fixture: VaultFixture, _ old: [UInt8], _ new: [UInt8]) throws {
    let (old, new) = (Base64.encode(old), Base64.encode(new))
    let entries = "main.entries WHERE instr(CAST(bytes AS TEXT), '\(old)') > 0"
    #expect(try fixture.texts("SELECT count(*) FROM \(entries)") == ["1"])
    try fixture.sql(
      """
      UPDATE main.entries SET bytes = CAST(replace(CAST(bytes AS TEXT), '\(old)', '\(new)') AS BLOB)
      """)
  }

  @Test(
    "a number sealed to the purpose's public key by a stranger is not read as the person's",
    arguments: [false, true])
  func plantedLockbox(intoKnownLockbox: Bool) throws {
    let fixture = try SampleVault.copy()
    let vault = try fixture.open()
    let key = try #require(vault.authority.key("tax-withholding"))
    let person = try #require(try vault.person(try PersonCode("0003")))
    let declaration = person.record.declarations[0].id
    let sealer = try CollectionSealer(vault: vault.id, random: RandomBytes())
    let (value, wraps) = try sealer.seal(
      try MyNumber(digits: Self.made.span),
      as: SealedObject(person: person.record.id, kind: .number, version: 1), to: [key],
      declaration: declaration)
    let box = sealer.madeLockboxes[0]
    vault.store.close()
    let literal = VaultFixture.literal
    try fixture.sql(
      """
      INSERT INTO k.lockboxes(uid, key, generation, encapsulated, commitment, pin)
        SELECT \(literal(box.uid)), key, generation, \(literal(box.encapsulated)),
        \(literal(box.commitment)), pin FROM k.lockboxes WHERE key = 'tax-withholding';
      INSERT INTO k.wraps(person, object, version, key, lockbox, declaration, sealed)
        SELECT \(person.row), 1, 1, \(key.number),
        (SELECT \(intoKnownLockbox ? "min" : "max")(id) FROM k.lockboxes
          WHERE key = 'tax-withholding'), \(literal(declaration.bytes)), \(literal(wraps.all[0].sealed));
      UPDATE main.numbers SET sealed = \(literal(value.sealed)),
        commitment = \(literal(value.commitment)) WHERE person = \(person.row);
      """)
    let session = try fixture.signIn("keiko")
    let read = try ExitStatus { _ = try session.digits("0003") }
    #expect(read.status == 76, "\(read)")
    let last = try session.vault.entries().last?.content
    #expect(last?.outcome == .failed && last?.rule == "not-authentic")
  }

  @Test("a holder who wraps another data key for the same ciphertext is found out")
  func secondDataKey() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("keiko")
    let person = try #require(try session.vault.person(try PersonCode("0003")))
    let object = SealedObject(person: person.record.id, kind: .number, version: 1)
    let key = try #require(session.keyRing.number(of: "tax-withholding"))
    var (lockboxRow, declaration): (Int64, [UInt8]) = (0, [])
    try session.rows.withWrap(
      person: person.row, kind: .number, version: 1, keyNumber: key
    ) { row, id, _ in (lockboxRow, declaration) = (row, Array(copying: id)) }
    let box = try session.keyRing.open(row: lockboxRow, from: session.rows)
    let context = SealingContext.wrap(
      vault: session.vault.id, lockbox: box.lockbox, object: object, declaration: declaration)
    var cipher = try ObjectCipher()
    let dataKey = try RandomBytes().bytes(32)
    let random = RandomBytes()
    var sealed = [UInt8](repeating: 0, count: 60)
    try box.wrappingKey.withSpan { wrapping throws(SecretsError) in
      var out = sealed.mutableSpan
      try cipher.wrap(
        dataKey.span, under: wrapping, associatedData: context.span, random: random, into: &out)
    }
    // A ciphertext of the other data key, but the commitment of the first one.
    let other = try cipher.seal(
      Self.made.span, dataKey: dataKey.span,
      associatedData: SealingContext.object(vault: session.vault.id, object: object).span,
      random: random)
    session.close()
    try fixture.sql(
      """
      UPDATE k.wraps SET sealed = \(VaultFixture.literal(sealed))
        WHERE person = \(person.row) AND object = 1 AND key = \(key);
      UPDATE main.numbers SET sealed = \(VaultFixture.literal(other.sealed))
        WHERE person = \(person.row);
      """)
    let again = try fixture.signIn("keiko")
    let read = try ExitStatus { _ = try again.digits("0003") }
    #expect(read.status == 76, "\(read)")
    #expect(try again.vault.entries().last?.content.rule == "wrong-commitment")
  }
}
