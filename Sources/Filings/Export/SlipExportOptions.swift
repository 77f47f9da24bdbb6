public import People

/// What slips are exported, and how.
public struct SlipExportOptions: Sendable {
  /// The income year (年分).
  public var incomeYear: Int
  /// The copies wanted; nil for those that the rule in force on the filing date needs and the
  /// payroll file allows.
  public var copies: [SlipCopy]?
  /// Employees to whom the export is narrowed.
  public var people: Set<PersonCode>?
  /// Reasons for which a number may be left blank; each blank is journalled.
  public var leaveBlank: Set<NoNumberReason> = []
  /// Whether characters outside JIS X 0208 are replaced by the policy's table.
  public var substitutes = false
  /// Whether numbers that the payroll file already holds are thrown away unread.
  public var discardNumbers = false
  /// Whether slips are counted for a summary instead of written.
  var isCounted = false
  /// The day whose numbers stand on slips that void others (訂正表示 1, 提出区分 3); nil for the numbers
  /// that the register knows to stand on the slip filed.
  public var numberAsOf: CalendarDate?
  /// Whether the employees' own copies say that they are made anew (再交付).
  public var isReissue = false
  /// What draws the municipality's copy on paper; nil for records.
  ///
  /// It is for those who do not file electronically, and the copies are then that one alone.
  public var paper: SheetProgram?
  /// 12 or 13; nil for the layout's own.
  public var numberWidth: Int?

  /// The defaults for a year.
  public init(incomeYear: Int) { self.incomeYear = incomeYear }
}
