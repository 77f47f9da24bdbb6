import People
import Rules
import Testing

@Suite("Retention")
struct RetentionTests {
  /// A person's life, in a line, and the last day their number is kept for a purpose.
  struct Golden: Sendable, CustomTestStringConvertible {
    var name: String
    var purpose: String
    var kind = PersonKind.employee
    var left: String?
    var lastPaid: String?
    var hired: String?
    var events: [LifeEvent] = []
    /// nil: still needed.
    var lastDay: String?
    var basis: Holding.Basis?
    var document: String?
    var testDescription: String { name }
  }

  static func paid(_ years: Int...) -> [LifeEvent] {
    years.map { LifeEvent(.paid, year: $0, basis: .derived) }
  }

  static func done(_ purpose: String, _ date: String) -> [LifeEvent] {
    [LifeEvent(.matterCompleted, on: day(date), purpose: purpose)]
  }

  static func ended(_ date: String) -> [LifeEvent] {
    [LifeEvent(.insuranceEnded, on: day(date), purpose: "employment-insurance")]
  }

  static let tax: [Golden] = [
    Golden(
      name: "lost the insurance, still paid", purpose: "tax-withholding",
      events: [LifeEvent(.insuranceEnded, on: day("2018-06-30"), purpose: "tax-withholding")]),
    Golden(
      name: "the last pay of an earlier employment", purpose: "tax-declarations",
      left: "2026-03-31", lastPaid: "2020-01-25", hired: "2021-04-01", lastDay: "2034-01-10",
      basis: .presumed),
    Golden(
      name: "a slip of another purpose", purpose: "tax-declarations", left: "2025-12-31",
      events: paid(2025) + [LifeEvent(.slipFiled, year: 2027)], lastDay: "2033-01-10",
      basis: .derived),
    Golden(name: "employed", purpose: "tax-withholding", events: paid(2024, 2025)),
    Golden(name: "employed, declarations", purpose: "tax-declarations", events: paid(2025)),
    Golden(
      name: "on leave", purpose: "tax-declarations",
      events: [LifeEvent(.onLeave, on: day("2026-04-01"))]),
    Golden(
      name: "left in March, paid that year", purpose: "tax-declarations", left: "2026-03-31",
      events: paid(2025, 2026), lastDay: "2034-01-10", basis: .derived),
    Golden(
      name: "the same, for slips", purpose: "tax-withholding", left: "2026-03-31",
      events: paid(2025, 2026), lastDay: "2034-01-10", basis: .derived),
    Golden(
      name: "left 31 December, paid in January", purpose: "tax-declarations", left: "2025-12-31",
      lastPaid: "2026-01-25", events: paid(2025), lastDay: "2034-01-10", basis: .recorded),
    Golden(
      name: "left 31 December, last paid in December", purpose: "tax-declarations",
      left: "2025-12-31", lastPaid: "2025-12-25", events: paid(2025), lastDay: "2033-01-10",
      basis: .recorded),
    Golden(
      name: "left 31 December, nothing known", purpose: "tax-declarations", left: "2025-12-31",
      lastDay: "2034-01-10", basis: .presumed),
    Golden(
      name: "left 31 December, that year's payroll known", purpose: "tax-declarations",
      left: "2025-12-31", events: paid(2025), lastDay: "2033-01-10", basis: .derived),
    Golden(
      name: "left 31 December, next year's slip filed", purpose: "tax-declarations",
      left: "2025-12-31",
      events: paid(2025) + [
        LifeEvent(.slipFiled, year: 2026, form: "withholding-slip-municipality", basis: .derived)
      ], lastDay: "2033-01-10", basis: .derived),
    Golden(
      name: "the same, for slips", purpose: "tax-withholding", left: "2025-12-31",
      events: paid(2025) + [
        LifeEvent(.slipFiled, year: 2026, form: "withholding-slip-municipality", basis: .derived)
      ], lastDay: "2034-01-10", basis: .derived),
    Golden(
      name: "left 30 October, nothing known", purpose: "tax-declarations", left: "2025-10-30",
      lastDay: "2033-01-10", basis: .presumed),
    Golden(
      name: "left 31 October, nothing known", purpose: "tax-declarations", left: "2025-10-31",
      lastDay: "2033-01-10", basis: .presumed),
    Golden(
      name: "left 1 November, nothing known", purpose: "tax-declarations", left: "2025-11-01",
      lastDay: "2034-01-10", basis: .presumed),
    Golden(
      name: "left this year, only last year's payroll known", purpose: "tax-declarations",
      left: "2026-05-31", events: paid(2025), lastDay: "2034-01-10", basis: .presumed),
    Golden(
      name: "left 29 February", purpose: "tax-declarations", left: "2024-02-29",
      lastDay: "2032-01-10", basis: .presumed),
    Golden(
      name: "a late bonus", purpose: "tax-declarations", left: "2025-06-30",
      events: paid(2025, 2026), lastDay: "2034-01-10", basis: .derived),
    Golden(
      name: "a recorded declaration", purpose: "tax-declarations", left: "2025-06-30",
      events: [LifeEvent(.declarationReceived, year: 2025)], lastDay: "2033-01-10", basis: .recorded
    ),
    Golden(
      name: "a declaration without the number", purpose: "tax-declarations", left: "2025-06-30",
      events: paid(2024) + [LifeEvent(.declarationReliedUpon, year: 2025)], lastDay: "2033-01-10",
      basis: .recorded),
    Golden(
      name: "died", purpose: "tax-declarations",
      events: paid(2026) + [LifeEvent(.died, on: day("2026-02-01"))], lastDay: "2034-01-10",
      basis: .derived),
    Golden(
      name: "re-hired after leaving", purpose: "tax-declarations", left: "2024-03-31",
      events: [LifeEvent(.rehired, on: day("2025-04-01"))]),
    Golden(
      name: "hired again by the column", purpose: "tax-declarations", left: "2024-03-31",
      hired: "2025-04-01"),
    Golden(
      name: "hired on the day of leaving", purpose: "tax-declarations", left: "2025-04-01",
      hired: "2025-04-01", lastDay: "2033-01-10", basis: .presumed),
    Golden(
      name: "a change notice", purpose: "tax-declarations", left: "2026-03-31",
      events: paid(2026) + [LifeEvent(.changeNoticeReceived, on: day("2026-01-15"))],
      lastDay: "2029-12-31", basis: .recorded, document: "ledger-change-notices"),
    Golden(
      name: "retirement pay", purpose: "retirement-income", left: "2026-03-31",
      events: [LifeEvent(.retirementPaid, on: day("2026-04-30"))], lastDay: "2034-01-10",
      basis: .recorded),
    Golden(
      name: "retirement pay next year", purpose: "retirement-income", left: "2026-11-30",
      events: [LifeEvent(.retirementPaid, on: day("2027-01-31"))], lastDay: "2035-01-10",
      basis: .recorded),
    Golden(
      name: "a plan's lump sum", purpose: "retirement-income", left: "2026-03-31",
      events: [LifeEvent(.planLumpSumPaid, on: day("2026-04-30"))], lastDay: "2037-01-10",
      basis: .recorded, document: "plan-lump-sum-declaration"),
    Golden(name: "retirement, still employed", purpose: "retirement-income"),
  ]

  static let insurance: [Golden] = [
    Golden(name: "insured", purpose: "employment-insurance", events: paid(2025)),
    Golden(
      name: "left, presumed", purpose: "employment-insurance", left: "2026-03-31",
      lastDay: "2030-05-31", basis: .presumed),
    Golden(
      name: "left 31 December, presumed to the end of February", purpose: "employment-insurance",
      left: "2025-12-31", lastDay: "2030-02-28", basis: .presumed),
    Golden(
      name: "left 31 December, presumed to a leap day", purpose: "employment-insurance",
      left: "2023-12-31", lastDay: "2028-02-29", basis: .presumed),
    Golden(
      name: "health, presumed to a leap day", purpose: "health-pension", left: "2023-12-15",
      lastDay: "2026-02-28", basis: .presumed),
    Golden(
      name: "health, presumed from 28 February to 29 February", purpose: "health-pension",
      left: "2025-12-31", lastDay: "2028-02-29", basis: .presumed),
    Golden(
      name: "completed, recorded", purpose: "employment-insurance", left: "2026-03-31",
      events: done("employment-insurance", "2026-06-30"), lastDay: "2030-06-30", basis: .recorded),
    Golden(
      name: "completed 28 February 2026, two years", purpose: "health-pension", left: "2026-01-31",
      events: done("health-pension", "2026-02-28"), lastDay: "2028-02-29", basis: .recorded),
    Golden(
      name: "completed 28 February 2024, two years", purpose: "health-pension", left: "2024-01-31",
      events: done("health-pension", "2024-02-28"), lastDay: "2026-02-28", basis: .recorded),
    Golden(
      name: "completed on a leap day, two years", purpose: "health-pension", left: "2024-01-31",
      events: done("health-pension", "2024-02-29"), lastDay: "2026-02-28", basis: .recorded),
    Golden(
      name: "completed on a leap day, four years", purpose: "employment-insurance",
      left: "2024-01-31", events: done("employment-insurance", "2024-02-29"), lastDay: "2028-02-29",
      basis: .recorded),
    Golden(
      name: "the latest of two completions", purpose: "employment-insurance", left: "2026-03-31",
      events: done("employment-insurance", "2026-04-08")
        + done("employment-insurance", "2026-05-20"), lastDay: "2030-05-20", basis: .recorded),
    Golden(
      name: "another purpose's completion", purpose: "employment-insurance", left: "2026-03-31",
      events: done("health-pension", "2026-04-05"), lastDay: "2030-05-31", basis: .presumed),
    Golden(
      name: "a filed loss notice", purpose: "employment-insurance", left: "2026-03-31",
      events: [
        LifeEvent(
          .noticeFiled, on: day("2026-04-08"), purpose: "employment-insurance",
          form: "employment-insurance-loss", basis: .derived)
      ], lastDay: "2030-04-08", basis: .derived),
    Golden(
      name: "a filed acquisition completes nothing", purpose: "employment-insurance",
      left: "2026-03-31",
      events: [
        LifeEvent(
          .noticeFiled, on: day("2025-04-08"), purpose: "employment-insurance",
          form: "employment-insurance-acquisition", basis: .derived)
      ], lastDay: "2030-05-31", basis: .presumed),
    Golden(
      name: "recorded wins over a later notice", purpose: "employment-insurance",
      left: "2026-03-31",
      events: [
        LifeEvent(
          .noticeFiled, on: day("2026-04-08"), purpose: "employment-insurance",
          form: "employment-insurance-loss", basis: .derived)
      ] + done("employment-insurance", "2026-04-02"), lastDay: "2030-04-02", basis: .recorded),
    Golden(
      name: "a benefit completed while employed", purpose: "employment-insurance",
      events: done("employment-insurance", "2020-06-30")),
    Golden(
      name: "a loss notice without a loss", purpose: "employment-insurance",
      events: [LifeEvent(.noticeFiled, on: day("2020-06-30"), form: "employment-insurance-loss")]),
    Golden(
      name: "a benefit completed before the leaving, whose loss notice was filed",
      purpose: "employment-insurance", left: "2026-03-31",
      events: done("employment-insurance", "2024-05-01") + [
        LifeEvent(
          .noticeFiled, on: day("2026-04-08"), form: "employment-insurance-loss", basis: .derived)
      ], lastDay: "2030-04-08", basis: .derived),
    Golden(
      name: "a benefit completed before the leaving, nothing since",
      purpose: "employment-insurance", left: "2026-03-31",
      events: done("employment-insurance", "2024-05-01"), lastDay: "2030-05-31", basis: .presumed),
    Golden(
      name: "completed on the day of leaving", purpose: "employment-insurance", left: "2026-03-31",
      events: done("employment-insurance", "2026-03-31"), lastDay: "2030-03-31", basis: .recorded),
    Golden(
      name: "lost the insurance while employed", purpose: "employment-insurance",
      events: ended("2026-06-30"), lastDay: "2030-08-31", basis: .presumed),
    Golden(
      name: "lost the insurance while employed, completed", purpose: "employment-insurance",
      events: ended("2026-06-30") + done("employment-insurance", "2026-07-10"),
      lastDay: "2030-07-10", basis: .recorded),
    Golden(
      name: "lost the insurance, then left", purpose: "employment-insurance", left: "2026-10-31",
      events: ended("2024-06-30"), lastDay: "2028-08-31", basis: .presumed),
    Golden(
      name: "lost the insurance and insured again", purpose: "employment-insurance",
      events: ended("2022-06-30") + [
        LifeEvent(
          .insuranceBegan, on: day("2023-04-01"), purpose: "employment-insurance")
      ]),
    Golden(
      name: "lost the insurance and told the purpose again", purpose: "employment-insurance",
      events: ended("2024-03-31")),
    Golden(
      name: "lost the insurance on the day the purpose was told",
      purpose: "employment-insurance", events: ended("2024-04-01"), lastDay: "2028-06-30",
      basis: .presumed),
    Golden(
      name: "lost another insurance", purpose: "health-pension", events: ended("2026-06-30")),
    Golden(
      name: "completed before being hired again", purpose: "employment-insurance",
      hired: "2026-04-01", events: done("employment-insurance", "2024-06-30")),
    Golden(
      name: "savings that ended", purpose: "property-accumulation",
      events: [LifeEvent(.contractEnded, on: day("2026-03-31"), purpose: "property-accumulation")],
      lastDay: "2031-05-31", basis: .presumed),
    Golden(
      name: "savings that ended, for insurance", purpose: "health-pension",
      events: [LifeEvent(.contractEnded, on: day("2026-03-31"), purpose: "property-accumulation")]),
    Golden(
      name: "category 3", purpose: "pension-category3", kind: .family,
      events: [LifeEvent(.dependentRemoved, on: day("2026-05-10"))], lastDay: "2028-07-31",
      basis: .presumed),
    Golden(
      name: "property accumulation", purpose: "property-accumulation", left: "2026-03-31",
      lastDay: "2031-05-31", basis: .presumed),
  ]

  static let others: [Golden] = [
    Golden(
      name: "a dependent of an employed person", purpose: "tax-declarations", kind: .family,
      events: paid(2025)),
    Golden(
      name: "a dependent removed in December", purpose: "tax-declarations", kind: .family,
      events: [LifeEvent(.dependentRemoved, on: day("2026-12-20"))], lastDay: "2034-01-10",
      basis: .presumed),
    Golden(
      name: "a dependent removed, with that year's declaration", purpose: "tax-declarations",
      kind: .family,
      events: [
        LifeEvent(.declarationReceived, year: 2026, basis: .derived),
        LifeEvent(.dependentRemoved, on: day("2026-12-20")),
      ], lastDay: "2034-01-10", basis: .derived),
    Golden(
      name: "a dependent removed and added again", purpose: "tax-declarations", kind: .family,
      events: [
        LifeEvent(.dependentRemoved, on: day("2025-12-20")),
        LifeEvent(.dependentAdded, on: day("2026-04-01")),
      ]),
    Golden(
      name: "a dependent removed for another purpose", purpose: "tax-declarations", kind: .family,
      events: [LifeEvent(.dependentRemoved, on: day("2025-12-20"), purpose: "health-pension")]),
    Golden(
      name: "a dependent whose employee left", purpose: "health-pension", kind: .family,
      left: "2026-03-31", lastDay: "2028-05-31", basis: .presumed),
    Golden(
      name: "a dependent removed before the employee left", purpose: "health-pension",
      kind: .family, left: "2026-03-31",
      events: [LifeEvent(.dependentRemoved, on: day("2025-06-30"))], lastDay: "2027-08-31",
      basis: .presumed),
    Golden(
      name: "a dependent removed years before the employee's last pay",
      purpose: "tax-declarations", kind: .family, left: "2026-03-31", lastPaid: "2026-04-25",
      events: [LifeEvent(.dependentRemoved, on: day("2018-06-30"))], lastDay: "2026-01-10",
      basis: .presumed),
    Golden(
      name: "a dependent removed, with that year's declaration, before the employee's last pay",
      purpose: "tax-declarations", kind: .family, left: "2026-03-31", lastPaid: "2026-04-25",
      events: [
        LifeEvent(.declarationReceived, year: 2018, basis: .derived),
        LifeEvent(.dependentRemoved, on: day("2018-06-30")),
      ], lastDay: "2026-01-10", basis: .derived),
    Golden(
      name: "a dependent of the employee until the last pay", purpose: "tax-declarations",
      kind: .family, left: "2025-12-31", lastPaid: "2026-01-25", lastDay: "2034-01-10",
      basis: .recorded),
    Golden(
      name: "a payee paid twice", purpose: "payment-records", kind: .payee,
      events: paid(2024, 2026), lastDay: "2034-01-10", basis: .presumed),
    Golden(
      name: "a payee never paid", purpose: "payment-records", kind: .payee, lastDay: "2032-01-10",
      basis: .presumed),
    Golden(
      name: "a payee whose contract ended", purpose: "payment-records", kind: .payee,
      events: paid(2025) + [LifeEvent(.contractEnded, on: day("2025-08-31"))],
      lastDay: "2033-01-10", basis: .derived),
    Golden(name: "a proprietor", purpose: "tax-withholding", kind: .proprietor, events: paid(2025)),
  ]

  func person(_ golden: Golden) throws -> PersonRecord {
    var person = try TestPerson.make(
      golden.kind, relationship: golden.kind == .family ? .child : nil,
      purposes: [golden.purpose])
    person.leftOn = golden.left.map(day)
    person.lastPaidOn = golden.lastPaid.map(day)
    person.hiredOn = golden.hired.map(day)
    person.events = golden.events
    return person
  }

  @Test("is kept through the day the law gives", arguments: tax + insurance + others)
  func golden(golden: Golden) throws {
    let schedule = try TestPolicy.policy().retention
    let person = try person(golden)
    let holdings = schedule.holdings(of: person, asOf: day("2026-11-22"))
    #expect(holdings.allSatisfy { !$0.citations.isEmpty && !$0.ja.isEmpty })
    let holding = try #require(
      golden.document.map { id in holdings.first { $0.document == id } } ?? holdings.first)
    #expect(holding.lastDay?.isoText == golden.lastDay)
    #expect(holding.basis == golden.basis)
    guard golden.document == nil else { return }
    let disposal = schedule.disposal(of: PurposeID(golden.purpose), for: person)
    #expect(disposal?.adding(days: -1).isoText == golden.lastDay)
    #expect(
      schedule.isPresumed(PurposeID(golden.purpose), for: person) == (golden.basis == .presumed))
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
          counts: tax-year
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
