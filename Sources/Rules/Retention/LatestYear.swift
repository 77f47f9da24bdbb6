/// The latest year that events tell of, and the latest of those under a rule.
struct LatestYear {
  typealias Known = (year: Int, basis: Holding.Basis)

  private(set) var any: Known?
  /// The latest for which the rule is in force; others fall under another rule.
  private(set) var underRule: Known?

  mutating func note(_ year: Int, _ basis: Holding.Basis, isUnderRule: Bool) {
    any = Self.later(any, (year, basis))
    if isUnderRule { underRule = Self.later(underRule, (year, basis)) }
  }

  private static func later(_ a: Known?, _ b: Known) -> Known {
    guard let a else { return b }
    if a.year != b.year { return a.year > b.year ? a : b }
    return a.basis <= b.basis ? a : b
  }
}
