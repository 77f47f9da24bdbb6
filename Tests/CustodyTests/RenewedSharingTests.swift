import MyNumberKit
import Testing

@testable import Custody

@Suite("Sharing with a contractor: what is left, and what happens in between")
struct RenewedSharingTests {
  private static let wraps = "k.wraps WHERE key = (SELECT max(key) FROM k.wraps)"
  private static let form = "health-pension-acquisition"

  private func shared(_ people: [String]) throws -> VaultFixture {
    let fixture = try SampleVault.copy()
    try ContractFile.register(fixture)
    try ContractFile.share(fixture, people)
    return fixture
  }

  /// A vault with a contract and nothing shared, and a session after whose next commit something
  /// happens.
  private func between(
    _ act: @escaping (VaultFixture) throws -> Void
  ) throws -> (VaultFixture, Session, ActingKeeper) {
    let fixture = try SampleVault.copy()
    try ContractFile.register(fixture)
    let keeper = ActingKeeper()
    let officer = try fixture.signIn("hanako", VaultFixture.environment(keeper: keeper))
    keeper.act = { try act(fixture) }
    return (fixture, officer, keeper)
  }

  private func read(_ fixture: VaultFixture, _ user: String, _ code: String) throws -> Int32 {
    let session = try fixture.signIn(user)
    defer { session.close() }
    return try ExitStatus {
      _ = try session.digits(code, Self.form, purpose: "health-pension", year: nil)
    }.status
  }

  private func expectNothingShared(_ fixture: VaultFixture) throws {
    #expect(try fixture.open().authority.contractorKeys.isEmpty)
    #expect(try fixture.texts("SELECT count(*) FROM k.grants WHERE key LIKE '%@%'") == ["0"])
    #expect(try fixture.texts("SELECT count(*) FROM k.lockboxes WHERE key LIKE '%@%'") == ["0"])
  }

  // MARK: What is left

  @Test("a new pair leaves no wrap and no half of the pair before, of nobody")
  func rotation() throws {
    let fixture = try shared(["0001", "0003", "0004"])
    let officer = try fixture.signIn("hanako")
    var options = ImportOptions()
    options.replacement = .change(
      on: try #require(CalendarDate(parsing: "2026-11-01")), reason: "漏えいのおそれ")
    let changed = try fixture.folder.write(
      "社員番号,氏名,生年月日,個人番号,番号確認書類,身元確認書類,確認方法,確認日\n"
        + "0004,倉持　伸和,1979-04-02,214307696819,個人番号カード,個人番号カード,対面,2026-11-02\n", as: "changed.csv")
    try officer.importFile(changed, options)
    officer.close()
    let before = try fixture.blobs("sealed", from: Self.wraps + " AND erased = 0")
    let halves = try fixture.blobs("sealed", from: "k.grants WHERE key LIKE '%@%'")
    #expect(before.count == 3 && halves.count == 3)
    try ContractFile.addUser(fixture, "jiro")
    try ContractFile.revoke(fixture, "taro")
    let decider = try RefusingDecider(try VaultFixture.policy(), refusing: ["0003"])
    let session = try fixture.signIn("hanako", VaultFixture.environment(decider: decider))
    let outcome = try ContractFile.share(session, ["0001"])
    #expect(outcome.isRotated && outcome.people == 1, "who is not allowed is not carried over")
    let stated = try session.vault.entries().last { $0.content.action == "key" }?.content
    #expect(stated?.count == 3, "the entry says how many wraps were destroyed")
    session.close()
    #expect(try fixture.blobs("sealed", from: Self.wraps + " AND erased = 0").count == 1)
    let files = try fixture.contents().values
    for sealed in before + halves {
      #expect(!files.contains { $0.holds(sealed) }, "nothing is left of it")
    }
    #expect(try read(fixture, "jiro", "0001") == 0)
    #expect(try read(fixture, "jiro", "0003") == 77)
    let vault = try fixture.open()
    #expect(vault.authority.generations(of: "health-pension@yamada-sr") == [2])
    #expect(try VaultExamination(vault).problemCount == 0)
  }

  @Test("who holds a pair that was renewed meanwhile does not grant it")
  func stale() throws {
    let fixture = try shared(["0001"])
    let early = try fixture.signIn("hanako")
    try ContractFile.addUser(fixture, "jiro")
    try ContractFile.revoke(fixture, "taro")
    #expect(try ContractFile.share(fixture, ["0001"]).isRotated)
    try ContractFile.addUser(fixture, "saburo")
    #expect(early.keyRing.holds("health-pension@yamada-sr"))
    let outcome = try ContractFile.share(early, ["0003"])
    #expect(outcome.users == ["jiro", "saburo"] && outcome.people == 2)
    early.close()
    for user in ["jiro", "saburo"] {
      #expect(try read(fixture, user, "0001") == 0, "\(user)")
      #expect(try read(fixture, user, "0003") == 0, "\(user)")
    }
  }

  @Test("what somebody else shared while a new pair is made is not lost")
  func sharedMeanwhile() throws {
    let fixture = try shared(["0001"])
    let administrator = try fixture.signIn("admin")
    try Users(administrator).add(
      "mina", roles: [RoleID("hr")], passphrase: VaultFixture.passphrase("mina"))
    administrator.close()
    let holder = try fixture.signIn("hanako")
    try Users(holder).grant(to: "mina")
    holder.close()
    try ContractFile.addUser(fixture, "jiro")
    let keeper = ActingKeeper()
    let officer = try fixture.signIn("mina", VaultFixture.environment(keeper: keeper))
    keeper.act = { try ContractFile.share(fixture, ["0004"], with: "taro") }
    let result = try ExitStatus { try ContractFile.share(officer, ["0003"]) }
    #expect(result.status == 75 && keeper.failure == nil, "\(result)")
    #expect(try read(fixture, "taro", "0004") == 0)
    let outcome = try ContractFile.share(officer, ["0003"])
    #expect(outcome.isRotated && outcome.people == 3)
    officer.close()
    for code in ["0001", "0003", "0004"] { #expect(try read(fixture, "taro", code) == 0) }
  }

  @Test("who signed in before the pair was renewed is refused, and no failure is recorded")
  func earlySession() throws {
    let fixture = try shared(["0001"])
    try ContractFile.addUser(fixture, "jiro")
    try ContractFile.share(fixture, ["0001"])
    let early = try fixture.signIn("taro")
    try ContractFile.revoke(fixture, "jiro")
    #expect(try ContractFile.share(fixture, ["0001"]).isRotated)
    let result = try ExitStatus {
      _ = try early.digits("0001", Self.form, purpose: "health-pension", year: nil)
    }
    #expect(result.status == 77, "\(result)")
    let last = try early.vault.entries().last?.content
    #expect(last?.outcome == .refused && last?.rule == "not-shared")
    early.close()
    #expect(try read(fixture, "taro", "0001") == 0)
  }

  // MARK: What fails

  @Test("a number that does not open after it was allowed leaves an entry, and nothing is shared")
  func failed() throws {
    let fixture = try SampleVault.copy()
    try ContractFile.register(fixture)
    let number = try #require(try fixture.open().authority.keyNumber("health-pension"))
    try fixture.sql(
      "UPDATE k.wraps SET sealed = randomblob(60) WHERE key = \(number) AND person = "
        + VaultFixture.row("0003"))
    let officer = try fixture.signIn("hanako")
    let result = try ExitStatus { try ContractFile.share(officer, ["0001", "0003"]) }
    #expect(result.status == 76, "\(result)")
    let entries = try officer.vault.entries().suffix(3).map(\.content)
    #expect(entries.map(\.action) == ["share", "share", "share"])
    #expect(entries.map(\.outcome) == [.allowed, .allowed, .failed])
    #expect(entries.last?.person == "0003" && entries.last?.purpose == "health-pension")
    officer.close()
    try expectNothingShared(fixture)
  }

  @Test("who is refused when it is decided under the lock is in the log, and nothing is shared")
  func refusedUnderTheLock() throws {
    let fixture = try SampleVault.copy()
    try ContractFile.register(fixture)
    let decider = try RefusingDecider(try VaultFixture.policy(), refusing: ["0001"], after: 1)
    let officer = try fixture.signIn("hanako", VaultFixture.environment(decider: decider))
    let size = officer.vault.logSize
    let result = try ExitStatus { try ContractFile.share(officer, ["0001", "0003"]) }
    #expect(result.status == 77, "\(result)")
    let entries = try officer.vault.entries(from: size).map(\.content)
    #expect(entries.map(\.action) == ["share", "share"])
    #expect(entries.map(\.outcome) == [.refused, .allowed])
    officer.close()
    try expectNothingShared(fixture)
  }

  // MARK: What happens between the decision and the wrap

  @Test("a contract that ends in between stops the sharing, with an entry")
  func contractEnded() throws {
    let (fixture, officer, keeper) = try between { fixture in
      let session = try fixture.signIn("admin")
      defer { session.close() }
      try Entrustments(session).end("yamada-sr", on: session.vault.today.adding(days: -1))
    }
    let result = try ExitStatus { try ContractFile.share(officer, ["0001"]) }
    #expect(result.status == 77 && keeper.failure == nil, "\(result)")
    let last = try officer.vault.entries().last?.content
    #expect(last?.action == "share" && last?.outcome == .refused && last?.person == "0001")
    #expect(last?.rule == "contract-lapsed")
    officer.close()
    try expectNothingShared(fixture)
  }

  @Test("a decision that would be another one by then stops the sharing, with an entry")
  func refusedAgain() throws {
    let fixture = try SampleVault.copy()
    try ContractFile.register(fixture)
    let decider = try RefusingDecider(try VaultFixture.policy(), refusing: ["0001"], after: 2)
    let officer = try fixture.signIn("hanako", VaultFixture.environment(decider: decider))
    let result = try ExitStatus { try ContractFile.share(officer, ["0001"]) }
    #expect(result.status == 77, "\(result)")
    #expect(try officer.vault.entries().suffix(2).map(\.content.outcome) == [.allowed, .refused])
    officer.close()
    try expectNothingShared(fixture)
  }

  @Test("a person who changes in between makes it busy; tried again, it is done")
  func personChanged() throws {
    let (fixture, officer, keeper) = try between { fixture in
      let session = try fixture.signIn("hanako")
      defer { session.close() }
      _ = try PersonEvents(session).leave(
        try PersonCode("0001"), on: session.vault.today, reason: .resignation, lastPaidOn: nil)
    }
    let result = try ExitStatus { try ContractFile.share(officer, ["0001"]) }
    #expect(result.status == 75 && keeper.failure == nil, "\(result)")
    try expectNothingShared(fixture)
    #expect(try ContractFile.share(officer, ["0001"]).people == 1)
    officer.close()
    #expect(try read(fixture, "taro", "0001") == 0)
  }
}
