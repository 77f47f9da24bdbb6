public import People

/// What a review of the log found, and what is to be done.
public struct LogReview: Hashable, Sendable {
  /// The last entry that was looked at.
  public var through: Int
  /// What was found: a free text.
  public var finding: String
  /// What is to be done: a free text; nil for nothing.
  public var action: String?
  /// The day by which it is to be done; there if and only if there is an action.
  public var due: CalendarDate?
  /// Earlier reviews, by entry, whose action was done.
  public var closes: [Int]

  public init(
    through: Int, finding: String, action: String? = nil, due: CalendarDate? = nil,
    closes: [Int] = []
  ) {
    self.through = through
    self.finding = finding
    self.action = action
    self.due = due
    self.closes = closes
  }
}
