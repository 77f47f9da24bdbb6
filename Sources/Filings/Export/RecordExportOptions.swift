public import People

/// What records are exported, and how.
public struct RecordExportOptions: Sendable {
  /// The income year (年分).
  public var incomeYear: Int
  /// People to whom the export is narrowed.
  public var people: Set<PersonCode>?
  /// The day whose numbers stand on records that void others (訂正表示 1); nil for the numbers that the
  /// register knows to stand on the record filed.
  public var numberAsOf: CalendarDate?
  /// Reasons for which a number may be left blank; each blank is journalled.
  public var leaveBlank: Set<NoNumberReason> = []
  /// Whether characters outside JIS X 0208 are replaced by the policy's table.
  public var substitutes = false
  /// Whether numbers that the file already holds are thrown away unread.
  public var discardNumbers = false
  /// Whether people's own copies are made anew (再交付).
  public var isReissue = false

  /// The defaults for a year.
  public init(incomeYear: Int) { self.incomeYear = incomeYear }
}
