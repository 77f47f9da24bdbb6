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

  @Test("says nothing of a copy that the policy does not list")
  func unknown() {
    let facts = SlipFacts(paid: 1, isAdjusted: true, hasDeclaration: true)
    #expect(range.decide(FormCopyID("payment-record"), incomeYear: 2025, facts) == nil)
  }
}
