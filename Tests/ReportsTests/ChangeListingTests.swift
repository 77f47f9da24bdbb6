import People
import Reports
import Rules
import Testing

@Suite("Offices to tell of changed numbers")
struct ChangeListingTests {
  private func person(
    _ code: String, pin: Int, on date: String, done: [ChangeDone] = []
  ) throws -> PersonSummary {
    try TestPeople.person(code, pin: pin, verification: TestPeople.verified) {
      $0.declarations = [try TestPeople.declaration(["employment-insurance", "health-pension"])]
      $0.versions = [
        NumberVersion(
          version: 1, declaredOn: day("2020-04-01"), replacedOn: day(date), how: .changed),
        NumberVersion(version: 2, declaredOn: day(date)),
      ]
      $0.currentVersion = 2
      $0.changesDone = done
    }
  }

  private func people() throws -> [PersonSummary] {
    try [
      person("0002", pin: 7, on: "2026-11-20"),
      person(
        "0001", pin: 6, on: "2026-11-10",
        done: [
          ChangeDone(
            version: 1, rule: "pension", date: day("2026-11-12"), receipt: "第12号", by: "u1")
        ]),
      TestPeople.person("0003", pin: 8),
    ]
  }

  @Test("Overdue first, then open by last day, then done")
  func order() throws {
    let listing = ChangeListing(
      of: try people(), under: try TestPolicy.policy(), asOf: day("2026-11-18"))
    #expect(
      listing.lines.map { "\($0.status) \($0.person) \($0.task.rule.id) \($0.task.due.isoText)" }
        == [
          "overdue 0001 employment-insurance 2026-11-15",
          "open 0001 health-insurance 2026-11-20", "open 0002 employment-insurance 2026-11-25",
          "open 0002 pension 2026-11-25", "open 0002 health-insurance 2026-11-30",
          "done 0001 pension 2026-11-15",
        ])
    #expect(listing.count(.overdue) == 1 && listing.count(.done) == 1)
    let csv = String(decoding: listing.document.csv(), as: UTF8.self).split(separator: "\r\n")
    #expect(
      csv.last
        == "done,2026-11-15,0001,change,1,2026-11-10,pension-office,health-pension-number-change,,速やかに,厚生年金保険法施行規則21条の4;厚生年金保険法施行規則6条の3,2026-11-12,第12号,6"
    )
  }

  @Test("Only what is open, and nothing where nothing changed")
  func open() throws {
    let policy = try TestPolicy.policy()
    let open = ChangeListing(
      of: try people(), under: policy, asOf: day("2026-11-18"), onlyOpen: true)
    #expect(open.lines.count == 5 && open.lines.allSatisfy { $0.status != .done })
    let none = ChangeListing(
      of: [try TestPeople.person("0003", pin: 8)], under: policy, asOf: day("2026-11-18"))
    #expect(none.lines.isEmpty && none.document.text(.japanese).contains("該当なし"))
  }

  @Test("It counts everybody given who has no usable number, with or without an open office")
  func missing() throws {
    let people = try people() + [TestPeople.person("0004", pin: 9, holds: false)]
    let listing = ChangeListing(
      of: people, under: try TestPolicy.policy(), asOf: day("2026-11-18"), onlyOpen: true)
    #expect(listing.missing == MissingNumbers(of: people, asOf: day("2026-11-18")))
    #expect(
      listing.missing.lines.map { "\($0.reason.english) \($0.count)" }
        == ["not-asked 1", "unverified 1"])
    #expect(listing.document.text(.japanese).contains("理由別"))
  }

  @Test("The access report counts people by office, overdue ones apart")
  func access() throws {
    let policy = try TestPolicy.policy()
    let log = try TestLog(policy, at: day("2026-11-01"))
    let report = try log.report(
      AccessReportParameters(asOf: day("2026-11-18")), people: try people())
    let counts = report.records.holdings.filter {
      $0.subject.item == .changeOpen || $0.subject.item == .changeOverdue
    }
    #expect(
      counts.map { "\($0.subject.item.rawValue) \($0.subject.key ?? "") \($0.count)" } == [
        "change-open health-insurer 2", "change-open hello-work 1",
        "change-open pension-office 1", "change-overdue hello-work 1",
      ])
  }
}
