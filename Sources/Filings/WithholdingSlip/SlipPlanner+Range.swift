import People
import Rules

extension SlipPlanner {
  /// Whether the copy is made for the row's person; else why not is among the findings.
  mutating func isMade(_ row: PayrollRow, for person: SlipPerson) -> Bool {
    let day = leftOn(row)
    let decided = decision(row, leftOn: day)
    if person.record.lastLeaving != day { checkLeaving(row, of: person, decided) }
    switch decided {
    case .leftOut(let article, let yen):
      findings.append(
        .leftOut(LeftOut(line: row.line, person: row.person, article: article, atMostYen: yen)))
      return false
    case .needless(let copy):
      findings.append(.needless(copy))
      return false
    case .filed, nil: return true
    }
  }

  /// Whether the tax office's copy is filed as well, or the report counts as it.
  func isWithinTaxRange(_ row: PayrollRow) -> Bool {
    let decision = rules.range.decide(
      SlipCopy.taxOffice.form, incomeYear: request.incomeYear, facts(row, leftOn: leftOn(row)))
    if case .filed = decision { return true }
    return false
  }

  /// Whether the payment report counts as the slip.
  func isCountedByReport(_ row: PayrollRow) -> Bool {
    Self.isNeedless(
      rules.range.decide(
        SlipCopy.taxOffice.form, incomeYear: request.incomeYear, facts(row, leftOn: leftOn(row))))
  }

  /// The day by which the copy is due.
  func due(_ row: PayrollRow) -> CalendarDate? {
    guard let day = leftOn(row) else { return usualDue }
    return rules.range.due(request.copy.form, incomeYear: request.incomeYear, leftOn: day)
  }

  /// Whether the row is of somebody who filed a dependents' declaration (甲欄); a file that does not
  /// say is taken to be of such people.
  func hasDeclaration(_ row: PayrollRow) -> Bool {
    if let column = row.taxColumn { return column == .main }
    return row.texts[.secondaryColumn].map(FieldFolding.digits) != "1"
  }

  /// The day of leaving decides when the slip is due and so whether the copy is made: the vault,
  /// by whose record the gate decides, must agree with the file.
  private mutating func checkLeaving(
    _ row: PayrollRow, of person: SlipPerson, _ decided: FilingDecision?
  ) {
    let ours = decision(row, leftOn: person.record.lastLeaving)
    if Self.isNeedless(ours) != Self.isNeedless(decided) {
      add(row, .leaving, .leavingDiffers)
    }
  }

  private static func isNeedless(_ decision: FilingDecision?) -> Bool {
    if case .needless = decision { true } else { false }
  }

  private func decision(_ row: PayrollRow, leftOn day: CalendarDate?) -> FilingDecision? {
    rules.range.decide(
      request.copy.form, incomeYear: request.incomeYear, facts(row, leftOn: day))
  }

  private func facts(_ row: PayrollRow, leftOn day: CalendarDate?) -> SlipFacts {
    SlipFacts(
      paid: row.count(.paid) ?? .max, isOfficer: row.isOfficer,
      isProfessional: row.isProfessional, isAdjusted: row.isAdjusted ?? false,
      hasDeclaration: hasDeclaration(row), leftInYear: hasLeft(row), leftOn: day)
  }

  /// Whether the person left in the income year or before.
  func hasLeft(_ row: PayrollRow) -> Bool {
    guard row.texts[.leaving].map(FieldFolding.digits) == "2" else { return false }
    let year = row.texts[.leavingYear].map(FieldFolding.digits) ?? yearDigits
    return (Int(year) ?? 0) <= (Int(yearDigits) ?? 0)
  }

  /// The day of leaving, if it is in the income year.
  func leftOn(_ row: PayrollRow) -> CalendarDate? {
    let year = row.texts[.leavingYear].map { _ in row.count(.leavingYear) } ?? Int(yearDigits)
    guard hasLeft(row), year == Int(yearDigits), let month = row.count(.leavingMonth),
      let day = row.count(.leavingDay)
    else { return nil }
    return CalendarDate(year: request.incomeYear, month: month, day: day)
  }
}
