internal import People

/// One copy under one rule: for which slips it is filed or needless, and who is left out of it.
struct FilingCopy: Hashable, Sendable {
  let form: FormCopyID
  /// The first income year.
  let fromYear: Int
  /// The days on which a slip under this rule is due.
  let due: InForce
  /// The copy whose filing counts as this one's, which is then not filed at all.
  let countedBy: FormCopyID?
  let citations: [Citation]
  let leaveOut: [LeaveOutRule]
  /// Whether that of a leaver is due within a month of leaving, not with the others'.
  let isDueAMonthAfterLeaving: Bool

  /// Whether the rule is for a slip of an income year that is due on a day, which is reckoned only
  /// where it matters.
  func covers(_ year: Int, due day: @autoclosure () -> CalendarDate) -> Bool {
    fromYear <= year && (due == InForce() || due.contains(day()))
  }

  /// Whether a slip of an income year that is due on a day is filed under the rule.
  func files(_ year: Int, due day: @autoclosure () -> CalendarDate) -> Bool {
    countedBy == nil && covers(year, due: day())
  }

  /// The last day on which a slip of an income year is due under the rule.
  func lastDue(of year: Int) -> CalendarDate {
    let end = SlipDue.day(ofIncomeYear: year, leftOn: nil)
    return due.until.map { min($0, end) } ?? end
  }

  /// Whether some slip of an income year is filed under the rule, that of a leaver if no other.
  func filesSome(of year: Int) -> Bool {
    countedBy == nil && fromYear <= year && due.overlaps(SlipDue.days(ofIncomeYear: year))
  }
}
