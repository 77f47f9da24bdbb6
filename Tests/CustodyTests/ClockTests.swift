import MyNumberKit
import Testing

@testable import Custody

@Suite("A clock that is set back")
struct ClockTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 25) ?? .first
  private static let after = Timestamp(day.adding(days: 1), secondOfDay: 0)
  private static let far = Timestamp(day.adding(years: 20), secondOfDay: 0)

  private func signIn(
    _ fixture: VaultFixture, _ user: String, at time: Timestamp = VaultFixture.noon
  ) throws -> Session {
    try fixture.signIn(user, VaultFixture.environment(now: time))
  }

  /// A sign-in with the clock at a moment; its entry stays.
  private func visit(_ fixture: VaultFixture, at time: Timestamp) throws {
    try signIn(fixture, "audrey", at: time).close()
  }

  private func addShiro(_ fixture: VaultFixture) throws {
    let administrator = try fixture.signIn("admin")
    defer { administrator.close() }
    let recovery = try Recovery(
      fixture.recovery, of: administrator.vault, passphrase: VaultFixture.passphrase("recovery"))
    try Users(administrator).add(
      "shiro", roles: [RoleID("accountant")], until: Self.day,
      passphrase: VaultFixture.passphrase("shiro"), recovery: recovery)
  }

  private func mark(_ entry: Entry) -> Int? {
    guard case .integer(let delay)? = entry.content.detail[EntryContent.clockDelay] else {
      return nil
    }
    return delay
  }

  @Test("an expired user does not revive, and the refusal says that the clock went back")
  func expiredUser() throws {
    let fixture = try SampleVault.copy()
    try addShiro(fixture)
    try signIn(fixture, "shiro").close()
    try visit(fixture, at: Self.after)
    let result = try ExitStatus { _ = try signIn(fixture, "shiro") }
    #expect(result.status == 77 && result.description.contains("2026-11-25"), "\(result)")
    let last = try #require(try fixture.open().entries().last)
    #expect(last.content.rule == "grant-not-in-date" && last.time == VaultFixture.noon)
    #expect(mark(last) == Int(Self.after.seconds - VaultFixture.noon.seconds))
  }

  @Test("a session does not outlive the user's last day because its clock goes back")
  func session() throws {
    let fixture = try SampleVault.copy()
    try addShiro(fixture)
    let session = try signIn(fixture, "shiro")
    #expect(try session.digits("0003").count == 12)
    try visit(fixture, at: Self.after)
    // What another process wrote is met at the next commit, and decided on from then on.
    _ = try ExitStatus { _ = try session.digits("0003") }
    let result = try ExitStatus { _ = try session.digits("0003") }
    #expect(result.status == 77, "\(result)")
  }

  @Test("a number past its disposal is not read again")
  func disposal() throws {
    let fixture = try SampleVault.copy()
    let officer = try signIn(fixture, "hanako")
    try PersonEvents(officer).leave(
      try PersonCode("0003"), on: Self.day.adding(days: -30), reason: nil, lastPaidOn: nil)
    officer.close()
    let before = try signIn(fixture, "keiko")
    #expect(try before.digits("0003").count == 12)
    before.close()
    try visit(fixture, at: Self.far)
    let session = try signIn(fixture, "keiko")
    let result = try ExitStatus { _ = try session.digits("0003") }
    #expect(result.status == 77, "\(result)")
    let last = try #require(try session.vault.entries().last)
    #expect(last.content.rule == "past-disposal" && mark(last) != nil)
  }

  @Test("every entry of a commit is marked while the clock is behind, the changed person's too")
  func marks() throws {
    let fixture = try SampleVault.copy()
    try visit(fixture, at: Self.after)
    let session = try signIn(fixture, "hanako")
    let before = session.vault.logSize - 1
    try PersonEvents(session).leave(
      try PersonCode("0005"), on: Self.day, reason: nil, lastPaidOn: nil)
    let entries = try session.vault.entries(from: before)
    #expect(entries.map(\.content.action).contains("leave"))
    #expect(entries.allSatisfy { mark($0) != nil && $0.time == VaultFixture.noon })
    #expect(try session.vault.person(try PersonCode("0005"))?.record.leftOn == Self.day)
    session.close()
    // The log verifies, and what was written is what is decided on.
    #expect(try fixture.open().person(try PersonCode("0005"))?.record.leftOn == Self.day)
  }

  @Test(
    "a clock a few minutes behind is not marked, a clock ahead neither", arguments: [-300, 600])
  func tolerance(difference: Int64) throws {
    let fixture = try SampleVault.copy()
    try visit(fixture, at: Self.after)
    let time = Self.after.adding(seconds: difference)
    let session = try signIn(fixture, "keiko", at: time)
    _ = try session.digits("0003")
    #expect(session.vault.clockDelay == nil)
    #expect(session.vault.decisionTime == max(time, Self.after))
    #expect(try session.vault.entries().suffix(2).allSatisfy { mark($0) == nil })
    session.close()
    let behind = try fixture.open(
      VaultFixture.environment(now: max(time, Self.after).adding(seconds: -301)))
    #expect(behind.clockDelay == 301)
  }

  @Test("an entry made with a clock far ahead destroys nothing once the clock is right")
  func purge() throws {
    let fixture = try SampleVault.copy()
    try visit(fixture, at: Self.far)
    let session = try signIn(fixture, "admin")
    #expect(session.vault.decisionDay == Self.far.japanDate)
    #expect(session.vault.today == VaultFixture.noon.japanDate)
    let result = try ExitStatus {
      _ = try Purge(session).run(asOf: session.vault.decisionDay, acceptPresumed: true)
    }
    #expect(result.status == 64, "\(result)")
  }

  @Test("a purpose that was purged is told anew, though the purge dates before the declaration")
  func purgedBefore() throws {
    let fixture = try VaultFixture()
    let session = try signIn(fixture, "hanako")
    let random = session.vault.environment.random
    let id = try DeclarationID(try random.bytes(16))
    let planner = try PersonPlanner(
      session, ImportOptions(), try CollectionSealer(vault: session.vault.id, random: random),
      declaration: id)
    let names = ["employment-insurance", "health-pension"]
    var record = PersonRecord(
      id: try PersonID(try random.bytes(16)), code: try PersonCode("E1"), kind: .employee)
    record.declarations = [
      Declaration(id: id, purposes: names, date: Self.day, method: "x", by: "u1")
    ]
    let purposes = names.map { PurposeID($0) }
    #expect(planner.untold(purposes, record).isEmpty)
    record.notePurge(of: "health-pension", on: Self.day.adding(days: -1))
    #expect(planner.untold(purposes, record) == [PurposeID("health-pension")])
  }

  @Test("a failed sign-in, which nobody signs, moves no clock")
  func unsigned() throws {
    let fixture = try SampleVault.copy()
    try addShiro(fixture)
    let vault = try fixture.open(VaultFixture.environment(now: Self.far))
    let failed = try ExitStatus {
      _ = try SignIn(vault).session(user: "shiro", passphrase: VaultFixture.passphrase("wrong"))
    }
    #expect(failed.status == 77)
    #expect(vault.latestTime == VaultFixture.noon)
    vault.store.close()
    let session = try signIn(fixture, "shiro")
    #expect(session.vault.clockDelay == nil)
    #expect(try session.digits("0003").count == 12)
  }
}
