import Rules
import Testing

@Suite("The filing range")
struct FilingRangeTests {
  let range: FilingRange
  let taxOffice = FormCopyID("withholding-slip-tax-office")
  let municipality = FormCopyID("withholding-slip-municipality")

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

  @Test("makes the tax office's copy needless from income year 2026")
  func deemed() {
    let facts = SlipFacts(paid: 9_000_000, isAdjusted: true, hasDeclaration: true)
    guard case .needless(let article) = range.decide(taxOffice, incomeYear: 2026, facts) else {
      Issue.record("the copy must be needless")
      return
    }
    #expect(article.description == "所得税法226条1項")
    #expect(range.copies(forIncomeYear: 2026).contains(municipality))
    #expect(!range.copies(forIncomeYear: 2026).contains(taxOffice))
    #expect(range.copies(forIncomeYear: 2025).contains(taxOffice))
    #expect(throws: Refusal.copyNotFiled(taxOffice, incomeYear: 2026)) {
      try range.check(taxOffice, incomeYear: 2026)
    }
  }

  @Test("says nothing of a copy that the policy does not list")
  func unknown() {
    let facts = SlipFacts(paid: 1, isAdjusted: true, hasDeclaration: true)
    #expect(range.decide(FormCopyID("payment-record"), incomeYear: 2025, facts) == nil)
  }
}
