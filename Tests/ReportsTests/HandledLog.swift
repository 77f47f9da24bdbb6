import Auditing
import JSON
import People
import Reports
import Rules

/// A log in which everything is as it should be, but for the steps left out.
struct HandledLog {
  /// What can be left out.
  enum Step: CaseIterable {
    case officer, files, check, incident, review, pledges, trainings, size
  }

  static let asOf = day("2026-11-22")
  /// A number, as far as its check digit tells.
  static let number = "9656-8945-5668"

  let log: TestLog
  private(set) var users = ["u0"]

  /// - Parameter isEmpty: Nothing but entry 0 and the keys.
  init(without left: Set<Step> = [], isEmpty: Bool = false) throws {
    log = try TestLog(try TestPolicy.policy(), at: day("2026-11-02"))
    guard !isEmpty else { return }
    let steps = Set(Step.allCases).subtracting(left)
    try addUsers(steps)
    if steps.contains(.files) { try addFiles() }
    try collect("0001")
    if steps.contains(.check) { try check("0001") }
    try log.write("sign-in")
    try log.write("read", .allowed) { $0.purpose = "tax-withholding" }
    try addHandling()
    if steps.contains(.incident) { try addIncident() }
    try log.write("purge-batch") { $0.count = 2 }
    if steps.contains(.size) { try state(45) }
    if steps.contains(.review) { try review() }
  }

  private mutating func addUsers(_ steps: Set<Step>) throws {
    if steps.contains(.officer) {
      users.append(
        try log.addUser("人事 次郎", roles: ["hr"], keys: ["roster", "health-pension"]))
    }
    users.append(try log.addUser("監査 四郎", roles: ["auditor"]))
    for user in users {
      if user != "u0" { try log.changePassphrase(of: user) }
      if steps.contains(.pledges) { try staff(HandlingBook.pledge, user) }
      if steps.contains(.trainings) { try staff(HandlingBook.training, user) }
    }
  }

  func staff(_ action: String, _ user: String, by actor: String = "u0") throws {
    try log.write(action, by: actor) {
      if action == HandlingBook.training { $0.reason = "番号の取扱い" }
      $0.detail = ["user": .string(user), "on": .string("2026-11-02")]
    }
  }

  @discardableResult
  func collect(_ person: String, version: Int = 1, action: String = "import") throws -> Int {
    try log.write(action) {
      $0.person = person
      $0.version = version
      $0.detail["purposes"] = .string("health-pension,tax-withholding")
    }
  }

  func check(_ person: String, version: Int = 1, agrees: Bool = true) throws {
    try log.write("number-check") {
      $0.person = person
      $0.version = version
      $0.detail["agreed"] = .bool(agrees)
    }
  }

  private func addFiles() throws {
    try file("paper", protection: "施錠キャビネット") { $0["dispose_by"] = .string("2027-12-31") }
    try file("software", protection: "パスワード") {
      $0["country"] = .string("アイルランド")
      $0["regime"] = .string("GDPRの適用、十分性認定")
    }
  }

  @discardableResult
  func file(
    _ kind: String, protection: String? = nil,
    _ change: (inout [String: CanonicalValue]) -> Void = { _ in }
  ) throws -> Int {
    try log.write(HandlingBook.file) {
      $0.detail = [
        "kind": .string(kind), "name": .string("\(kind)の控え"), "responsible": .string("総務部長"),
        "department": .string("総務部"), "purposes": .string("tax-declarations"),
        "access": .string("給与担当"), "place": .string("本社"),
      ]
      $0.detail["protection"] = protection.map(CanonicalValue.string)
      change(&$0.detail)
    }
  }

  private func addHandling() throws {
    let out = try carryOut()
    try log.write(HandlingBook.comeBack) {
      $0.detail = ["record": .integer(out), "on": .string("2026-11-10")]
    }
    try destroy(certificateOn: "2026-11-20")
  }

  @discardableResult
  func carryOut() throws -> Int {
    try log.write(HandlingBook.move) {
      $0.reason = "年末調整の書類"
      $0.detail = [
        "kind": .string("carry-out"), "on": .string("2026-11-09"), "by": .string("総務部"),
        "party": .string("税理士"), "protection": .string("施錠ケース"),
        "return_by": .string("2026-11-16"),
      ]
    }
  }

  func destroy(certificateOn: String?) throws {
    try log.write(HandlingBook.destroy) {
      $0.reason = "2018年分の申告書"
      $0.detail = [
        "on": .string("2026-11-18"), "means": .string("dissolved"), "by": .string("総務部"),
        "contractor": .string("機密処理社"),
      ]
      $0.detail["certificate_on"] = certificateOn.map(CanonicalValue.string)
    }
  }

  private func addIncident() throws {
    let incident = try openIncident()
    try assess(incident)
  }

  @discardableResult
  func assess(
    _ incident: Int, _ verdict: String = "no", first: String? = nil, final: String? = nil,
    action: String = "incident-assess"
  ) throws -> Int {
    try log.write(action) {
      $0.detail = ["incident": .integer(incident), "reportable": .string(verdict)]
      $0.detail["first_report"] = first.map(CanonicalValue.string)
      $0.detail["final_report"] = final.map(CanonicalValue.string)
    }
  }

  /// An incident that is reported, both reports by this day.
  func reportable(_ due: String) throws {
    try assess(openIncident(), "yes", first: due, final: due)
  }

  @discardableResult
  func note(_ facts: [String: CanonicalValue], of incident: Int) throws -> Int {
    try log.write(IncidentFacts.action) {
      $0.detail = facts
      $0.detail["incident"] = .integer(incident)
    }
  }

  func tell(_ kind: String, of incident: Int) throws {
    try log.write(IncidentTelling.action) {
      $0.detail = [
        "incident": .integer(incident), "kind": .string(kind), "on": .string("2026-11-20"),
      ]
    }
  }

  @discardableResult
  func openIncident() throws -> Int {
    try log.write(IncidentRecord.action) {
      $0.reason = "紛失の疑い"
      $0.detail = [
        "known_on": .string("2026-11-05"), "cause": .string("misplaced"),
        "harms": .array([.string("loss")]),
      ]
    }
  }

  func state(_ employees: Int) throws {
    try log.write(HandlingBook.size) {
      $0.count = employees
      $0.detail = ["on": .string("2026-03-31"), "exclusions": .array([])]
    }
  }

  func review(action: String? = nil, due: String? = nil, through: Int? = nil) throws {
    let last = through ?? log.entries.count - 1
    try log.write(ReviewBook.action) {
      $0.reason = "異常なし"
      $0.detail["through"] = .integer(last)
      $0.detail["action"] = action.map(CanonicalValue.string)
      $0.detail["due"] = due.map(CanonicalValue.string)
    }
  }

  // MARK: Reading

  func check(asOf: CalendarDate = asOf, people: [PersonSummary] = []) throws -> SelfCheck {
    try log.sign()
    var builder = SelfCheckBuilder(policy: log.policy, asOf: asOf)
    for person in people { builder.add(person) }
    for bytes in log.entries { try builder.add(Entry(parsing: bytes.span)) }
    return try builder.finish(try log.standing())
  }

  func ledger(asOf: CalendarDate = asOf) throws -> HandlingLedger {
    try log.sign()
    var builder = HandlingLedgerBuilder()
    for bytes in log.entries { try builder.add(Entry(parsing: bytes.span)) }
    return try builder.finish(try log.standing(), policy: log.policy, asOf: asOf)
  }
}
