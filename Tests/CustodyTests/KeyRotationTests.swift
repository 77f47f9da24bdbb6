import MyNumberKit
import Testing

@testable import Auditing
@testable import Custody
@testable import Sealing

@Suite("A key's rotation")
struct KeyRotationTests {
  private static let key = RotationFixture.key
  private static let insurance = "health-pension-acquisition"
  private static let live = RotationFixture.liveWraps

  // MARK: What it does

  @Test("a holder makes a new generation, all opens by it, and nothing is left of the old one")
  func byHolder() throws {
    let fixture = try SampleVault.copy()
    let halves = try fixture.blobs("sealed", from: "k.grants WHERE key = '\(Self.key)'")
    let wraps = try fixture.blobs("sealed", from: Self.live)
    let done = try fixture.rotate()
    #expect(done.generation == 2 && done.values == wraps.count && !done.isResumed)
    #expect(try fixture.read(as: "keiko").status == 0)
    #expect(try fixture.read(as: "hanako", "0003", Self.insurance).status == 0)
    let keys = try #require(try fixture.contents()["keys/keys.sqlite"])
    for old in halves + wraps { #expect(!keys.holds(old), "something of generation 1 is left") }
    #expect(try fixture.blobs("sealed", from: Self.live).count == wraps.count)
    try fixture.expectSound()
    let vault = try fixture.open()
    #expect(vault.authority.generations(of: Self.key) == [2])
    #expect(vault.authority.recoveryGrants.filter { $0.key == Self.key }.map(\.generation) == [2])
    let actions = try vault.entries().map(\.content.action)
    #expect(actions.contains("rotate-batch") && actions.contains("key-retire"))
  }

  @Test("many lockboxes become one a batch")
  func merging() throws {
    let fixture = try SampleVault.copy()
    let officer = try fixture.signIn("hanako")
    for index in 0..<3 {
      let number = RotationFixture.numbers[index]
      try officer.importFile(
        try fixture.folder.write(
          "社員番号,氏名,入社日,個人番号,番号確認書類,身元確認書類,確認方法,確認日\n"
            + "M\(index),試験,2024-04-01,\(number),個人番号カード,個人番号カード,対面,2024-04-01\n",
          as: "m\(index).csv"))
    }
    officer.close()
    let boxes = "SELECT count(DISTINCT lockbox) FROM \(Self.live)"
    #expect(try fixture.texts(boxes) == ["4"])
    let session = try fixture.signIn("keiko")
    _ = try KeyRotation(session).rotate(Self.key)
    #expect(try session.digits("M1") == Array(RotationFixture.numbers[1].utf8))
    session.close()
    #expect(try fixture.texts(boxes) == ["1"])
  }

  @Test("all holders get the new generation, and only whoever is active")
  func holders() throws {
    let fixture = try SampleVault.copy()
    let administrator = try fixture.signIn("admin")
    for name in ["kenji", "shiro"] {
      try Users(administrator).add(
        name, roles: [RoleID("accountant")],
        until: name == "shiro" ? CalendarDate(parsing: "2026-11-22") : nil,
        passphrase: VaultFixture.passphrase(name),
        recovery: try fixture.openRecovery(administrator))
    }
    administrator.close()
    let later = Timestamp(
      try #require(CalendarDate(parsing: "2026-11-23")), secondOfDay: 36_000)
    let session = try fixture.signIn("keiko", VaultFixture.environment(now: later))
    _ = try KeyRotation(session).rotate(Self.key)
    let holders = session.vault.authority.holders(of: Self.key).map(\.name)
    #expect(holders == ["keiko", "kenji"])
    session.close()
    #expect(try fixture.read(as: "kenji").status == 0)
  }

  @Test("the compartments of names and of evidence are rotated too")
  func compartments() throws {
    let fixture = try SampleVault.copy()
    for key in ["roster", "evidence"] {
      #expect(try fixture.rotate(key, by: "hanako", reseal: key == "roster").values > 0)
    }
    let session = try fixture.signIn("hanako")
    let person = try session.vault.requirePerson(try PersonCode("0003"))
    #expect(try !session.profile(of: person).name.isEmpty)
    session.close()
    try fixture.expectSound()
  }

  @Test("the recovery file rotates where no holder is left, and the next holder reads")
  func ceremony() throws {
    let fixture = try SampleVault.copy()
    let administrator = try fixture.signIn("admin")
    try Users(administrator).revoke("keiko")
    let due = administrator.vault.authority.rotationDue
    #expect(due.contains(Self.key) && due.contains("roster") && !due.contains("health-pension"))
    let recovery = try fixture.openRecovery(administrator)
    let rotation = KeyRotation(administrator, recovery: recovery)
    #expect(Set(rotation.due) == due)
    for key in rotation.due { _ = try rotation.rotate(key) }
    #expect(administrator.vault.authority.rotationDue.isEmpty)
    #expect(administrator.vault.authority.holders(of: Self.key).isEmpty)
    try Users(administrator).add(
      "kenji", roles: [RoleID("accountant")], passphrase: VaultFixture.passphrase("kenji"),
      recovery: recovery)
    administrator.close()
    #expect(try fixture.read(as: "kenji").status == 0)
    try fixture.expectSound()
  }

  // MARK: What a leaver can still do

  @Test("a revoked user's old half opens nothing that is sealed after")
  func leaver() throws {
    let fixture = try SampleVault.copy()
    let leaver = try fixture.signIn("keiko")
    let old = try #require(leaver.keyRing.key(Self.key))
    leaver.close()
    let administrator = try fixture.signIn("admin")
    try Users(administrator).revoke("keiko")
    let recovery = try fixture.openRecovery(administrator)
    _ = try KeyRotation(administrator, recovery: recovery).rotate(Self.key)
    let boxes = try administrator.vault.store.liveWraps(
      ofKey: Int64(old.key.number), after: 0, limit: 10_000
    ).map(\.lockbox)
    #expect(!boxes.isEmpty)
    let rows = try PinnedRows(administrator.vault)
    for row in Set(boxes) {
      let lockbox = try rows.lockbox(row: row)
      #expect(lockbox.generation == 2)
      #expect(throws: SealingError.self) {
        _ = try OpenLockbox.open(
          lockbox, keyNumber: old.key.number, vault: administrator.vault.id, with: old.privateKey)
      }
    }
    administrator.close()
  }

  @Test(
    "a copy of both files from before opens today's ciphertexts, and after a reseal it does not",
    arguments: [false, true])
  func copyOfBefore(reseal: Bool) throws {
    let fixture = try SampleVault.copy()
    let copy = try VaultFixture(copying: fixture)
    let before = try fixture.blobs("sealed", from: "main.numbers ORDER BY id")
    try fixture.rotate(reseal: reseal)
    let row = VaultFixture.row("0003")
    let number = try #require(
      try fixture.blobs("sealed || commitment", from: "main.numbers WHERE person = \(row)").first)
    let literal = VaultFixture.literal
    try copy.sql(
      """
      UPDATE main.numbers SET sealed = \(literal(Array(number[..<40]))),
        commitment = \(literal(Array(number[40...]))) WHERE person = \(row)
      """)
    #expect(try copy.read(as: "keiko").status == (reseal ? 76 : 0))
    #expect(try fixture.read(as: "keiko").status == 0)
    #expect(try fixture.read(as: "hanako", "0003", Self.insurance).status == 0)
    let after = try fixture.blobs("sealed", from: "main.numbers ORDER BY id")
    #expect((before != after) == reseal)
    if reseal {
      let records = try #require(try fixture.contents()["vault.sqlite"])
      let old = try #require(
        try copy.blobs("sealed", from: "main.numbers WHERE person <> \(row) LIMIT 1").first)
      #expect(!records.holds(old), "an old ciphertext is left")
    }
    try fixture.expectSound()
  }

  @Test("a reseal keeps former numbers, second entries and what is shared with a contractor")
  func resealingAll() throws {
    let entries = try SecondEntryFixture()
    try entries.entered("E1", SecondEntryFixture.one).close()
    #expect(try entries.vault.rotate(reseal: true).values > 2)
    let session = try entries.vault.signIn("keiko")
    #expect(try session.digits("E1") == Array(SecondEntryFixture.one.utf8))
    session.close()

    let fixture = try SampleVault.copy()
    try ContractFile.register(fixture)
    try ContractFile.share(fixture, ["0003", "0004"])
    try fixture.rotate("health-pension", by: "hanako", reseal: true)
    let shared = try fixture.signIn("taro")
    #expect(
      try !shared.digits("0004", Self.insurance, purpose: "health-pension", year: nil).isEmpty)
    shared.close()
    // The accountant does not hold the contractor's key, by which a wrap is shown to be real.
    let other = try ExitStatus { try fixture.rotate(reseal: true) }
    #expect(other.status == 64, "\(other)")
    #expect(try fixture.read(as: "keiko").status == 0)
    let administrator = try fixture.signIn("admin")
    #expect(administrator.vault.authority.generations(of: Self.key) == [1])
    let done = try KeyRotation(administrator, recovery: fixture.openRecovery(administrator))
      .rotate(Self.key, reseal: true)
    #expect(done.isResealed && done.generation == 2)
    administrator.close()
    #expect(try fixture.read(as: "keiko").status == 0)
    try fixture.expectSound()
  }

  // MARK: Others at work

  @Test("what was sealed before the rotation and is stored after it is not stored")
  func stale() throws {
    let fixture = try SampleVault.copy()
    let officer = try fixture.signIn("hanako")
    let sealer = try CollectionSealer(vault: officer.vault.id, random: RandomBytes())
    let key = try #require(officer.vault.authority.key(Self.key))
    _ = try sealer.seal(
      [1, 2, 3],
      as: SealedObject(
        person: try officer.vault.requirePerson(try PersonCode("0003")).record.id,
        kind: .evidence, version: 9), to: [key], declaration: try DeclarationID(Array(1...16)))
    try fixture.rotate()
    let result = try ExitStatus {
      let transaction = try Transaction(officer.vault, touchesKeys: true)
      _ = try transaction.add(officer.entry("import-batch"), pinning: sealer.madeLockboxes)
    }
    #expect(result.status == 75, "\(result)")
    officer.close()
  }

  @Test("a session from before a rotation is told to begin again, and reads then")
  func staleSession() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("keiko")
    try fixture.rotate()
    #expect(try ExitStatus { _ = try session.digits("0003") }.status == 75)
    session.close()
    #expect(try fixture.read(as: "keiko").status == 0)
  }
}
