import Auditing
import JSON
import People
import Reports
import Rules

/// A log with what an incident is found from.
struct IncidentFixture {
  let log: TestLog
  let accountant: String
  let other: String

  init() throws {
    log = try TestLog(try TestPolicy.policy(), at: day("2026-04-01"))
    accountant = try log.addUser(
      "経理 太郎", roles: ["accountant"], keys: ["roster", "tax-withholding"])
    other = try log.addUser("経理 次郎", roles: ["accountant"], keys: ["tax-withholding"])
  }

  @discardableResult
  func collect(
    _ person: String, _ purposes: String = "tax-withholding,health-pension", version: Int = 1
  ) throws -> Int {
    try log.write("import", by: accountant) {
      $0.person = person
      $0.version = version
      $0.detail = ["kind": .string("employee"), "purposes": .string(purposes)]
    }
  }

  @discardableResult
  func purge(_ person: String, _ purposes: [String], version: Int = 1) throws -> Int {
    try log.write("purged") {
      $0.person = person
      $0.detail["items"] = .array(
        purposes.map { .object(["purpose": .string($0), "version": .integer(version)]) })
    }
  }

  @discardableResult
  func read(
    _ person: String, by user: String, form: String = "withholding-slip-municipality",
    _ outcome: Outcome = .allowed
  ) throws -> Int {
    try log.write("read", by: user, outcome) {
      $0.person = person
      $0.purpose = "tax-withholding"
      $0.form = form
      $0.version = 1
    }
  }

  @discardableResult
  func export(
    _ id: String, by user: String, action: String = "export", people: Int = 2, numbers: Int? = nil
  ) throws -> Int {
    try log.write(action, by: user) {
      $0.form = "withholding-slip-municipality"
      $0.count = people
      $0.detail = [
        "id": .string(id), "file": .string("unified.csv"), "folder": .string("/slips"),
        "inode": .string("2a"), "bytes": .integer(100), "numbers": .integer(numbers ?? people),
        "people": .integer(people),
      ]
    }
  }

  func open(
    _ harms: [String] = ["leak"], cause: String = "theft", known: String = "2026-11-24"
  ) throws -> Int {
    try log.write(IncidentRecord.action) {
      $0.reason = "盗難"
      $0.detail = [
        "known_on": .string(known), "cause": .string(cause),
        "harms": .array(harms.map(CanonicalValue.string)),
      ]
    }
  }

  func note(_ facts: [String: CanonicalValue], of incident: Int) throws {
    try log.write(IncidentFacts.action) {
      $0.detail = facts
      $0.detail["incident"] = .integer(incident)
    }
  }

  func assess(
    _ incident: Int, _ source: IncidentSource, from: String? = nil, to: String? = nil
  ) throws -> IncidentAssessment {
    var builder = IncidentAssessmentBuilder(
      incident: incident, source: source, from: from.map(day), to: to.map(day))
    for bytes in log.entries { try builder.add(Entry(parsing: bytes.span)) }
    return try builder.finish(policy: log.policy)
  }
}
