public import People

/// The days on which a rule is in force: from its first day through its last, either end open.
public struct InForce: Hashable, Sendable {
  /// The first day; nil when the rule has always been there.
  public let from: CalendarDate?
  /// The last day, itself included; nil when no end is known.
  public let until: CalendarDate?

  public init(from: CalendarDate? = nil, until: CalendarDate? = nil) {
    self.from = from
    self.until = until
  }

  /// Whether the rule is in force on `date`.
  public func contains(_ date: CalendarDate) -> Bool {
    if let from, date < from { return false }
    if let until, until < date { return false }
    return true
  }

  /// Whether some day is within both.
  func overlaps(_ other: InForce) -> Bool {
    if let until, let from = other.from, until < from { return false }
    if let from, let until = other.until, until < from { return false }
    return true
  }
}
