import MyNumberKit
import Testing

@testable import Custody

@Suite("A rotation of a vault whose rows somebody changed")
struct RotationTamperingTests {
  private static let key = RotationFixture.key
  private static let live = RotationFixture.liveWraps
  private static let row = VaultFixture.row("0003")

  @Test(
    "a wrap that the holder cannot open is not made into one that opens",
    arguments: ["sealed = zeroblob(60)", "declaration = zeroblob(16)"])
  func unopened(change: String) throws {
    let fixture = try SampleVault.copy()
    try fixture.sql(
      """
      UPDATE k.wraps SET \(change) WHERE id IN (SELECT id FROM \(Self.live) AND person = \(Self.row))
      """)
    let result = try ExitStatus {
      try fixture.rotate("health-pension", by: "hanako", reseal: true)
    }
    #expect(result.status == 76, "\(result)")
  }

  @Test("a tombstone that is called live again stays one")
  func tombstone() throws {
    let fixture = try SampleVault.copy()
    let day = try #require(CalendarDate(parsing: "2026-11-22"))
    let session = try fixture.signIn("admin")
    let plan = try Purge(session).plan(asOf: day, acceptPresumed: false)
    // One of the two purposes alone, so that the number lives on for the other.
    let item = try #require(plan.items.first)
    let run = PurgeRun(
      session, PurgePlan(asOf: day, acceptsPresumed: false, items: [item], presumed: []), nil)
    try run.record()
    try run.shred()
    session.close()
    try fixture.sql("UPDATE k.wraps SET erased = 0 WHERE erased = 1")
    let other = try #require(plan.items.last).purpose.rawValue
    #expect(other != item.purpose.rawValue)
    let result = try ExitStatus { try fixture.rotate(other, reseal: true) }
    #expect(result.status == 76, "\(result)")
  }

  @Test(
    "a wrap that is marked erased and has its bytes keeps the old half, and is there again after")
  func hidden() throws {
    let fixture = try SampleVault.copy()
    let mine = "SELECT id FROM \(Self.live) AND person = \(Self.row)"
    let id = try #require(try fixture.texts(mine).first)
    try fixture.sql("UPDATE k.wraps SET erased = 1 WHERE id = \(id)")
    let result = try ExitStatus { try fixture.rotate() }
    #expect(result.status == 76, "\(result)")
    let vault = try fixture.open()
    #expect(vault.authority.generations(of: Self.key) == [1, 2])
    vault.store.close()
    try fixture.sql("UPDATE k.wraps SET erased = 0 WHERE id = \(id)")
    #expect(try fixture.rotate().isResumed)
    #expect(try fixture.read(as: "keiko").status == 0)
    try fixture.expectSound()
  }

  @Test("a name's wrap is not destroyed on the word of its row", arguments: [0, 9])
  func profileVersion(version: Int) throws {
    let fixture = try SampleVault.copy()
    try fixture.sql(
      "UPDATE main.people SET profile_version = \(version) WHERE id = \(Self.row)")
    let result = try ExitStatus { try fixture.rotate("roster", by: "hanako") }
    #expect(result.status == 76, "\(result)")
    try fixture.sql("UPDATE main.people SET profile_version = 1 WHERE id = \(Self.row)")
    _ = try fixture.rotate("roster", by: "hanako")
    let session = try fixture.signIn("hanako")
    defer { session.close() }
    let person = try session.vault.requirePerson(try PersonCode("0003"))
    #expect(try !session.profile(of: person).name.isEmpty)
  }

  @Test("a reseal that was interrupted is owed still when another user leaves meanwhile")
  func owed() throws {
    let fixture = try SampleVault.copy()
    let before = try fixture.blobs("sealed", from: "main.numbers WHERE person = \(Self.row)")
    let session = try fixture.signIn("keiko")
    let transaction = try Transaction(session.vault, touchesKeys: true)
    let hand = KeyHand(session)
    let held = try hand.makeGeneration(
      of: Self.key, reseals: true, under: hand.entry("key"), in: transaction)
    try transaction.seal(held, to: session.account.id)
    try transaction.finish(signedBy: session.secrets.signer)
    session.close()
    let administrator = try fixture.signIn("admin")
    try Users(administrator).add(
      "kenji", roles: [RoleID("accountant")], passphrase: VaultFixture.passphrase("kenji"),
      recovery: try fixture.openRecovery(administrator))
    try Users(administrator).revoke("kenji")
    administrator.close()
    let done = try fixture.rotate()
    #expect(done.isResealed && done.generation == 3 && done.values > 0)
    #expect(try fixture.blobs("sealed", from: "main.numbers WHERE person = \(Self.row)") != before)
    #expect(try fixture.read(as: "keiko").status == 0)
  }

  @Test("a session from before the rotation of names is told to begin again, not of tampering")
  func staleNames() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    defer { session.close() }
    let person = try session.vault.requirePerson(try PersonCode("0003"))
    try fixture.rotate("roster", by: "hanako")
    #expect(try ExitStatus { _ = try session.profile(of: person) }.status == 75)
  }

  @Test("a number that was purged for a purpose, told it again and then changed, is sealed anew")
  func toldAgain() throws {
    let fixture = try SampleVault.copy()
    let head = "社員番号,氏名,入社日,退職日,最終給与支払日,個人番号,番号確認書類,身元確認書類,確認方法,確認日,利用目的\n"
    let officer = try fixture.signIn("hanako")
    try officer.importFile(
      try fixture.folder.write(
        head + "K1,試験　一,2001-04-01,2016-06-30,2016-07-25,858319664372,個人番号カード,個人番号カード,"
          + "対面,2016-02-10,tax-withholding;employment-insurance\n", as: "k.csv"))
    let administrator = try fixture.signIn("admin")
    let day = try #require(CalendarDate(parsing: "2022-11-22"))
    _ = try #require(try Purge(administrator).run(asOf: day, acceptPresumed: true))
    administrator.close()
    try PersonEvents(officer).add(
      LifeEvent(.rehired, on: CalendarDate(parsing: "2026-11-01"), basis: .recorded),
      to: try PersonCode("K1"))
    officer.close()
    let accountant = try fixture.signIn("keiko")
    let plan = try DeclaringTests.declare(
      "K1", wish: try DeclaringTests.wish("employment-insurance"), by: accountant)
    #expect(plan.lines.map(\.widened.count) == [1])
    var options = ImportOptions()
    options.replacement = .change(
      on: try #require(CalendarDate(parsing: "2026-11-10")), reason: "漏えい")
    let summary = try accountant.importFile(
      try fixture.folder.write(
        head + "K1,試験　一,2001-04-01,,,487861614707,個人番号カード,個人番号カード,対面,2026-11-12,\n",
        as: "changed.csv"), options)
    #expect(summary.replaced == 1)
    accountant.close()
    // The accountant does not hold the insurance's key, and cannot open its wrap of the former number.
    #expect(try fixture.rotate(reseal: true).isResealed)
    try fixture.expectSound()
    let hr = try fixture.signIn("hanako")
    defer { hr.close() }
    let digits = try hr.digits(
      "K1", "employment-insurance-acquisition", purpose: "employment-insurance", version: 1)
    #expect(digits == Array("858319664372".utf8))
  }
}
