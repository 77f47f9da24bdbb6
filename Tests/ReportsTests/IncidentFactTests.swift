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
    #expect(try verdict(cause: "unknown", .period, ["cause": .string("failure")]) == .unknown)
    #expect(try verdict(cause: "unknown", .period, ["cause": .string("misplaced")]) == .notRequired)
    #expect(
      try verdict(cause: "misplaced", .period, ["wrongful_on": .string("2026-11-25")]) == .required)
    #expect(
      try verdict(cause: "theft", .period, ["recovered_unseen": .bool(true)]) == .notRequired)
    #expect(try verdict(cause: "misplaced", .period, ["people": .integer(101)]) == .required)
  }

  @Test(
    "of a failure or a wrong address must say whether many could see it, unless it came back unseen",
    arguments: ["failure", "misdelivered"])
  func openness(cause: String) throws {
    #expect(try verdict(cause: cause) == .unknown)
    #expect(try verdict(cause: cause, .period, ["open_to_many": .bool(true)]) == .required)
    #expect(try verdict(cause: cause, .period, ["open_to_many": .bool(false)]) == .notRequired)
    #expect(try verdict(cause: cause, .period, ["recovered_unseen": .bool(true)]) == .notRequired)
    #expect(try verdict(cause: cause, harms: ["damage"]) == .notRequired)
    let asked = try made.assess(try made.open(cause: cause), .period).document.text(.english)
    #expect(asked.contains("incident fact --open-to-many"))
    let other = try made.assess(try made.open(cause: "misplaced"), .period).document.text(.english)
    #expect(!other.contains("incident fact --open-to-many"))
  }

  @Test("adds a harm, which then counts like one of the opening, and takes none back")
  func harms() throws {
    let leak: [String: CanonicalValue] = ["harms": .array([.string("leak")])]
    let use: [String: CanonicalValue] = ["harms": .array([.string("use")])]
    let many: [String: CanonicalValue] = ["open_to_many": .bool(true)]
    #expect(try verdict(cause: "misconfigured", harms: ["loss"], .period, many) == .notRequired)
    #expect(
      try verdict(cause: "misconfigured", harms: ["loss"], .period, leak, many) == .required)
    let incident = try made.open(["loss"], cause: "insider")
    for fact in [leak, use] { try made.note(fact, of: incident) }
    let found = try made.assess(incident, .period)
    #expect(found.incident.harms == [.leak, .loss, .use])
    #expect(
      found.answer?.duty(of: .employer)?.findings.map(\.item) == [.wrongfulLeak, .wrongfulUse])
    let draft = IncidentDraft(found, .first, organisation: "サンプル食品株式会社")
    #expect(draft.text().contains("事案の種別: 漏えい、滅失、番号法9条に反する利用"))
    #expect(found.document.text(.english).contains("happened besides"))
    try made.note(["harms": .array([.string("provision"), .string("flood")])], of: incident)
    try made.note(["harms": .string("provision")], of: incident)
    #expect(try made.assess(incident, .period).incident.harms == [.leak, .loss, .use])
  }

  @Test("of keys that were lost, as became known later, concerns everybody held")
  func lostKeys() throws {
    let incident = try made.open(["leak"], cause: "misplaced")
    #expect(try made.assess(incident, .keys).people.isEmpty)
    try made.note(["harms": .array([.string("loss")])], of: incident)
    #expect(try made.assess(incident, .keys).people.map(\.code) == ["0001"])
  }

  @Test("is kept by the log with what came of it: the verdict, and until when it is reported")
  func outcome() throws {
    let stolen = try made.assess(try made.open(cause: "theft"), .period).outcome
    #expect(stolen.verdict == .required && stolen.firstReport == day("2026-11-28"))
    #expect(stolen.finalReport == day("2027-01-22"))
    let mislaid = try made.assess(try made.open(cause: "misplaced"), .period).outcome
    #expect(mislaid == IncidentOutcome(.notRequired))
    #expect(mislaid.detail == ["reportable": .string("no")])
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

  @Test("that was known before its entry begins the clock then, but not before the incident's")
  func knownBefore() throws {
    func since(_ fact: [String: CanonicalValue]) throws -> String? {
      made.log.time = Timestamp(day("2026-04-01"))
      let incident = try made.open(cause: "misplaced", known: "2026-04-01")
      made.log.time = Timestamp(day("2026-04-20"))
      try made.note(["people": .integer(20)], of: incident)
      try made.note(fact, of: incident)
      let duty = try made.assess(incident, .period).answer?.duty(of: .employer)
      return duty?.findings.first?.since.isoText
    }
    let many = CanonicalValue.integer(101)
    #expect(try since(["people": many, "on": .string("2026-04-10")]) == "2026-04-10")
    #expect(try since(["people": many, "on": .string("2026-03-01")]) == "2026-04-01")
    #expect(try since(["people": many, "on": .string("2026-05-01")]) == "2026-04-20")
    #expect(
      try since(["cause": .string("theft"), "on": .string("2026-04-12")]) == "2026-04-12")
    #expect(try since(["people": .integer(100), "on": .string("2026-04-10")]) == nil)
  }

  @Test("of what was carried out goes by its record, and by the file of which it is a part")
  func carriedOut() throws {
    let out = try made.log.write("handling-move") {
      $0.reason = "年末調整の書類"
      $0.detail = [
        "kind": .string("carry-out"), "on": .string("2026-11-09"), "by": .string("総務部"),
        "party": .string("税理士"), "protection": .string("施錠ケース"),
      ]
    }
    let incident = try made.open(["loss"], cause: "misplaced")
    try made.note(["people": .integer(101)], of: incident)
    let found = try made.assess(incident, .registered(out))
    #expect(found.registered == nil && found.moved?.entry == out && found.people.isEmpty)
    let draft = IncidentDraft(found, .first, organisation: "サンプル食品株式会社").text()
    #expect(draft.contains("施錠ケース（台帳の記載）") && draft.contains("【要記入：媒体"))
    #expect(found.verdict == .required)
  }

  @Test("counted at the opening begins the clock on the day of knowing")
  func openedWithCount() throws {
    let incident = try made.log.write("incident-open") {
      $0.reason = "紛失"
      $0.detail = [
        "known_on": .string("2026-11-24"), "cause": .string("misplaced"),
        "harms": .array([.string("loss")]), "people": .integer(150),
      ]
    }
    made.log.time = Timestamp(day("2026-12-01"))
    let found = try made.assess(incident, .period)
    #expect(found.atMost == 150 && found.outcome.firstReport == day("2026-11-28"))
    #expect(found.outcome.finalReport == day("2026-12-23"))
    try made.note(["people": .integer(20)], of: incident)
    #expect(try made.assess(incident, .period).verdict == .required)
  }

  @Test("of the number of people nobody knows leaves a blank in the draft, not a naught")
  func nobodyCounted() throws {
    let unknown = try made.assess(try made.open(cause: "theft"), .keys)
    let draft = IncidentDraft(unknown, .first, organisation: "サンプル食品株式会社").text()
    #expect(draft.contains("【要記入：本人の数。") && !draft.contains("\n0人"))
    let known = try made.assess(try made.open(cause: "theft"), .period)
    let other = IncidentDraft(known, .first, organisation: "サンプル食品株式会社").text()
    #expect(!other.contains("【要記入：本人の数。"))
  }

  @Test("of a file outside the vault goes by the count alone, and the draft tells no vault")
  func outside() throws {
    let file = try made.log.write("ledger-file") {
      $0.detail = [
        "kind": .string("paper"), "name": .string("扶養控除等申告書"), "responsible": .string("総務部長"),
        "department": .string("総務部"), "purposes": .string("tax-withholding"),
        "access": .string("給与担当"), "place": .string("書庫"),
      ]
    }
    let incident = try made.open(["leak", "loss"], cause: "theft")
    let unknown = try made.assess(incident, .registered(file))
    #expect(unknown.people.isEmpty && unknown.verdict == .unknown)
    try made.note(["people": .integer(30)], of: incident)
    let found = try made.assess(incident, .registered(file))
    #expect(found.verdict == .required && found.atMost == 30 && found.encryption == .outside)
    let draft = IncidentDraft(found, .first, organisation: "サンプル食品株式会社").text()
    #expect(draft.contains("媒体・種類: 書類、") && !draft.contains("AES") && !draft.contains("申告書"))
    #expect(found.document.text(.japanese).contains("扶養控除等申告書"))
    #expect(throws: ReportsError.fileUnknown(id: "3")) {
      try made.assess(incident, .registered(3))
    }
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
