internal import People

/// A copy that is not filed for an income year, and why.
public struct NeedlessCopy: Hashable, Sendable {
  public let form: FormCopyID
  /// The income year (年分).
  public let incomeYear: Int
  /// The copy whose filing counts as this one's; nil when it is not filed for that year at all.
  public let countedBy: FormCopyID?
  /// The articles of the filing range.
  public let citations: [Citation]

  /// Why none of the rules about a copy files a slip that is due on a day.
  init(_ form: FormCopyID, _ incomeYear: Int, due: CalendarDate, under rules: [FilingCopy]) {
    let rule = rules.first { $0.covers(incomeYear, due: due) } ?? rules.first
    self.form = form
    self.incomeYear = incomeYear
    countedBy = rule?.countedBy
    citations = rule?.citations ?? []
  }
}
