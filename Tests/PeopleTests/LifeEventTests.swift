import People
import Testing

@Suite("Life events")
struct LifeEventTests {
  private func record() throws -> PersonRecord {
    PersonRecord(
      id: try PersonID([UInt8](repeating: 1, count: 16)), code: try PersonCode("0012"),
      kind: .employee, relationship: .oneself)
  }

  @Test("The same event is added once")
  func once() throws {
    var record = try record()
    let changes = [2026, 2026, 2027].map {
      record.add(LifeEvent(.paid, year: $0, basis: .derived))
    }
    #expect(changes == [true, false, true])
    #expect(record.events.count == 2)
  }

  @Test("What is recorded takes the place of what was derived, never the other way")
  func recordedWins() throws {
    var record = try record()
    let derived = LifeEvent(.declarationReliedUpon, year: 2026, basis: .derived)
    let recorded = LifeEvent(.declarationReliedUpon, on: try day("2026-01-20"), year: 2026)
    let changes = [derived, recorded, derived].map { record.add($0) }
    #expect(changes == [true, true, false])
    #expect(record.events == [recorded])
  }

  @Test("A year's event entered again with another day is corrected")
  func corrected() throws {
    var record = try record()
    let days = [try day("2027-01-20"), try day("2027-01-21")]
    let changes = days.map { record.add(LifeEvent(.slipFiled, on: $0, year: 2026, form: "f")) }
    #expect(changes == [true, true])
    #expect(record.events.map(\.date) == [try day("2027-01-21")])
  }

  @Test("Other forms, purposes, years and days are other events")
  func others() throws {
    var record = try record()
    let (first, second) = (try day("2026-06-30"), try day("2026-07-31"))
    let changes = [
      LifeEvent(.matterCompleted, on: first, purpose: "health-pension"),
      LifeEvent(.matterCompleted, on: first, purpose: "employment-insurance"),
      LifeEvent(.matterCompleted, on: second, purpose: "health-pension"),
      LifeEvent(.slipFiled, year: 2026, form: "a"), LifeEvent(.slipFiled, year: 2026, form: "b"),
    ].map { record.add($0) }
    #expect(changes == [true, true, true, true, true])
    #expect(record.events.count == 5)
    #expect(record.latestDate(of: .matterCompleted, purpose: "health-pension") == second)
    #expect(record.latestDate(of: .matterCompleted, purpose: "employment-insurance") == first)
    #expect(record.latestDate(of: .matterCompleted) == second)
    #expect(record.latestDate(of: .matterCompleted, purpose: "property-accumulation") == nil)
  }

  @Test("The last tax year is the latest of payroll row, slip and declaration")
  func latestYear() throws {
    var record = try record()
    let taxKinds: Set<LifeEventKind> = [
      .paid, .slipFiled, .declarationReceived, .declarationReliedUpon,
    ]
    #expect(record.latestYear(of: taxKinds) == nil)
    record.add(LifeEvent(.left, on: try day("2025-12-31")))
    #expect(record.latestYear(of: taxKinds) == nil)
    record.add(LifeEvent(.declarationReceived, year: 2025))
    record.add(LifeEvent(.paid, year: 2026, basis: .derived))
    #expect(record.latestYear(of: taxKinds) == 2026)
    #expect(record.latestYear(of: [.declarationReceived]) == 2025)
    #expect(record.has(.paid, in: 2026))
    #expect(!record.has(.paid, in: 2025))
    #expect(record.events(of: .left).count == 1)
  }

  @Test("A year that does not exist and an empty word count as none")
  func normalised() {
    for year in [0, -1, 10_000, .max] { #expect(LifeEvent(.paid, year: year).year == nil) }
    let event = LifeEvent(.noticeFiled, purpose: "", form: "")
    #expect(event.purpose == nil)
    #expect(event.form == nil)
  }
}
