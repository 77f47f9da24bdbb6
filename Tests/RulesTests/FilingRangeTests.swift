import People
import Rules
import Testing

@Suite("The filing range")
struct FilingRangeTests {
  let range: FilingRange
  let taxOffice = FormCopyID("withholding-slip-tax-office")
  let municipality = FormCopyID("withholding-slip-municipality")
  let recipient = FormCopyID("withholding-slip-recipient")

  init() throws { range = try TestPolicy.policy().filingRange }

  func isFiled(_ form: FormCopyID, _ year: Int, _ facts: SlipFacts) -> Bool {
    guard case .filed = range.decide(form, incomeYear: year, facts) else { return false }
    return true
  }

  static let limits: [(SlipFacts, Int)] = [
    (SlipFacts(paid: 0, isAdjusted: true, hasDeclaration: true), 5_000_000),
    (SlipFacts(paid: 0, isOfficer: true, isAdjusted: true, hasDeclaration: true), 1_500_000),
    (SlipFacts(paid: 0, isProfessional: true, isAdjusted: true, hasDeclaration: true), 2_500_000),
    (SlipFacts(paid: 0, isAdjusted: false, hasDeclaration: true), 2_500_000),
    (SlipFacts(paid: 0, isOfficer: true, isAdjusted: false, hasDeclaration: true), 500_000),
    (SlipFacts(paid: 0, isAdjusted: false, hasDeclaration: false), 500_000),
    (SlipFacts(paid: 0, isOfficer: true, isAdjusted: false, hasDeclaration: false), 500_000),
  ]

  @Test(
    "leaves out of the tax office's copy up to the limit, and not a yen more", arguments: limits)
  func limit(facts: SlipFacts, limit: Int) {
    var facts = facts
    facts.paid = limit
    #expect(!isFiled(taxOffice, 2025, facts))
    facts.paid = limit + 1
    #expect(isFiled(taxOffice, 2025, facts))
  }

  @Test("files the municipality's copy but for early leavers up to 300,000 yen")
  func municipal() {
    var facts = SlipFacts(paid: 300_000, isAdjusted: false, hasDeclaration: true, leftInYear: true)
    #expect(!isFiled(municipality, 2026, facts))
    facts.paid = 300_001
    #expect(isFiled(municipality, 2026, facts))
    facts = SlipFacts(paid: 1, isAdjusted: true, hasDeclaration: true)
    #expect(isFiled(municipality, 2025, facts))
  }

  @Test("makes the tax office's copy needless from 2027 on: the payment report counts as it")
  func deemed() {
    let facts = SlipFacts(paid: 9_000_000, isAdjusted: true, hasDeclaration: true)
    guard case .needless(let copy) = range.decide(taxOffice, incomeYear: 2026, facts) else {
      Issue.record("the copy must be needless")
      return
    }
    #expect(copy.countedBy == municipality && copy.incomeYear == 2026)
    #expect(copy.citations.map(\.description) == ["所得税法226条", "令和5年法律3号附則1条8号"])
    #expect(isFiled(taxOffice, 2025, facts) && isFiled(municipality, 2026, facts))
    #expect(range.copies(forIncomeYear: 2027) == [municipality, recipient])
    #expect(throws: Refusal.self) {
      try range.check(taxOffice, incomeYear: 2027)
    }
    #expect(throws: Never.self) { try range.check(taxOffice, incomeYear: 2026) }
  }

  /// Leaving day and whether the slip, due a month later, goes to the tax office.
  static let leavers: [(String, Bool)] = [
    ("2026-01-01", true), ("2026-06-30", true), ("2026-11-27", true),
    // Due on 28 December, the last open day; a month from the next falls on closed days.
    ("2026-11-28", true), ("2026-11-29", false), ("2026-11-30", false), ("2026-12-01", false),
    ("2026-12-31", false), ("2025-12-31", false),
  ]

  @Test("goes by the day on which the slip is due: a month after leaving", arguments: leavers)
  func due(left: String, goesToTaxOffice: Bool) {
    let facts = SlipFacts(
      paid: 9_000_000, isAdjusted: false, hasDeclaration: true, leftInYear: true, leftOn: day(left))
    #expect(isFiled(taxOffice, 2026, facts) == goesToTaxOffice)
    #expect(isFiled(municipality, 2026, facts))
    #expect(range.copies(forIncomeYear: 2026) == [taxOffice, municipality, recipient])
  }

  @Test("files no slip of a year before numbers, and minds years that are none")
  func years() {
    let facts = SlipFacts(paid: 9_000_000, isAdjusted: true, hasDeclaration: true)
    for year in [2015, 0, -1, Int.min] {
      guard case .needless(let copy) = range.decide(taxOffice, incomeYear: year, facts) else {
        Issue.record("\(year) must be needless")
        continue
      }
      #expect(copy.countedBy == nil)
      #expect(throws: Refusal.self) { try range.check(municipality, incomeYear: year) }
    }
    #expect(isFiled(municipality, Int.max, facts) && !isFiled(taxOffice, Int.max, facts))
    let last = SlipFacts(paid: 1, isAdjusted: true, hasDeclaration: true, leftOn: day("9999-12-31"))
    #expect(!isFiled(taxOffice, 9999, last))
  }

  /// Income year, day of leaving, and by when each copy is due; nil where it is not made.
  static let dues: [(Int, String?, String?, String?, String?)] = [
    // 31 January 2027 is a Sunday, 31 January 2026 a Saturday.
    (2026, nil, nil, "2027-02-01", "2027-02-01"),
    (2025, nil, "2026-02-02", "2026-02-02", "2026-02-02"),
    (2024, nil, "2025-01-31", "2025-01-31", "2025-01-31"),
    (2027, nil, nil, "2028-01-31", "2028-01-31"),
    // A leaver's within a month of leaving, but the municipality's with the others'.
    (2026, "2026-06-30", "2026-07-31", "2027-02-01", "2026-07-31"),
    (2026, "2026-05-31", "2026-06-30", "2027-02-01", "2026-06-30"),
    (2026, "2026-11-28", "2026-12-28", "2027-02-01", "2026-12-28"),
    (2026, "2026-11-29", nil, "2027-02-01", "2027-01-04"),
    (2026, "2026-12-31", nil, "2027-02-01", "2027-02-01"),
    // Who left in another year is none of this one.
    (2026, "2025-06-30", nil, "2027-02-01", "2027-02-01"),
  ]

  @Test("says by when each copy is due, on the next open day", arguments: dues)
  func dueDays(
    year: Int, left: String?, tax: String?, municipal: String?, own: String?
  ) {
    let leftOn = left.map { day($0) }
    func due(_ form: FormCopyID) -> String? {
      range.due(form, incomeYear: year, leftOn: leftOn)?.isoText
    }
    #expect(due(taxOffice) == tax)
    #expect(due(municipality) == municipal)
    #expect(due(recipient) == own)
  }

  @Test("plans the copies of 2026: the municipality's for all, the tax office's for early leavers")
  func plan2026() throws {
    let plan = range.plan(forIncomeYear: 2026)
    #expect(plan.map(\.form) == [taxOffice, municipality, recipient])
    #expect(plan.map(\.extent) == [.earlyLeavers, .all, .all])
    #expect(plan.map(\.countedBy) == [municipality, nil, nil])
    #expect(plan.map { $0.due?.isoText } == [nil, "2027-02-01", "2027-02-01"])
    #expect(plan.map(\.isDueAMonthAfterLeaving) == [true, false, true])
    #expect(plan.allSatisfy { !$0.citations.isEmpty })
  }

  /// Income year, copy, from how many sheets on, and the year in which they are counted.
  static let duties: [(Int, String, Int?, Int?)] = [
    (2024, "withholding-slip-tax-office", 100, 2023),
    (2025, "withholding-slip-tax-office", 100, 2024),
    (2025, "withholding-slip-municipality", 100, 2024),
    // Due in 2027: the thirty sheets of 2025. What early leavers' slips need is due in 2026 still.
    (2026, "withholding-slip-municipality", 30, 2025),
    (2026, "withholding-slip-tax-office", 100, 2024),
    (2027, "withholding-slip-municipality", 30, 2026),
    (2027, "withholding-slip-tax-office", nil, nil),
    (2026, "withholding-slip-recipient", nil, nil),
  ]

  @Test("says from how many sheets on a copy is filed electronically", arguments: duties)
  func electronic(year: Int, form: String, sheets: Int?, counted: Int?) throws {
    let copy = try #require(
      range.plan(forIncomeYear: year).first { $0.form == FormCopyID(form) })
    #expect(copy.electronic?.sheets == sheets)
    let day = try counted.map { _ in try #require(copy.countedFrom) }
    #expect(day.flatMap { copy.electronic?.countedYear(due: $0) } == counted)
    #expect(copy.electronic?.counted ?? taxOffice == taxOffice)
  }

  @Test("asks about the year's open points alone")
  func questions() {
    func ids(_ year: Int) -> [String] { range.questions(forIncomeYear: year).map(\.id) }
    #expect(
      ids(2026) == [
        "leavers-2026", "no-municipality", "number-width", "layout-2026", "recipient-due",
        "electronic-count",
      ])
    #expect(ids(2025) == ["number-width", "recipient-due", "electronic-count"])
    #expect(
      ids(2027) == ["no-municipality", "number-width", "recipient-due", "electronic-count"])
  }

  @Test("says nothing of a copy that the policy does not list")
  func unknown() {
    let facts = SlipFacts(paid: 1, isAdjusted: true, hasDeclaration: true)
    #expect(range.decide(FormCopyID("payment-record"), incomeYear: 2025, facts) == nil)
  }
}
