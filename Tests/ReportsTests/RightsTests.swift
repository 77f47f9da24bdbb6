import Auditing
import People
import Reports
import Rules
import Testing

@Suite("Who can read")
struct RightsTests {
  let log: TestLog
  let asOf = day("2026-11-22")

  init() throws { log = try TestLog(try TestPolicy.policy(), at: day("2026-11-01")) }

  private func report() throws -> AccessReport {
    try log.report(AccessReportParameters(asOf: asOf, dormantAfterDays: 30))
  }

  private func facts(of id: String) throws -> [UserStanding.Fact]? {
    try report().users.first { $0.id == id }?.facts
  }

  @Test("A grant names the entry, the day, and whoever granted it")
  func grants() throws {
    let id = try log.addUser("経理 太郎", roles: ["accountant"], keys: ["tax-withholding", "roster"])
    let grant = log.entries.count - 2
    let access = try report().access.filter { $0.user == id }
    #expect(access.map(\.key) == ["tax-withholding", "roster"])
    #expect(access.map(\.opensNumbers) == [true, false])
    #expect(access.first?.entries == EntryRanges([grant]))
    #expect(access.first?.grantedBy == ["recovery"])
    #expect(access.first?.since == day("2026-11-01"))
  }

  @Test("The recovery file stands among those who can read, with every key")
  func recovery() throws {
    let report = try report()
    let keys = report.access.filter { $0.user == "recovery" }.map(\.key)
    #expect(keys.count == log.policy.purposes.count + 2)
    #expect(report.access.allSatisfy { !$0.entries.isEmpty })
  }

  @Test("An administrator holds no purpose key and is not pending")
  func administrator() throws {
    let report = try report()
    #expect(!report.access.contains { $0.user == "u0" })
    #expect(try facts(of: "u0") == [])
  }

  @Test("Two roles in one hand are stated as a fact")
  func combined() throws {
    let id = try log.addUser("兼務 三郎", roles: ["hr", "accountant"], keys: ["roster"])
    #expect(try facts(of: id)?.contains(.combinedRoles) == true)
  }

  @Test("A user whose role may hold keys and holds none is pending, an auditor never")
  func pending() throws {
    let hr = try log.addUser("人事 次郎", roles: ["hr"])
    let auditor = try log.addUser("監査 四郎", roles: ["auditor"])
    #expect(try facts(of: hr)?.contains(.pending) == true)
    #expect(try facts(of: auditor)?.contains(.pending) == false)
  }

  @Test("A first passphrase shows until the user changes it")
  func firstPassphrase() throws {
    let id = try log.addUser("経理 太郎", roles: ["accountant"], keys: ["tax-withholding"])
    #expect(try facts(of: id) == [.firstPassphrase])
    try log.changePassphrase(of: id)
    try log.sign()
    #expect(try facts(of: id) == [])
    #expect(try report().access.contains { $0.user == id })
  }

  @Test("A user who has not signed in for longer than asked is dormant, on the day itself not yet")
  func dormant() throws {
    let id = try log.addUser("監査 四郎", roles: ["auditor"])
    log.time = Timestamp(day("2026-10-23"))
    try log.write("sign-in", by: id)
    #expect(try facts(of: id)?.contains(.dormant) == false)
    let later = try log.report(
      AccessReportParameters(asOf: asOf.adding(days: 1), dormantAfterDays: 30))
    #expect(later.users.first { $0.id == id }?.facts.contains(.dormant) == true)
  }

  @Test("A refused sign-in wakes nobody")
  func refusedSignIn() throws {
    let id = try log.addUser("監査 四郎", roles: ["auditor"])
    try log.write("sign-in", by: id, .refused)
    #expect(try report().users.first { $0.id == id }?.lastSignIn == nil)
  }

  @Test("An outsider past the last day is shown as expired, not as dormant")
  func expired() throws {
    let id = try log.addUser(
      "社労士 五郎", roles: ["hr"], keys: ["health-pension"], until: day("2026-11-21"),
      organisation: "五郎事務所")
    #expect(try facts(of: id) == [.external, .expired])
    #expect(try !report().access.contains { $0.user == id })
  }

  @Test("A revoked user can read nothing and stays in the list")
  func revoked() throws {
    let id = try log.addUser("経理 太郎", roles: ["accountant"], keys: ["tax-withholding"])
    try log.state(.revoke(user: id), action: "user-revoke", by: "u0")
    #expect(try facts(of: id) == [.revoked])
    #expect(try !report().access.contains { $0.user == id })
  }

  @Test("On an earlier day it is told who could read then, and not what came later")
  func earlier() throws {
    let first = try log.addUser("経理 太郎", roles: ["accountant"], keys: ["tax-withholding"])
    log.time = Timestamp(day("2026-11-10"))
    let second = try log.addUser("経理 次郎", roles: ["accountant"], keys: ["tax-withholding"])
    try log.state(.revoke(user: first), action: "user-revoke", by: "u0")
    try log.write("sign-in", by: second)
    func report(_ date: String) throws -> AccessReport {
      try log.report(AccessReportParameters(asOf: day(date)))
    }
    let before = try report("2026-11-09")
    #expect(before.users.map(\.id) == ["u0", first])
    #expect(before.users.last?.facts.contains(.revoked) == false)
    let readers = before.access.filter { $0.key == "tax-withholding" }.map(\.user)
    #expect(readers == [first, "recovery"])
    let after = try report("2026-11-10")
    #expect(after.users.map(\.id) == ["u0", first, second])
    #expect(after.users.first { $0.id == first }?.facts == [.revoked])
    #expect(after.users.last?.lastSignIn == day("2026-11-10"))
    #expect(!after.access.contains { $0.user == first })
    let founding = try report("2026-10-31")
    #expect(founding.users.isEmpty && founding.access.isEmpty)
  }

  @Test("A user whose last day is over can read no more")
  func expiredAccess() throws {
    let id = try log.addUser(
      "短期 花子", roles: ["accountant"], keys: ["tax-withholding"], until: day("2026-11-15"))
    for (date, reads) in [("2026-11-15", true), ("2026-11-16", false)] {
      let report = try log.report(AccessReportParameters(asOf: day(date)))
      #expect(report.access.contains { $0.user == id } == reads)
    }
  }
}
