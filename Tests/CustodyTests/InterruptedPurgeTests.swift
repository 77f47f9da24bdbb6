import MyNumberKit
import Testing

@testable import Custody

@Suite("A purge that stops between its two commits")
struct InterruptedPurgeTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first

  @Test("the vault opens, nothing is half erased, and the next run does the rest")
  func between() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("admin")
    let plan = try Purge(session).plan(asOf: Self.day, acceptPresumed: false)
    try PurgeRun(session, plan, nil).record()
    session.close()
    let erased = "SELECT count(*) FROM k.wraps WHERE erased <> 0"
    #expect(try fixture.texts(erased) == ["0"])
    let again = try fixture.signIn("admin")
    #expect(try Purge(again).run(asOf: Self.day, acceptPresumed: false) != nil)
    #expect(try fixture.texts(erased) != ["0"])
    again.close()
    #expect(throws: Never.self) { try fixture.open() }
  }

  @Test("an event between the two commits is not lost to the purge")
  func eventBetween() throws {
    let fixture = try SampleVault.copy()
    let (administrator, officer) = (try fixture.signIn("admin"), try fixture.signIn("hanako"))
    let plan = try Purge(administrator).plan(asOf: Self.day, acceptPresumed: false)
    let run = PurgeRun(administrator, plan, nil)
    try run.record()
    try PersonEvents(officer).leave(
      try PersonCode("0801"), on: Self.day, reason: nil, lastPaidOn: nil)
    let result = try ExitStatus { try run.shred() }
    administrator.close()
    officer.close()
    let record = try #require(try fixture.open().person(try PersonCode("0801"))?.record)
    #expect(record.leftOn == Self.day, "\(result)")
  }

  @Test("a hold between the two commits keeps the number")
  func holdBetween() throws {
    let fixture = try SampleVault.copy()
    let (administrator, other) = (try fixture.signIn("admin"), try fixture.signIn("admin"))
    let plan = try Purge(administrator).plan(asOf: Self.day, acceptPresumed: false)
    let run = PurgeRun(administrator, plan, nil)
    try run.record()
    _ = try PersonEvents(other).hold(try PersonCode("0801"), reason: "係争中", until: nil)
    try run.shred()
    #expect(try run.certificate()?.bytes == nil)
    #expect(run.refused.map(\.refusal) == [.onHold, .onHold])
    #expect(try fixture.texts("SELECT count(*) FROM k.wraps WHERE erased <> 0") == ["0"])
  }
}
