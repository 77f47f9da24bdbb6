public import People

/// What slips are wanted.
public struct SlipRequest: Sendable {
  public var incomeYear: Int
  public var copy: SlipCopy
  /// Employees to whom the export is narrowed; nil for all in the payroll file.
  public var people: Set<PersonCode>?
  /// Whether characters outside JIS X 0208 are replaced by the policy's table.
  public var substitutes: Bool
  /// Whether the municipality's copy is drawn on paper rather than written as a record.
  public var isOnPaper = false
  /// 12 or 13; nil for the layout's own.
  public var numberWidth: Int?
  /// Whether the tax office's copy is made beside the municipality's, which then is not passed on to
  /// it by eLTAX (作成区分 1): it would be filed twice.
  public var goesToTaxOfficeToo = false
  /// Whether slips are counted for a summary instead of written.
  public var isCounted = false
  /// Whether the employees' own copies say that they are made anew (再交付).
  public var isReissue = false
  /// The day whose numbers stand on slips that void others; nil for those that the register knows
  /// to stand on the slip filed.
  public var numberAsOf: CalendarDate?

  public init(
    incomeYear: Int, copy: SlipCopy, people: Set<PersonCode>? = nil, substitutes: Bool = false,
    numberWidth: Int? = nil
  ) {
    self.incomeYear = incomeYear
    self.copy = copy
    self.people = people
    self.substitutes = substitutes
    self.numberWidth = numberWidth
  }
}
