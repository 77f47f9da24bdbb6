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

  private func carryOut(by day: String?) throws -> Int {
    try log.write("handling-move") {
      $0.reason = "年末調整の書類"
      $0.detail = [
        "kind": .string("carry-out"), "on": .string("2026-11-09"), "by": .string("総務部"),
        "party": .string("税理士"), "protection": .string("施錠ケース"),
      ]
      $0.detail["return_by"] = day.map(CanonicalValue.string)
    }
  }

  @Test("What was carried out and is not back is told, overdue or not, until it is back")
  func carriedOut() throws {
    let late = try carryOut(by: "2026-11-16")
    let open = try carryOut(by: "2026-11-30")
    let found = try report()
    #expect(found.carriedOut?.map(\.entry) == [late, open])
    let text = found.document.text(.japanese)
    #expect(text.contains("持ち出して戻っていないもの") && text.contains("期限超過"))
    #expect(text.contains("持ち出し中"))
    for move in [late, open] {
      try log.write("handling-return") {
        $0.detail = ["record": .integer(move), "on": .string("2026-11-20")]
      }
    }
    #expect(try report().carriedOut?.isEmpty == true)
  }

  @Test("A report of one person or user does not say that nothing is outside")
  func narrowed() throws {
    _ = try carryOut(by: nil)
    try log.write("show") { $0.person = "0001" }
    for narrowed in [try report(person: "0001"), try report(user: "u0")] {
      #expect(narrowed.carriedOut == nil)
      #expect(!narrowed.document.text(.english).contains("Carried out and not back"))
    }
  }

  @Test("A log gives the part of what is outside again, and tells where it was edited")
  func carriedOutRecounted() throws {
    _ = try carryOut(by: "2026-11-16")
    let made = try MadeReport(
      of: log, AccessReportParameters(asOf: day("2026-11-22")), ReportForm(.json, .japanese))
    try made.verification().verify(made.bytes)
    let edited = String(decoding: made.bytes, as: UTF8.self)
      .replacing("\"standing\":\"overdue\"", with: "\"standing\":\"open\"")
    #expect(Array(edited.utf8) != made.bytes)
    #expect(throws: ReportsError.self) { try made.verification().verify(Array(edited.utf8)) }
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
