import MyNumberKit
import Testing

@Suite("What happens to people, and what is taken back")
struct PersonEventsTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first

  private static func day(_ text: String) -> CalendarDate { CalendarDate(parsing: text) ?? .first }

  private func record(_ code: String, _ session: Session) throws -> PersonRecord {
    try #require(try session.vault.person(try PersonCode(code))).record
  }

  // MARK: Leaving

  @Test("a leaving or a last pay before the employment began is refused, and nothing is written")
  func beforeHired() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let code = try PersonCode("0004")
    let size = session.vault.logSize
    let early = try ExitStatus {
      try PersonEvents(session).leave(
        code, on: Self.day("2009-03-31"), reason: nil, lastPaidOn: nil)
    }
    #expect(early.status == 64 && early.description.contains("2009-04-01"), "\(early)")
    let unpaid = try ExitStatus {
      try PersonEvents(session).leave(
        code, on: Self.day, reason: nil, lastPaidOn: Self.day("2009-03-31"))
    }
    #expect(unpaid.status == 64, "\(unpaid)")
    try PersonEvents(session).add(
      LifeEvent(.rehired, on: Self.day("2020-04-01")), to: code)
    let between = try ExitStatus {
      try PersonEvents(session).leave(
        code, on: Self.day("2019-12-31"), reason: nil, lastPaidOn: nil)
    }
    #expect(between.status == 64 && between.description.contains("2020-04-01"), "\(between)")
    #expect(session.vault.logSize == size + 4, "the employee's and the family's")
    #expect(try record("0004", session).leftOn == nil)
  }

  @Test("a leaving is carried to the family, but not to one who was no dependent any more")
  func household() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let events = PersonEvents(session)
    let removed = LifeEvent(.dependentRemoved, on: Self.day("2020-06-30"))
    try events.add(removed, to: try PersonCode("0004-2"))
    let before = try record("0004-2", session)
    let codes = try events.leave(
      try PersonCode("0004"), on: Self.day("2026-10-31"), reason: .resignation,
      lastPaidOn: Self.day("2026-11-20"))
    #expect(codes.map(\.text) == ["0004", "0004-1", "0004-3"])
    #expect(try record("0004-2", session) == before)
    let spouse = try record("0004-1", session)
    #expect(spouse.leftOn == Self.day("2026-10-31"))
    #expect(spouse.lastPaidOn == Self.day("2026-11-20"))
  }

  @Test("a leaving is taken back from the whole family, with an entry for each")
  func undoneLeaving() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let events = PersonEvents(session)
    let code = try PersonCode("0004")
    let missing = try ExitStatus { try events.undoLeave(code) }
    #expect(missing.status == 66, "\(missing)")
    let before = try ["0004", "0004-1", "0004-2", "0004-3"].map { try record($0, session) }
    try events.leave(code, on: Self.day, reason: .resignation, lastPaidOn: Self.day)
    let size = session.vault.logSize
    #expect(try events.undoLeave(code).count == 4)
    #expect(
      try ["0004", "0004-1", "0004-2", "0004-3"].map { try record($0, session) } == before)
    let entries = try session.vault.entries(from: size).map(\.content)
    #expect(entries.map(\.action) == Array(repeating: "leave-undo", count: 4))
    #expect(entries.allSatisfy { $0.detail == ["on": .string("2026-11-22")] && $0.row != nil })
    let again = try ExitStatus { try events.undoLeave(code) }
    #expect(again.status == 66, "\(again)")
    session.close()
    #expect(throws: Never.self) { try fixture.open() }
  }

  @Test("whoever may not record a leaving may not take one back")
  func undoneByAuditor() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("audrey")
    let code = try PersonCode("0022")
    #expect(try ExitStatus { try PersonEvents(session).undoLeave(code) }.status == 77)
    let event = LifeEvent(.onLeave, on: Self.day)
    #expect(try ExitStatus { try PersonEvents(session).takeBack(event, from: code) }.status == 77)
    #expect(try record("0022", session).leftOn == Self.day("2025-12-31"))
  }

  // MARK: Events

  /// Events that no retention rule could count, or that are a slip of the pen.
  static let unsound: [LifeEvent] = [
    LifeEvent(.matterCompleted, on: day), LifeEvent(.matterCompleted, purpose: "health-pension"),
    LifeEvent(.matterCompleted, on: day.adding(days: 1), purpose: "health-pension"),
    LifeEvent(.matterCompleted, on: day("0206-11-22"), purpose: "health-pension"),
    LifeEvent(.matterCompleted, on: day, purpose: "tax-withholding"),
    LifeEvent(.matterCompleted, on: day, purpose: "stock-options"),
    LifeEvent(.insuranceEnded, on: day, purpose: "tax-declarations"),
    LifeEvent(.insuranceEnded, on: day), LifeEvent(.insuranceBegan, purpose: "health-pension"),
    LifeEvent(.contractEnded, on: day, purpose: "payment-records"),
    LifeEvent(.slipFiled, on: day, form: "withholding-slip-municipality"),
    LifeEvent(.slipFiled, year: 2026), LifeEvent(.slipFiled, year: 2026, form: "wage-ledger"),
    LifeEvent(.slipFiled, year: 2026, purpose: "tax-withholding", form: "payment-record"),
    LifeEvent(.paid), LifeEvent(.paid, on: day), LifeEvent(.paid, year: 0),
    LifeEvent(.paid, year: 2028), LifeEvent(.paid, year: 2015), LifeEvent(.paid, year: 9999),
    LifeEvent(.left, year: 2026), LifeEvent(.left, on: day, purpose: "health-pension"),
    LifeEvent(.dependentRemoved, on: day("2002-06-30")),
    LifeEvent(.noticeFiled, on: day, purpose: "employment-insurance"),
    LifeEvent(.died, on: day.adding(days: 1)),
  ]

  @Test("an event that could not count is refused, and nothing is written", arguments: unsound)
  func faulty(event: LifeEvent) throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let size = session.vault.logSize
    let result = try ExitStatus {
      try PersonEvents(session).add(event, to: try PersonCode("0004"))
    }
    #expect(result.status == 64, "\(result)")
    #expect(session.vault.logSize == size)
  }

  @Test("an event says all of itself in its entry, and so does taking it back")
  func takenBack() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let events = PersonEvents(session)
    let code = try PersonCode("0004")
    let before = try record("0004", session)
    let size = session.vault.logSize
    let done = LifeEvent(.matterCompleted, on: Self.day, purpose: "health-pension")
    let slip = LifeEvent(.slipFiled, year: 2027, form: "withholding-slip-municipality")
    for event in [done, slip] { try events.add(event, to: code) }
    #expect(try record("0004", session).events == [done, slip])
    let other = LifeEvent(.matterCompleted, on: Self.day, purpose: "employment-insurance")
    let unknown = try ExitStatus { try events.takeBack(other, from: code) }
    #expect(unknown.status == 66, "\(unknown)")
    for event in [slip, done] { try events.takeBack(event, from: code) }
    #expect(try record("0004", session) == before)
    let entries = try session.vault.entries(from: size).map(\.content)
    #expect(entries.map(\.action) == ["event", "event", "event-undo", "event-undo"])
    let details: [[String: CanonicalValue]] = [
      [
        "event": .string("matter-completed"), "on": .string("2026-11-22"),
        "purpose": .string("health-pension"),
      ],
      [
        "event": .string("slip-filed"), "year": .integer(2027),
        "form": .string("withholding-slip-municipality"),
      ],
    ]
    #expect(entries.map(\.detail) == details + details.reversed())
    session.close()
    #expect(throws: Never.self) { try fixture.open() }
  }

  @Test("a death or a re-hire is carried to the family, as derived, and taken back with it")
  func carried() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let events = PersonEvents(session)
    let code = try PersonCode("0004")
    try events.add(
      LifeEvent(.dependentRemoved, on: Self.day("2020-06-30")), to: try PersonCode("0004-2"))
    let before = try ["0004", "0004-1", "0004-2", "0004-3"].map { try record($0, session) }
    let size = session.vault.logSize
    let died = LifeEvent(.died, on: Self.day("2026-10-31"))
    #expect(try events.add(died, to: code).map(\.text) == ["0004", "0004-1", "0004-3"])
    let left = LifeEvent(.left, on: Self.day("2026-10-31"), basis: .derived)
    #expect(try record("0004-1", session).events == [left])
    #expect(try record("0004-2", session) == before[2])
    let entries = try session.vault.entries(from: size).map(\.content)
    #expect(
      entries.map { $0.detail["event"] } == [.string("died"), .string("left"), .string("left")])
    let purpose = PurposeID("health-pension")
    let retention = session.vault.policy.retention
    #expect(retention.disposal(of: purpose, for: try record("0004-1", session)) != nil)
    #expect(try events.takeBack(died, from: code).map(\.text) == ["0004", "0004-1", "0004-3"])
    #expect(
      try ["0004", "0004-1", "0004-2", "0004-3"].map { try record($0, session) } == before)
    try events.leave(code, on: Self.day("2025-03-31"), reason: nil, lastPaidOn: nil)
    try events.add(LifeEvent(.rehired, on: Self.day("2026-04-01")), to: code)
    #expect(retention.disposal(of: purpose, for: try record("0004-1", session)) == nil)
    #expect(try record("0004-2", session) == before[2])
    session.close()
    #expect(throws: Never.self) { try fixture.open() }
  }

  @Test("a death taken back leaves the dependents the leaving of the same day")
  func sameDay() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let events = PersonEvents(session)
    let code = try PersonCode("0004")
    let (left, died) = (LifeEvent(.left, on: Self.day), LifeEvent(.died, on: Self.day))
    for event in [left, died] { try events.add(event, to: code) }
    #expect(try events.takeBack(died, from: code) == [code])
    let derived = LifeEvent(.left, on: Self.day, basis: .derived)
    #expect(try record("0004-1", session).events == [derived])
    #expect(try events.takeBack(left, from: code).count == 4)
    #expect(try record("0004-1", session).events.isEmpty)
  }

  @Test("what was derived counts again when what was recorded of the same is taken back")
  func givenBack() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let events = PersonEvents(session)
    let code = try PersonCode("0004")
    let derived = LifeEvent(.paid, year: 2026, basis: .derived)
    let recorded = LifeEvent(.paid, on: Self.day("2026-01-01"), year: 2026)
    for event in [derived, recorded] { try events.add(event, to: code) }
    try events.takeBack(recorded, from: code)
    #expect(try record("0004", session).events == [derived])
    try events.takeBack(recorded, from: code)
    #expect(try record("0004", session).events.isEmpty)
  }

  @Test("many matters are completed at once, of those who left before a day")
  func completedAtOnce() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let events = PersonEvents(session)
    let purpose = PurposeID("employment-insurance")
    let retention = session.vault.policy.retention
    let before = try record("0022", session)
    #expect(retention.isPresumed(purpose, for: before))
    #expect(try events.complete(purpose, leftBefore: Self.day("2025-12-31"), on: nil).isEmpty)
    let size = session.vault.logSize
    let codes = try events.complete(purpose, leftBefore: Self.day("2026-01-01"), on: nil)
    #expect(codes.map(\.text).contains("0022") && !codes.map(\.text).contains("0004"))
    #expect(session.vault.logSize > size)
    let after = try record("0022", session)
    #expect(
      after.events.last
        == LifeEvent(.matterCompleted, on: Self.day("2026-02-28"), purpose: purpose.rawValue))
    #expect(!retention.isPresumed(purpose, for: after))
    #expect(
      retention.disposal(of: purpose, for: after) == retention.disposal(of: purpose, for: before))
    #expect(try events.complete(purpose, leftBefore: Self.day("2026-01-01"), on: nil).isEmpty)
    let health = PurposeID("health-pension")
    let early = try events.complete(
      health, leftBefore: Self.day("2026-01-01"), on: Self.day("2025-12-30"))
    #expect(!early.map(\.text).contains("0022"), "nothing is completed before the leaving")
    let dated = try events.complete(
      health, leftBefore: Self.day("2026-01-01"), on: Self.day("2026-01-10"))
    #expect(dated.map(\.text).contains("0022"))
    #expect(
      retention.disposal(of: health, for: try record("0022", session)) == Self.day("2028-01-11"))
    for name in ["tax-withholding", "stock-options"] {
      let refused = try ExitStatus {
        _ = try events.complete(PurposeID(name), leftBefore: Self.day, on: nil)
      }
      #expect(refused.status == 64, "\(refused)")
    }
  }

  @Test("a benefit completed while employed lets no purge take the number")
  func benefit() throws {
    let fixture = try SampleVault.copy()
    let officer = try fixture.signIn("hanako")
    try PersonEvents(officer).add(
      LifeEvent(.matterCompleted, on: Self.day("2020-06-30"), purpose: "employment-insurance"),
      to: try PersonCode("0004"))
    #expect(try officer.digits("0004", "employment-insurance-loss").count == 12)
    officer.close()
    let session = try fixture.signIn("admin")
    let plan = try Purge(session).plan(asOf: Self.day, acceptPresumed: true)
    #expect(!plan.items.contains { $0.code.text == "0004" })
  }

  @Test("a hold keeps the number from the purge and lets nobody use it again")
  func hold() throws {
    let fixture = try SampleVault.copy()
    let administrator = try fixture.signIn("admin")
    _ = try PersonEvents(administrator).hold(try PersonCode("0801"), reason: "係争中", until: nil)
    #expect(
      try Purge(administrator).plan(asOf: Self.day, acceptPresumed: true).items.isEmpty)
    administrator.close()
    let session = try fixture.signIn("keiko")
    let result = try ExitStatus { _ = try session.digits("0801", year: 2017) }
    #expect(result.status == 77 && result.description.contains("ended on 2025-01-10"), "\(result)")
  }

  // MARK: Users and changes

  @Test("a user whose last day has passed is not added")
  func lastDay() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("admin")
    let size = session.vault.logSize
    let result = try ExitStatus {
      try Users(session).add(
        "shiro", roles: [RoleID("accountant")], until: Self.day.adding(days: -1),
        passphrase: VaultFixture.passphrase("shiro"))
    }
    #expect(result.status == 64 && session.vault.logSize == size, "\(result)")
  }

  @Test("a number cannot have changed on a day that lies ahead")
  func changeAhead() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let size = session.vault.logSize
    var options = ImportOptions()
    options.replacement = .change(on: Self.day.adding(days: 1), reason: "漏えい")
    let result = try ExitStatus { try session.importFile(SampleVault.employees, options) }
    #expect(result.status == 64 && session.vault.logSize == size, "\(result)")
  }
}
