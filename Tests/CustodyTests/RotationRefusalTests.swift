import MyNumberKit
import Testing

@testable import Auditing
@testable import Custody
@testable import Sealing

@Suite("A key's rotation by somebody who may not, or who plants something")
struct RotationRefusalTests {
  private static let key = RotationFixture.key
  private static let live = RotationFixture.liveWraps

  @Test("who does not hold the key, and who has no such role, is refused, with an entry")
  func refused() throws {
    let fixture = try SampleVault.copy()
    for (user, rule) in [
      ("hanako", "key-not-held"), ("audrey", "role-forbids"), ("admin", "role-forbids"),
    ] {
      let result = try ExitStatus { try fixture.rotate(by: user) }
      #expect(result.status == 77, "\(user): \(result)")
      let vault = try fixture.open()
      let last = try #require(try vault.entries().last?.content)
      #expect(last.action == "rotate" && last.rule == rule && last.outcome == .refused)
      #expect(vault.authority.generations(of: Self.key) == [1])
      vault.store.close()
    }
    #expect(try ExitStatus { try fixture.rotate("no-such-key") }.status == 66)
    #expect(try ExitStatus { try fixture.rotate("health-pension@yamada-sr") }.status == 64)
  }

  @Test("a generation that somebody signs who does not hold the key stops the vault")
  func forged() throws {
    for statement in [Forgery.generation, .retirement] {
      for (user, mayDoIt) in [("hanako", false), ("keiko", true)] {
        let fixture = try SampleVault.copy()
        if statement == .retirement { try begin(fixture) }
        let signer = try fixture.signIn(user)
        try statement.plant(as: signer, key: Self.key)
        signer.close()
        let opened = try ExitStatus { _ = try fixture.open() }
        // The same by a holder opens: nothing but the signer is wrong with the other.
        #expect(opened.status == (mayDoIt ? 0 : 76), "\(statement) by \(user): \(opened)")
        #expect(opened.description.contains("the signer may not do this") != mayDoIt, "\(opened)")
      }
    }
  }

  /// States the second generation and carries nothing over.
  private func begin(_ fixture: VaultFixture) throws {
    let session = try fixture.signIn("keiko")
    let transaction = try Transaction(session.vault, touchesKeys: true)
    let hand = KeyHand(session)
    let held = try hand.makeGeneration(
      of: Self.key, under: hand.entry("key"), in: transaction)
    try transaction.seal(held, to: session.account.id)
    try transaction.finish(signedBy: session.secrets.signer)
    session.close()
  }

  @Test("a public key replaced in the entry of a rotation stops the vault")
  func replacedKey() throws {
    let fixture = try SampleVault.copy()
    try fixture.rotate()
    let vault = try fixture.open()
    let stated = Base64.encode(try #require(vault.authority.key(Self.key)).publicKey.bytes)
    vault.store.close()
    let other = Base64.encode(try HeldKey.makePair(random: RandomBytes()).publicKey.bytes)
    try fixture.sql(
      "UPDATE main.entries SET bytes = CAST(replace(CAST(bytes AS TEXT), '\(stated)', '\(other)') "
        + "AS BLOB) WHERE instr(CAST(bytes AS TEXT), '\(stated)') > 0")
    #expect(try ExitStatus { _ = try fixture.open() }.status == 76)
  }

  @Test("a wrap in a lockbox of a generation that has ended is found out, and so is its half")
  func replayed() throws {
    let fixture = try SampleVault.copy()
    let row = VaultFixture.row("0003")
    let wrap = "FROM \(Self.live) AND person = \(row)"
    let id = try #require(try fixture.texts("SELECT id \(wrap)").first)
    let old = try #require(try fixture.texts("SELECT hex(sealed) \(wrap)").first)
    let declaration = try #require(try fixture.texts("SELECT hex(declaration) \(wrap)").first)
    let half = try #require(
      try fixture.texts("SELECT hex(sealed) FROM k.grants WHERE key = '\(Self.key)'").last)
    try fixture.rotate()
    try fixture.sql(
      """
      UPDATE k.wraps SET sealed = zeroblob(60), erased = 1 WHERE id IN (SELECT id \(wrap));
      UPDATE k.wraps SET sealed = x'\(old)', declaration = x'\(declaration)', erased = 0
        WHERE id = \(id);
      """)
    let result = try fixture.read(as: "keiko")
    #expect(result.status == 76, "\(result)")
    let vault = try fixture.open()
    #expect(try VaultExamination(vault).problemCount == 1)
    vault.store.close()
    #expect(try ExitStatus { try fixture.rotate() }.status == 76)
    try fixture.sql(
      """
      UPDATE k.grants SET sealed = x'\(half)', erased = 0
        WHERE id = (SELECT max(id) FROM k.grants WHERE key = '\(Self.key)' AND generation = 1)
      """)
    #expect(try ExitStatus { _ = try fixture.open() }.status == 76)
  }

  @Test("a wrap planted for a purpose that was not declared does not become one that opens")
  func planted() throws {
    let fixture = try SampleVault.copy()
    let row = VaultFixture.row("0003")
    let vault = try fixture.open()
    let person = try vault.requirePerson(try PersonCode("0003"))
    let foreign = try #require(
      vault.authority.keyNames.first {
        !person.record.declares($0) && $0 != "roster" && $0 != "evidence"
      })
    let number = try #require(vault.authority.key(foreign)).number
    vault.store.close()
    try fixture.sql(
      """
      INSERT INTO k.wraps(person, object, version, key, lockbox, declaration, sealed)
        SELECT person, object, version, \(number), lockbox, declaration, sealed FROM \(Self.live)
        AND person = \(row)
      """)
    let result = try ExitStatus { try fixture.rotate(reseal: true) }
    #expect(result.status == 76, "\(result)")
  }
}
