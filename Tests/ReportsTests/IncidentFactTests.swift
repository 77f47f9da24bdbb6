import Auditing
import JSON
import People
import Reports
import Rules
import Testing

@Suite("What became known of an incident since")
struct IncidentFactTests {
  let made: IncidentFixture

  init() throws {
    made = try IncidentFixture()
    try made.collect("0001")
    try made.read("0001", by: made.accountant)
  }

  private func verdict(
    cause: String, harms: [String] = ["leak"], _ source: IncidentSource = .period,
    _ facts: [String: CanonicalValue]...
  ) throws -> IncidentVerdict {
    let incident = try made.open(harms, cause: cause)
    made.log.time = max(made.log.time, Timestamp(day("2026-11-24")))
    for fact in facts {
      made.log.time = made.log.time.adding(seconds: 86_400)
      try made.note(fact, of: incident)
    }
    return try made.assess(incident, source).verdict
  }

  @Test("decides where the log alone could not tell")
  func decides() throws {
    #expect(try verdict(cause: "misconfigured") == .unknown)
    #expect(
      try verdict(cause: "misconfigured", .period, ["open_to_many": .bool(true)]) == .required)
    #expect(
      try verdict(cause: "misconfigured", .period, ["open_to_many": .bool(false)]) == .notRequired)
    #expect(try verdict(cause: "unknown") == .unknown)
    #expect(try verdict(cause: "unknown", .period, ["cause": .string("theft")]) == .required)
    #expect(try verdict(cause: "unknown", .period, ["cause": .string("failure")]) == .notRequired)
    #expect(
      try verdict(cause: "misplaced", .period, ["wrongful_on": .string("2026-11-25")]) == .required)
    #expect(
      try verdict(cause: "theft", .period, ["recovered_unseen": .bool(true)]) == .notRequired)
    #expect(try verdict(cause: "misplaced", .period, ["people": .integer(101)]) == .required)
  }

  @Test("of the keys frees, or takes the freedom away; an insider has them whatever is said")
  func keys() throws {
    #expect(try verdict(cause: "theft", .records) == .freeIfKeysAreSafe)
    #expect(try verdict(cause: "theft", .records, ["keys_safe": .bool(true)]) == .notRequired)
    #expect(try verdict(cause: "theft", .records, ["keys_safe": .bool(false)]) == .required)
    #expect(try verdict(cause: "insider", .records, ["keys_safe": .bool(true)]) == .required)
  }

  @Test("said later counts, but the first suspicion, and a count once above a hundred, stand")
  func later() throws {
    #expect(
      try verdict(
        cause: "misconfigured", .period, ["open_to_many": .bool(false)],
        ["open_to_many": .bool(true)]) == .required)
    #expect(
      try verdict(
        cause: "misplaced", .period, ["people": .integer(150)], ["people": .integer(20)])
        == .required)
    let incident = try made.open(cause: "misplaced")
    for day in ["2026-11-25", "2026-11-28"] {
      try made.note(["wrongful_on": .string(day)], of: incident)
    }
    let found = try made.assess(incident, .period)
    #expect(found.incident.facts.wrongfulOn?.isoText == "2026-11-25")
    #expect(found.incident.entries.count == 2)
  }

  @Test("never ends a duty: a wrongful cause, what was open, and a count of the same day stay")
  func sticky() throws {
    #expect(try verdict(cause: "theft", .period, ["cause": .string("misplaced")]) == .required)
    #expect(
      try verdict(
        cause: "misconfigured", .period, ["open_to_many": .bool(true)],
        ["open_to_many": .bool(false)]) == .required)
    let incident = try made.open(cause: "misplaced")
    made.log.time = Timestamp(day("2026-11-30"))
    for people in [150, 20] { try made.note(["people": .integer(people)], of: incident) }
    made.log.time = Timestamp(day("2026-11-25"))
    try made.note(["people": .integer(10)], of: incident)
    let found = try made.assess(incident, .period)
    #expect(found.verdict == .required)
    #expect(found.incident.recounts == [IncidentCount(on: day("2026-11-30"), people: 150)])
  }

  @Test("dates a wrongful cause on its entry's day, and counts sixty days from then")
  func wrongfulCause() throws {
    let incident = try made.open(cause: "unknown", known: "2026-04-01")
    made.log.time = Timestamp(day("2026-04-20"))
    try made.note(["cause": .string("theft")], of: incident)
    let duty = try made.assess(incident, .period).answer?.duty(of: .employer)
    #expect(duty?.findings.map(\.since.isoText) == ["2026-04-20"])
    #expect(duty?.clock(.finalReport)?.dayOne == day("2026-04-20"))
  }

  @Test("that leaves open what decides frees from nothing")
  func contradicted() throws {
    #expect(
      try verdict(
        cause: "theft", .period, ["recovered_unseen": .bool(true), "open_to_many": .bool(true)])
        == .unknown)
    #expect(
      try verdict(cause: "theft", harms: ["loss"], .period, ["copy_remains": .bool(true)])
        == .unknown)
    #expect(
      try verdict(cause: "failure", harms: ["damage"], .period, ["copy_remains": .bool(true)])
        == .notRequired)
    #expect(try verdict(cause: "theft", .bothFiles, ["keys_safe": .bool(true)]) == .required)
  }

  @Test("judges by the count that was given where the log finds nobody")
  func countAlone() throws {
    let incident = try made.open(cause: "theft")
    made.log.time = Timestamp(day("2026-11-25"))
    try made.note(["people": .integer(500)], of: incident)
    let found = try made.assess(incident, .keys)
    #expect(found.people.isEmpty && found.atMost == 500 && found.verdict == .required)
  }

  @Test("dates a count on its entry's day, from which the clocks then run")
  func counted() throws {
    let incident = try made.open(cause: "misplaced", known: "2026-04-01")
    made.log.time = Timestamp(day("2026-04-20"))
    try made.note(["people": .integer(101)], of: incident)
    let duty = try made.assess(incident, .period).answer?.duty(of: .employer)
    #expect(duty?.findings.map(\.since.isoText) == ["2026-04-20"])
  }

  @Test("of a contractor gives the duty of both, and stands in the draft")
  func contractor() throws {
    let incident = try made.open(cause: "theft")
    try made.note(
      [
        "contractor_knew_on": .string("2026-11-20"), "contractor_told_on": .string("2026-11-24"),
      ], of: incident)
    let found = try made.assess(incident, .period)
    #expect(found.answer?.duty(of: .contractor)?.mustReport == false)
    let draft = IncidentDraft(found, .final, organisation: "サンプル食品株式会社")
    #expect(draft.text().contains("委託先が知った日: 2026年11月20日"))
    #expect(found.document.text(.english).contains("the contractor told on"))
  }

  @Test("of another incident, of what opens none, or before it was opened, changes nothing")
  func others() throws {
    let first = try made.open(cause: "misconfigured")
    try made.note(["open_to_many": .bool(true)], of: first + 1)
    let second = try made.open(cause: "misconfigured")
    try made.note(["open_to_many": .bool(false)], of: second)
    try made.note(["open_to_many": .string("yes"), "people": .integer(-3)], of: first)
    #expect(try made.assess(first, .period).verdict == .unknown)
    #expect(try made.assess(first, .period).incident.facts.isEmpty)
    #expect(try made.assess(second, .period).verdict == .notRequired)
  }
}
