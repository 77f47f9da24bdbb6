/// A case in which a slip need not be filed up to an amount; nil conditions fit everyone.
struct LeaveOutRule: Hashable, Sendable {
  let adjusted: Bool?
  let declared: Bool?
  let officer: Bool?
  let professional: Bool?
  let leftInYear: Bool?
  let atMostYen: Int
  let article: Citation

  func fits(_ facts: SlipFacts) -> Bool {
    func agrees(_ wanted: Bool?, _ fact: Bool) -> Bool { wanted.map { $0 == fact } ?? true }
    return agrees(adjusted, facts.isAdjusted) && agrees(declared, facts.hasDeclaration)
      && agrees(officer, facts.isOfficer) && agrees(professional, facts.isProfessional)
      && agrees(leftInYear, facts.leftInYear)
  }
}
