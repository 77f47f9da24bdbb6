import People
import Rules
import Testing

@Suite("Retention")
struct RetentionTests {
  static func paid(_ years: Int...) -> [LifeEvent] {
    years.map { LifeEvent(.paid, year: $0, basis: .derived) }
  }

  static func done(_ purpose: String, _ date: String) -> [LifeEvent] {
    [LifeEvent(.matterCompleted, on: day(date), purpose: purpose)]
  }

  @Test("is due the day after, and overdue from the new fiscal year")
  func status() throws {
    let schedule = try TestPolicy.policy().retention
    var person = try TestPerson.make(purposes: ["tax-declarations"])
    person.leftOn = day("2026-03-31")
    let holding = try #require(schedule.holdings(of: person, asOf: day("2034-01-11")).first)
    #expect(holding.overdueFrom == day("2034-04-01"))
    #expect(holding.status(on: day("2034-01-10")) == .kept)
    #expect(holding.status(on: day("2034-01-11")) == .due)
    #expect(holding.status(on: day("2034-03-31")) == .due)
    #expect(holding.status(on: day("2034-04-01")) == .overdue)
    #expect(!holding.employersChoice)
  }

  @Test("becomes overdue at the end of the fiscal year in which it fell due")
  func overdue() {
    let march = OverdueRule.fiscalYearEnd(month: 3, day: 31)
    #expect(march.overdue(after: day("2034-03-31")) == day("2034-04-01"))
    #expect(march.overdue(after: day("2034-04-01")) == day("2035-04-01"))
    let february = OverdueRule.fiscalYearEnd(month: 2, day: 29)
    #expect(february.overdue(after: day("2027-01-11")) == day("2027-03-01"))
    #expect(february.overdue(after: day("2028-01-11")) == day("2028-03-01"))
    #expect(OverdueRule.days(30).overdue(after: day("2028-01-31")) == day("2028-03-01"))
    #expect(OverdueRule.disposalDay.overdue(after: day("2028-01-31")) == day("2028-01-31"))
  }

  @Test("says what is the employer's choice, and what a hold keeps")
  func choices() throws {
    let schedule = try TestPolicy.policy().retention
    var person = try TestPerson.make(purposes: ["tax-withholding"])
    person.leftOn = day("2016-03-31")
    person.holds = [Hold(id: "h", reason: "suit", until: day("2027-12-31"))]
    let holding = try #require(schedule.holdings(of: person, asOf: day("2026-11-22")).first)
    #expect(holding.employersChoice)
    #expect(holding.status(on: day("2026-11-22")) == .held)
    let tax = PurposeID("tax-withholding")
    #expect(schedule.erasure(of: tax, for: person) == day("2028-01-01"))
    #expect(schedule.disposal(of: tax, for: person) == day("2024-01-11"), "a hold is no need")
    person.holds = [Hold(id: "h", reason: "suit")]
    #expect(schedule.erasure(of: tax, for: person) == nil)
    #expect(schedule.disposal(of: tax, for: person) == day("2024-01-11"))
    person.holds = [Hold(id: "h", reason: "suit", until: day("2020-12-31"))]
    #expect(schedule.erasure(of: tax, for: person) == day("2024-01-11"))
  }

  @Test("keeps what no rule speaks of: a purpose without a rule is never due")
  func noRule() throws {
    let schedule = try TestPolicy.policy().retention
    var person = try TestPerson.make(purposes: ["stock-options"])
    person.leftOn = day("2016-03-31")
    let purpose = PurposeID("stock-options")
    #expect(schedule.disposal(of: purpose, for: person) == nil)
    #expect(schedule.erasure(of: purpose, for: person) == nil)
    #expect(!schedule.isPresumed(purpose, for: person))
  }

  @Test("keeps what no event or presumption dates, and lists it as needed")
  func noStart() throws {
    // Of this purpose only notices of change are kept, and the person gave none.
    let bundle = try TestPolicy.bundle(
      changing: "retention.yaml",
      """
          purpose: tax-declarations
          counts: first-pay-year
      """,
      to: """
            purpose: tax-declarations
            counts: change-notice
        """)
    let schedule = try Policy(bundle: bundle).retention
    var person = try TestPerson.make(purposes: ["tax-declarations"])
    person.leftOn = day("2016-03-31")
    let purpose = PurposeID("tax-declarations")
    #expect(schedule.disposal(of: purpose, for: person) == nil)
    let holdings = schedule.holdings(of: person, asOf: day("2026-11-22"))
    #expect(holdings.map(\.document) == ["dependents-declarations"])
    #expect(holdings.map { $0.status(on: day("2026-11-22")) } == [.needed])
  }

  @Test("counts by the rule in force for what starts the period")
  func inForce() throws {
    let longer = """
        - id: dependents-declarations-later
          ja: 扶養控除等申告書
          en: declarations from 2026
          purpose: tax-declarations
          counts: tax-year
          years: 10
          set_by: statute
          cites: [所得税法施行規則76条の3]
          from: 2026-01-01

      """
    let insurance = """
        - id: employment-insurance-later
          ja: 雇用保険の書類
          en: employment insurance papers from 2026-05
          purpose: employment-insurance
          counts: completion
          years: 6
          completed_by: [employment-insurance-loss]
          presumed_months: 2
          set_by: statute
          cites: [雇用保険法施行規則143条]
          from: 2026-05-01

      """
    let text = String(
      decoding: try #require(TestPolicy.bundle().bytes(of: "retention.yaml")), as: UTF8.self)
    let dated =
      text
      .replacing("2条の3の2第2項]\n", with: "2条の3の2第2項]\n    until: 2025-12-31\n", maxReplacements: 1)
      .replacing(
        "[雇用保険法施行規則143条]\n", with: "[雇用保険法施行規則143条]\n    until: 2026-04-30\n", maxReplacements: 1
      )
      .replacing("questions:\n", with: longer + insurance + "questions:\n", maxReplacements: 1)
    let bundle = try PolicyBundle(
      files: TestPolicy.bundle().files.map {
        $0.name == "retention.yaml"
          ? PolicyBundle.File(name: $0.name, bytes: Array(dated.utf8)) : $0
      })
    let schedule = try Policy(bundle: bundle).retention
    func lastDays(
      _ purpose: String, left: String?, _ events: [LifeEvent] = []
    ) throws -> [String: String?] {
      var person = try TestPerson.make(purposes: [purpose])
      person.leftOn = left.map(day)
      person.events = events
      let holdings = schedule.holdings(of: person, asOf: day("2026-11-22"))
      return Dictionary(uniqueKeysWithValues: holdings.map { ($0.document, $0.lastDay?.isoText) })
    }
    let (old, new) = ("dependents-declarations", "dependents-declarations-later")
    #expect(try lastDays("tax-declarations", left: "2025-06-30") == [old: "2033-01-10"])
    #expect(try lastDays("tax-declarations", left: "2026-06-30") == [new: "2037-01-10"])
    #expect(
      try lastDays("tax-declarations", left: "2026-06-30", Self.paid(2024, 2025, 2026))
        == [old: "2033-01-10", new: "2037-01-10"])
    #expect(try lastDays("tax-declarations", left: nil) == [old: nil, new: nil])
    let (was, will) = ("employment-insurance-papers", "employment-insurance-later")
    let completed = Self.done("employment-insurance", "2026-04-10")
    #expect(
      try lastDays("employment-insurance", left: "2026-03-31", completed)
        == [was: "2030-04-10"])
    #expect(
      try lastDays("tax-declarations", left: "2025-12-31", Self.paid(2025)) == [old: "2033-01-10"])
    #expect(try lastDays("employment-insurance", left: "2026-01-31") == [was: "2030-03-31"])
    #expect(try lastDays("employment-insurance", left: "2026-03-31") == [will: "2032-05-31"])
  }

  @Test("does not list what was purged or never declared")
  func purged() throws {
    let schedule = try TestPolicy.policy().retention
    var person = try TestPerson.make(purposes: ["tax-withholding", "health-pension"])
    person.notePurge(of: "health-pension", on: day("2026-01-01"))
    let purposes = schedule.holdings(of: person, asOf: day("2026-11-22")).map(\.purpose)
    #expect(purposes == [PurposeID("tax-withholding")])
  }

  @Test("keeps a changed number with the documents that bear it, while the person stays")
  func changed() throws {
    let schedule = try TestPolicy.policy().retention
    var person = try TestPerson.make(purposes: ["tax-declarations", "employment-insurance"])
    person.events = Self.paid(2024, 2025, 2026)
    let old = NumberVersion(
      version: 1, declaredOn: day("2024-04-01"), replacedOn: day("2025-07-01"), how: .changed)
    person.versions = [old, NumberVersion(version: 2, declaredOn: day("2025-07-01"))]
    person.currentVersion = 2
    let holdings = schedule.holdings(of: person, version: old, asOf: day("2026-11-22"))
    #expect(holdings.map { $0.lastDay?.isoText } == ["2033-01-10", "2029-09-30"])
    let current = schedule.holdings(of: person, asOf: day("2026-11-22"))
    #expect(current.map(\.lastDay) == [nil, nil])
    #expect(
      schedule.disposal(of: PurposeID("tax-declarations"), for: person, version: old)
        == day("2033-01-11"))
  }
}
