/// Which copies are filed for an income year and for whom (所得税法施行規則93条2項 and its like).
public struct FilingRange: Hashable, Sendable {
  private let copies: [FilingCopy]

  init(copies: [FilingCopy]) { self.copies = copies }

  /// The copies made for an income year, the person's own included.
  public func copies(forIncomeYear year: Int) -> [FormCopyID] {
    copies.filter { $0.covers(year) }.map(\.form)
  }

  /// Decides about one person's slip; nil when the policy says nothing of the copy.
  public func decide(
    _ form: FormCopyID, incomeYear: Int, _ facts: SlipFacts
  ) -> FilingDecision? {
    guard let copy = copies.first(where: { $0.form == form && $0.covers(incomeYear) }) else {
      let other = copies.first { $0.form == form }?.citations.first
      return other.map { .needless(article: $0) }
    }
    if let rule = copy.leaveOut.first(where: { $0.fits(facts) }), facts.paid <= rule.atMostYen {
      return .leftOut(article: rule.article, atMostYen: rule.atMostYen)
    }
    return copy.citations.first.map { .filed(article: $0) }
  }

  /// Refuses a copy that is not made for an income year.
  public func check(_ form: FormCopyID, incomeYear: Int) throws(Refusal) {
    guard copies.contains(where: { $0.form == form && $0.covers(incomeYear) }) else {
      throw .copyNotFiled(form, incomeYear: incomeYear)
    }
  }
}
