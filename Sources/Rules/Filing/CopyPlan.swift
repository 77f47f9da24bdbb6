public import People

/// What becomes of one copy of the slips of an income year: whether it is made, by when, and how.
public struct CopyPlan: Hashable, Sendable {
  /// For whose slips a copy is made.
  public enum Extent: Hashable, Sendable {
    /// For all within the filing range.
    case all
    /// For those alone who left so early that theirs is due under the old rule.
    case earlyLeavers
    /// For nobody.
    case nobody
  }

  public let form: FormCopyID
  /// For whose slips it is made.
  public let extent: Extent
  /// The copy whose filing counts as this one's, for those for whom it is not made.
  public let countedBy: FormCopyID?
  /// The day by which it is due, the next open day where offices are closed; nil where it is made for
  /// nobody but leavers, or for nobody.
  public let due: CalendarDate?
  /// Whether that of a leaver is due within a month of leaving.
  public let isDueAMonthAfterLeaving: Bool
  /// How many sheets make it electronic; nil for a copy that is handed to the person.
  public let electronic: ElectronicRule?
  /// The day on which it is due, or would be, by which the year is found whose sheets count.
  public let countedFrom: CalendarDate?
  /// The articles.
  public let citations: [Citation]
}
