import Auditing
import JSON
import People
import Reports

/// A year in an office, in which everything happens that a report tells.
enum YearOfWork {
  /// A reason in a user's own words, as hostile as the log lets it be.
  static let hostile = "<script src=//evil.example></script>\"'>&{{=1}}"

  static func log(from first: String = "2026-01-05", days: Int = 320) throws -> TestLog {
    let log = try TestLog(try TestPolicy.policy(), at: day(first))
    let accountant = try log.addUser("経理 太郎", roles: ["accountant"], keys: ["tax-withholding"])
    let officer = try log.addUser(
      "人事 花子", roles: ["hr"], keys: ["health-pension", "employment-insurance"])
    for index in 0..<days {
      let date = day(first).adding(days: index)
      guard date.weekday != .sunday, date.weekday != .saturday else { continue }
      log.time = Timestamp(date, secondOfDay: 5 * 3600)
      try note(index, accountant, "tax-withholding", in: log)
      if index.isMultiple(of: 3) { try note(index, officer, "health-pension", in: log) }
      if index.isMultiple(of: 7) { try note(index, officer, "employment-insurance", in: log) }
      if index.isMultiple(of: 11) { try refuse(officer, in: log) }
    }
    try log.write("sign-off") {
      $0.reason = hostile
      $0.detail = ["through": .integer(log.entries.count - 1)]
    }
    return log
  }

  private static func note(
    _ index: Int, _ user: String, _ purpose: String, in log: TestLog
  ) throws {
    for place in 0...(index % 3) {
      try log.write("read", by: user, .allowed) {
        $0.person = "000\(place + 1)"
        $0.purpose = purpose
        $0.form = "withholding-slip-municipality"
        $0.recipient = "municipality"
        $0.article = "番号法19条2号"
        $0.version = 1
      }
    }
  }

  private static func refuse(_ user: String, in log: TestLog) throws {
    try log.write("read", by: user, .refused) {
      $0.person = "0001"
      $0.purpose = "tax-withholding"
      $0.rule = "role-purpose"
      $0.article = "番号法12条"
    }
  }

  static func people() throws -> [PersonSummary] {
    try (1...30).map { number in
      try TestPeople.person("00\(10 + number)", pin: number, verification: TestPeople.verified) {
        guard number.isMultiple(of: 5) else { return }
        ($0.hiredOn, $0.leftOn) = (day("2010-04-01"), day("2017-06-30"))
        $0.lastPaidOn = day("2017-06-30")
      }
    }
  }
}
