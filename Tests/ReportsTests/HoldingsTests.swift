import People
import Reports
import Testing

@Suite("What is held")
struct HoldingsTests {
  let log: TestLog

  init() throws { log = try TestLog(try TestPolicy.policy(), at: day("2026-11-01")) }

  private func holdings(
    _ people: [PersonSummary], asOf: String = "2026-11-22"
  ) throws -> [String: Int] {
    let report = try log.report(AccessReportParameters(asOf: day(asOf)), people: people)
    let pairs = report.records.holdings.map { figure in
      (
        ([figure.subject.item.rawValue, figure.subject.key].compactMap { $0 }).joined(
          separator: "/"),
        figure.count
      )
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  @Test("Each person has one standing, and the standings add up to the people")
  func addsUp() throws {
    let people = try [
      TestPeople.person("0001", pin: 20, verification: TestPeople.verified),
      TestPeople.person(
        "0002", pin: 21, verification: .legacy(attestedOn: day("2026-04-01"), by: "u0")),
      TestPeople.person("0002-1", pin: 22, kind: .family, verification: .employeeDuty),
      TestPeople.person("0003", pin: 23),
      TestPeople.person("0004", pin: 24, holds: false) { $0.noNumberReason = .refused },
      TestPeople.person("0005", pin: 25, holds: false),
      TestPeople.person("0006", pin: 26) {
        $0.versions = [
          NumberVersion(version: 1, declaredOn: day("2020-04-01"), how: .purged, usable: false)
        ]
        $0.notePurge(of: "tax-withholding", on: day("2026-02-01"))
      },
    ]
    let counts = try holdings(people)
    #expect(counts["people/employee"] == 6)
    #expect(counts["people/family"] == 1)
    #expect(counts["held"] == 4)
    #expect(counts["verified/card"] == 1)
    #expect(counts["legacy"] == 1)
    #expect(counts["employee-duty"] == 1)
    #expect(counts["unverified"] == 1)
    #expect(counts["blank/refused"] == 1)
    #expect(counts["blank/not-asked"] == 1)
    #expect(counts["purged"] == 1)
    #expect(counts["purged-for-purpose/tax-withholding"] == 1)
  }

  @Test("Every figure carries the entries that pin the rows")
  func pins() throws {
    let people = try [31, 29, 30].map { try TestPeople.person("00\($0)", pin: $0) }
    let report = try log.report(AccessReportParameters(asOf: day("2026-11-22")), people: people)
    #expect(report.records.holdings.allSatisfy { $0.entries.ranges == [29...31] })
  }

  @Test("A corrected number is no longer held")
  func corrected() throws {
    let person = try TestPeople.person("0001", pin: 20) {
      $0.versions = [
        NumberVersion(version: 1, declaredOn: day("2020-04-01"), how: .corrected, usable: false)
      ]
    }
    #expect(!person.standing.isHeld)
  }

  @Test("A number without a declaration, and one on hold, are counted apart")
  func oddities() throws {
    let people = try [
      TestPeople.person("0001", pin: 20) { $0.declarations = [] },
      TestPeople.person("0002", pin: 21) { $0.holds = [Hold(id: "h1", reason: "訴訟")] },
    ]
    let counts = try holdings(people)
    #expect(counts["undeclared"] == 1)
    #expect(counts["on-hold"] == 1)
  }

  @Test("A leaver's number is due after its last day and overdue after the policy's interval")
  func retention() throws {
    let person = try TestPeople.person("0001", pin: 20, verification: TestPeople.verified) {
      $0.leftOn = day("2017-06-30")
      $0.hiredOn = day("2010-04-01")
      $0.lastPaidOn = day("2017-06-30")
    }
    #expect(try holdings([person], asOf: "2025-01-10")["due/tax-withholding"] == nil)
    #expect(try holdings([person], asOf: "2025-01-11")["due/tax-withholding"] == 1)
    let late = try holdings([person], asOf: "2026-11-22")
    #expect(late["overdue/tax-withholding"] == 1)
    #expect(late["due/tax-withholding"] == nil)
  }

  @Test("Who works here is not due")
  func notDue() throws {
    let counts = try holdings([try TestPeople.person("0001", pin: 20)])
    #expect(!counts.keys.contains { $0.hasPrefix("due") || $0.hasPrefix("overdue") })
  }
}
