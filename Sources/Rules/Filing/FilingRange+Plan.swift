public import People

extension FilingRange {
  /// Every copy of the slips of an income year, those not made any more included, and why.
  public func plan(forIncomeYear year: Int) -> [CopyPlan] {
    forms.map { form in
      let rules = rules(of: form)
      let end = SlipDue.day(ofIncomeYear: year, leftOn: nil)
      let filing = rules.first { $0.files(year, due: end) }
      let some = filing ?? rules.first { $0.filesSome(of: year) }
      let covering = rules.first { $0.covers(year, due: end) }
      return CopyPlan(
        form: form, extent: filing != nil ? .all : some != nil ? .earlyLeavers : .nobody,
        countedBy: covering?.countedBy, due: filing.map { _ in end },
        isDueAMonthAfterLeaving: some?.isDueAMonthAfterLeaving ?? false,
        electronic: some.flatMap { electronicRule(for: form, due: $0.lastDue(of: year)) },
        countedFrom: some?.lastDue(of: year),
        citations: (filing ?? covering ?? some)?.citations ?? [])
    }
  }

  /// The day by which somebody's copy is due; nil where none is made for them.
  ///
  /// - Parameter leftOn: The day of leaving, if it is in the income year.
  public func due(
    _ form: FormCopyID, incomeYear: Int, leftOn: CalendarDate?
  ) -> CalendarDate? {
    let afterLeaving = SlipDue.day(ofIncomeYear: incomeYear, leftOn: leftOn)
    let rule = rules(of: form).first { $0.files(incomeYear, due: afterLeaving) }
    guard let rule else { return nil }
    return rule.isDueAMonthAfterLeaving
      ? afterLeaving : SlipDue.day(ofIncomeYear: incomeYear, leftOn: nil)
  }

  /// From how many sheets on a copy that is due on a day is filed electronically.
  public func electronicRule(for form: FormCopyID, due day: CalendarDate) -> ElectronicRule? {
    electronic.first { $0.forms.contains(form) && $0.due.contains(day) }
  }
}
