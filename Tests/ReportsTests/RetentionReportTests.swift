import Auditing
import Foundation
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
    #expect(statuses("2023-01-10", person) == [.kept])
    #expect(statuses("2023-01-11", person) == [.coming])
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

  @Test("A document whose period ended is no overdue number while another keeps it")
  func ended() throws {
    let person = try TestPeople.person("0006", pin: 7, verification: TestPeople.verified) {
      $0.declarations = [try TestPeople.declaration(["tax-declarations"])]
      $0.leftOn = day("2026-03-31")
      $0.events = [
        LifeEvent(.changeNoticeReceived, on: day("2020-05-01")),
        LifeEvent(.paid, year: 2026, basis: .derived),
      ]
    }
    let report = RetentionReport(of: [person], under: policy, asOf: day("2027-11-22"))
    let declarations = report.lines.filter { $0.holding.purpose.rawValue == "tax-declarations" }
    let statuses = Dictionary(
      declarations.map { ($0.holding.document, $0.status) }, uniquingKeysWith: { a, _ in a })
    #expect(statuses["ledger-change-notices"] == .ended)
    #expect(statuses["dependents-declarations"] == .kept)
    #expect(!report.purposes.contains { $0.status == .due || $0.status == .overdue })
  }

  @Test("What is overdue says since when it is held unlawfully, what is due until when it may go")
  func days() throws {
    let person = try leaver()
    let late = RetentionReport(of: [person], under: policy, asOf: day("2026-11-22"))
    let tax = try #require(
      late.purposes.first { $0.retention.purpose.rawValue == "tax-withholding" })
    #expect(tax.status == .overdue && tax.retention.overdueFrom == day("2025-04-01"))
    #expect(tax.retention.erasure == day("2025-01-11"))
    let text = late.document.text(.english)
    #expect(text.contains("Overdue: held unlawfully") && text.contains("2025-04-01"))
    #expect(late.document.text(.japanese).contains("違法な保管"))
  }

  @Test("Presumptions are listed with the event that confirms them, and no others")
  func presumptions() throws {
    let person = try TestPeople.person("0007", pin: 7, verification: TestPeople.verified) {
      $0.declarations = [
        try TestPeople.declaration(["tax-withholding", "health-pension", "employment-insurance"])
      ]
      $0.leftOn = day("2026-03-31")
      $0.lastPaidOn = day("2026-03-25")
      $0.events = [
        LifeEvent(.matterCompleted, on: day("2026-04-10"), purpose: "employment-insurance")
      ]
    }
    let report = RetentionReport(of: [person], under: policy, asOf: day("2026-11-22"))
    let found = report.presumptions.map { "\($0.holding.document) \($0.event.english)" }
    #expect(found == ["health-pension-notices matter-completed"])
    #expect(report.document.text(.english).contains("Presumptions to confirm"))
  }

  @Test("The HTML has a calendar with the days marked, in both languages, and loads nothing")
  func html() throws {
    let person = try leaver()
    let report = RetentionReport(of: [person], under: policy, asOf: day("2024-02-20"))
    for language in [ReportLanguage.japanese, .english] {
      let page = String(decoding: report.html(language), as: UTF8.self)
      #expect(page.contains(language == .japanese ? "2025年1月" : "2025-01"))
      #expect(page.components(separatedBy: "class=\"month\"").count == 26)
      #expect(page.contains("<td class=\"due\">11<b>"))
      #expect(page.contains("<td class=\"limit\">31<b>"))
      #expect(page.contains("<td class=\"today\">20</td>"))
      #expect(page.contains("0001"))
      for sign in ["http:", "https:", "src=", "href=", "url(", "<script", "@import", "<link"] {
        #expect(!page.contains(sign), "\(sign)")
      }
      #expect(page.contains("default-src 'none'"))
    }
    let leap = String(decoding: report.html(.english), as: UTF8.self)
    let february = try #require(leap.components(separatedBy: "<caption>2024-02").last)
    #expect(february.prefix(1500).contains(">29<"))
    #expect(
      february.contains(
        "<tr><td></td><td></td><td></td><td></td><td>1</td><td>2</td><td>3</td></tr>"))
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
