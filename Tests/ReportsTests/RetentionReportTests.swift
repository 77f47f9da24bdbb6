import Auditing
import JSON
import People
import Reports
import Rules
import Testing

@Suite("Retention report")
struct RetentionReportTests {
  let policy: Policy

  init() throws { policy = try TestPolicy.policy() }

  private func leaver() throws -> PersonSummary {
    try TestPeople.person("0001", pin: 20, verification: TestPeople.verified) {
      $0.hiredOn = day("2010-04-01")
      $0.leftOn = day("2017-06-30")
      $0.lastPaidOn = day("2017-06-30")
    }
  }

  private func statuses(_ asOf: String, _ person: PersonSummary) -> Set<RetentionStatus> {
    let report = RetentionReport(of: [person], under: policy, asOf: day(asOf))
    return Set(
      report.lines.filter { $0.holding.purpose.rawValue == "tax-withholding" }.map(\.status))
  }

  @Test("A document is kept, coming, due and overdue as its days pass")
  func passing() throws {
    let person = try leaver()
    #expect(statuses("2024-06-01", person).contains(.kept))
    #expect(statuses("2025-01-10", person) == [.coming])
    #expect(statuses("2025-01-11", person) == [.due])
    #expect(statuses("2026-11-22", person) == [.overdue])
  }

  @Test("Who works here needs the number, and a hold keeps it past its end")
  func neededAndHeld() throws {
    #expect(statuses("2026-11-22", try TestPeople.person("0002", pin: 3)) == [.needed])
    var record = try leaver().record
    record.holds = [Hold(id: "h1", reason: "訴訟")]
    #expect(statuses("2026-11-22", PersonSummary(record: record, pin: 20)) == [.held])
  }

  @Test("Each line names the document and its article, or says the period is the employer's")
  func articles() throws {
    let report = RetentionReport(of: [try leaver()], under: policy, asOf: day("2024-06-01"))
    #expect(!report.lines.isEmpty)
    #expect(report.lines.allSatisfy { $0.holding.employersChoice || !$0.holding.citations.isEmpty })
    #expect(report.lines.allSatisfy { $0.pin == 20 })
  }

  @Test("A person without a number has no line, and a purged number none")
  func none() throws {
    let blank = try TestPeople.person("0003", pin: 1, holds: false)
    let purged = try TestPeople.person("0004", pin: 2) {
      $0.versions = [
        NumberVersion(version: 1, declaredOn: day("2020-04-01"), how: .purged, usable: false)
      ]
    }
    let report = RetentionReport(of: [blank, purged], under: policy, asOf: day("2026-11-22"))
    #expect(report.lines.isEmpty)
    #expect(report.document.text(.english).contains("none"))
  }

  @Test("A number that was changed has lines of its own")
  func changed() throws {
    let person = try TestPeople.person("0005", pin: 2) {
      $0.currentVersion = 2
      $0.versions = [
        NumberVersion(
          version: 1, declaredOn: day("2020-04-01"), replacedOn: day("2023-05-01"), how: .changed),
        NumberVersion(version: 2, declaredOn: day("2023-05-01")),
      ]
    }
    let report = RetentionReport(of: [person], under: policy, asOf: day("2026-11-22"))
    let versions = Set(report.lines.map(\.version))
    #expect(versions == [1, 2])
    #expect(report.lines.filter { $0.version == 1 }.allSatisfy { $0.status != .needed })
  }

  @Test("Only the statuses asked for are listed, by code")
  func filtered() throws {
    let people = [try TestPeople.person("0010", pin: 4), try leaver()]
    let report = RetentionReport(
      of: people, under: policy, asOf: day("2026-11-22"), only: [.overdue])
    #expect(Set(report.lines.map(\.person.text)) == ["0001"])
    let all = RetentionReport(of: people, under: policy, asOf: day("2026-11-22"))
    #expect(all.lines.map(\.person) == all.lines.map(\.person).sorted())
  }

  @Test("The CSV is one table with a header, the JSON canonical")
  func forms() throws {
    let report = RetentionReport(of: [try leaver()], under: policy, asOf: day("2026-11-22"))
    let lines = String(decoding: report.document.csv(), as: UTF8.self).split(separator: "\r\n")
    #expect(
      lines.first
        == "person,version,purpose,document,last_day,status,basis,period,overdue_from,article,entries"
    )
    #expect(lines.count == report.lines.count + 1)
    let body = Array(report.document.json().dropLast())
    _ = try CanonicalValue(parsing: body.span)
  }
}
