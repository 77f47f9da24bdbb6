import Rules

extension SlipPlanner {
  /// Whether no slip is filed for the row's person.
  func leaving(_ row: PayrollRow) -> LeftOut? {
    let decision = rules.range.decide(
      request.copy.form, incomeYear: request.incomeYear, facts(row))
    guard case .leftOut(let article, let yen) = decision else { return nil }
    return LeftOut(line: row.line, person: row.person, article: article, atMostYen: yen)
  }

  /// Whether the tax office's copy is filed as well, or the report counts as it.
  func isWithinTaxRange(_ row: PayrollRow) -> Bool {
    let decision = rules.range.decide(
      SlipCopy.taxOffice.form, incomeYear: request.incomeYear, facts(row))
    if case .filed = decision { return true }
    return false
  }

  private func facts(_ row: PayrollRow) -> SlipFacts {
    SlipFacts(
      paid: row.count(.paid) ?? .max, isOfficer: row.isOfficer,
      isProfessional: row.isProfessional, isAdjusted: row.isAdjusted ?? false,
      hasDeclaration: row.taxColumn.map { $0 == .main } ?? true, leftInYear: hasLeft(row))
  }

  private func hasLeft(_ row: PayrollRow) -> Bool {
    guard row.texts[.leaving].map(FieldFolding.digits) == "2" else { return false }
    let year = row.texts[.leavingYear].map(FieldFolding.digits) ?? yearDigits
    return (Int(year) ?? 0) <= (Int(yearDigits) ?? 0)
  }
}
