public import People

/// A review of the log that somebody signed (点検, ガイドライン別添1 C-e, F-c).
public struct ReviewRecord: Hashable, Sendable {
  /// The index of the entry, by which it is named.
  public let entry: Int
  /// When it was signed.
  public let time: Timestamp
  /// The user's id.
  public let user: String
  /// The last entry that was looked at.
  public let through: Int
  /// What was found, in the user's words.
  public let finding: String
  /// What is to be done, in the user's words; nil for nothing.
  public let action: String?
  /// The day by which it is to be done; there if and only if there is an action.
  public let due: CalendarDate?
  /// The later review that says that it was done.
  public internal(set) var closedBy: Int?

  /// Whether something is still to be done.
  public var isOpen: Bool { action != nil && closedBy == nil }

  /// Whether it should have been done before a day.
  public func isOverdue(on day: CalendarDate) -> Bool { isOpen && due.map { $0 < day } ?? false }
}
