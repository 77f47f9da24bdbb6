import Auditing
import JSON
import People
import Reports
import Rules
import Testing

@Suite("How far a self-check looks")
struct SelfCheckReachTests {
  private typealias Gap = SafeguardLine.Finding<CheckGap>

  private func gaps(
    _ log: HandledLog, _ item: SafeguardItem, asOf: CalendarDate = HandledLog.asOf
  ) throws -> [CheckGap: Gap] {
    let line = try #require(try log.check(asOf: asOf).lines.first { $0.item == item })
    return Dictionary(uniqueKeysWithValues: line.missing.map { ($0.kind, $0) })
  }

  // MARK: Incidents

  @Test("A fact after the last assessment makes it due again, with the fact's entry")
  func factAfterwards() throws {
    let log = try HandledLog()
    let incident = try log.openIncident()
    try log.assess(incident)
    #expect(try gaps(log, .incidents).isEmpty)
    let fact = try log.note(["people": .integer(20)], of: incident)
    #expect(try gaps(log, .incidents)[.notAssessed]?.entries == EntryRanges([fact]))
    try log.assess(incident)
    #expect(try gaps(log, .incidents).isEmpty)
  }

  @Test("An assessment that does not say what came of it, or until when, is none")
  func crookedLook() throws {
    let log = try HandledLog()
    let incident = try log.openIncident()
    try log.log.write("incident-assess") { $0.detail["incident"] = .integer(incident) }
    try log.assess(incident, "perhaps")
    try log.assess(incident, "yes", first: "2026-11-09")
    try log.assess(incident + 1, "no")
    #expect(try gaps(log, .incidents)[.notAssessed]?.entries == EntryRanges([incident]))
    try log.assess(incident, "no", action: "incident-report")
    #expect(try gaps(log, .incidents).isEmpty)
  }

  @Test("One that must be reported is late after its days, until it is recorded as done")
  func late() throws {
    let log = try HandledLog()
    let incident = try log.openIncident()
    let look = try log.assess(incident, "yes", first: "2026-11-09", final: "2026-12-04")
    let (first, last) = (day("2026-11-09"), day("2026-12-04"))
    #expect(try gaps(log, .incidents, asOf: first).isEmpty)
    let late = try gaps(log, .incidents, asOf: last)
    #expect(Array(late.keys) == [.firstReportLate])
    #expect(late[.firstReportLate]?.entries == EntryRanges([incident, look]))
    try log.tell("first-report", of: incident)
    #expect(try gaps(log, .incidents, asOf: last).isEmpty)
    let after = last.adding(days: 1)
    #expect(try Set(gaps(log, .incidents, asOf: after).keys) == [.finalReportLate, .noticeLate])
    try log.tell("final-report", of: incident)
    #expect(try Array(gaps(log, .incidents, asOf: after).keys) == [.noticeLate])
    try log.tell("notice", of: incident)
    #expect(try gaps(log, .incidents, asOf: after).isEmpty)
  }

  @Test("A narrower assessment takes back no graver one; a fact with a new one does")
  func graver() throws {
    let log = try HandledLog()
    let incident = try log.openIncident()
    try log.assess(incident, "yes", first: "2026-11-09", final: "2026-11-20")
    try log.assess(incident, "no")
    #expect(try gaps(log, .incidents)[.finalReportLate] != nil)
    try log.note(["recovered_unseen": .bool(true)], of: incident)
    try log.assess(incident, "no")
    #expect(try gaps(log, .incidents).isEmpty)
    try log.assess(incident, "no-if-keys-are-safe")
    #expect(try Array(gaps(log, .incidents).keys) == [.undecided])
  }

  @Test("Of another incident, or of what is told of none, nothing is done")
  func others() throws {
    let log = try HandledLog()
    try log.reportable("2026-11-09")
    let second = try log.openIncident()
    try log.assess(second)
    for kind in ["first-report", "final-report", "notice"] { try log.tell(kind, of: second) }
    #expect(try gaps(log, .incidents).count == 3)
  }

  // MARK: Reviews

  @Test("What no review looked at within the months is told, however new the last review is")
  func reviews() throws {
    let log = try HandledLog(without: [.review])
    let last = log.log.entries.count - 1
    log.log.time = Timestamp(day("2027-11-20"))
    try log.review(through: 0)
    let on = day("2027-11-22")
    for item in [SafeguardItem.review, .intrusion] {
      let gap = try gaps(log, item, asOf: on)[.entriesNotReviewed]
      #expect(gap?.entries == EntryRanges(1...last), "\(item)")
    }
    try log.review(through: last)
    #expect(try gaps(log, .review, asOf: on).isEmpty)
    #expect(try gaps(log, .intrusion, asOf: on).isEmpty)
  }

  @Test("An entry is not told before the months are over, and a shorter review takes nothing back")
  func reach() throws {
    let log = try HandledLog(without: [.review])
    try log.log.write("sign-in-failed", by: "unknown", .refused)
    try log.review()
    try log.review(through: 0)
    #expect(try gaps(log, .intrusion).isEmpty)
    let unread = try HandledLog(without: [.review])
    let on = day("2027-11-02")
    #expect(try Array(gaps(unread, .review, asOf: on).keys) == [.neverReviewed])
    let check = try log.check()
    let line = try #require(check.lines.first { $0.item == .review })
    let reached = try #require(line.found.first { $0.kind == .reviewed })
    #expect(reached.count == log.log.entries.count - 2)
  }

  // MARK: Numbers

  @Test("A number that came or was replaced after the last check is told with its entry")
  func numbers() throws {
    let log = try HandledLog(without: [.size])
    #expect(try gaps(log, .handlingRules).isEmpty)
    let second = try log.collect("0002")
    let replaced = try log.collect("0001", version: 2, action: "replace")
    try log.check("0001", version: 1)
    try log.check("0002", agrees: false)
    let gap = try gaps(log, .handlingRules)[.numbersUnchecked]
    #expect(gap?.entries == EntryRanges([second, replaced]) && gap?.count == 2)
    try log.check("0001", version: 2)
    try log.log.write("compared") {
      ($0.person, $0.version) = ("0002", 1)
      $0.detail["result"] = .string("match")
    }
    #expect(try gaps(log, .handlingRules).isEmpty)
  }

  @Test("A number that is gone for every purpose needs no check, one that stands for some does")
  func purged() throws {
    let log = try HandledLog(without: [.check, .size])
    func purge(_ purposes: String...) throws {
      try log.log.write("purged") {
        $0.person = "0001"
        $0.detail["items"] = .array(
          purposes.map { .object(["purpose": .string($0), "version": .integer(1)]) })
      }
    }
    try purge("tax-withholding")
    #expect(try gaps(log, .handlingRules)[.numbersUnchecked]?.count == 1)
    try purge("health-pension")
    #expect(try gaps(log, .handlingRules).isEmpty)
  }

  // MARK: Contractors

  @Test("What a contractor returned is proved by a certificate, or looked at in a review")
  func returns() throws {
    let log = try HandledLog()
    try log.log.write("entrustment-end") { $0.detail = ["contractor": .string("c")] }
    try log.log.write("entrustment-returned") {
      $0.detail = ["contractor": .string("c"), "certificate": .bool(true)]
    }
    #expect(try gaps(log, .operation).isEmpty && gaps(log, .disposal).isEmpty)
    try log.log.write("hand-over-returned") { $0.detail = ["id": .string("h")] }
    #expect(try Array(gaps(log, .operation).keys) == [.returnUnproved])
    try log.review()
    #expect(try gaps(log, .operation).isEmpty)
  }

  @Test("An incident that is free if its keys are safe is late until that is said")
  func keys() throws {
    let log = try HandledLog()
    let incident = try log.openIncident()
    try log.assess(incident, "no-if-keys-are-safe", first: "2026-11-09", final: "2026-12-04")
    #expect(try Set(gaps(log, .incidents).keys) == [.undecided, .firstReportLate])
  }

  // MARK: Users and files

  @Test("A training or pledge that a user recorded of oneself stands apart")
  func own() throws {
    let line = try #require(try HandledLog().check().lines.first { $0.item == .training })
    let found = Dictionary(uniqueKeysWithValues: line.found.map { ($0.kind, $0.count) })
    #expect(found == [.trainings: 2, .ownTrainings: 1, .pledges: 2, .ownPledges: 1])
  }

  @Test("No item counts what the program does by itself as evidence of the log")
  func sealed() throws {
    let line = try HandledLog(without: [.files]).check().lines.first { $0.item == .leakPrevention }
    #expect(line?.state == .notProvable)
    #expect(line?.item.rule.show.ja.contains("プログラムの性質") == true)
  }
}
