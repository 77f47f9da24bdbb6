import Auditing
import JSON
import People
import Reports
import Rules
import Testing

@Suite("Reviews in the access report")
struct AccessReviewTests {
  let log: TestLog

  init() throws { log = try TestLog(try TestPolicy.policy(), at: day("2026-04-01")) }

  private func report(person: String? = nil, user: String? = nil) throws -> AccessReport {
    try log.sign()
    return try log.report(
      AccessReportParameters(
        asOf: day("2026-11-22"), person: try person.map(code), user: user))
  }

  private func review(
    _ through: Int, action: String? = nil, due: String? = nil, closes: Int? = nil
  ) throws -> Int {
    try log.write("sign-off") {
      $0.reason = "確認した"
      $0.detail["through"] = .integer(through)
      $0.detail["action"] = action.map(CanonicalValue.string)
      $0.detail["due"] = due.map(CanonicalValue.string)
      if let closes { $0.detail["closes"] = .array([.integer(closes)]) }
    }
  }

  @Test("Without a review it says that there is none, all is unreviewed, and nothing open")
  func none() throws {
    try log.write("sign-off", .refused) { $0.rule = "role-forbids" }
    let report = try report()
    #expect(report.lastReview == nil && report.openActions.isEmpty && report.reviews.isEmpty)
    let text = report.document.text(.english)
    #expect(text.contains(/Last review +none/))
    #expect(text.contains(try Regex("Entries not reviewed +\(report.header.logSize)\n")))
  }

  @Test("The last one and what it left open are told, whatever the report is narrowed to")
  func reviews() throws {
    let first = try review(2, action: "理由を聞く", due: "2026-11-21")
    let second = try review(3, action: "鍵を更新する", due: "2026-11-22")
    try log.write("list") { $0.person = "0001" }
    for report in [try report(), try report(person: "0001"), try report(user: "u0")] {
      #expect(report.lastReview?.entry == second && report.lastReview?.through == 3)
      #expect(report.openActions.map(\.review.entry) == [first, second])
      #expect(report.openActions.map(\.isOverdue) == [true, false])
      let text = report.document.text(.english)
      #expect(text.contains("鍵を更新する") && text.contains("Entries not reviewed"))
    }
    let closing = try review(4, closes: first)
    let report = try report()
    #expect(report.openActions.map(\.review.entry) == [second])
    #expect(report.reviews.map(\.entry) == [first, second, closing])
  }
}
