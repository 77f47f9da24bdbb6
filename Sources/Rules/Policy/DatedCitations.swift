public import People

/// The articles of a rule: those of today, and those under which it stood before a renumbering.
public struct DatedCitations: Hashable, Sendable {
  /// The articles through one last day.
  public struct Earlier: Hashable, Sendable {
    /// The last day, itself included.
    public let until: CalendarDate
    public let citations: [Citation]
  }

  public let current: [Citation]
  /// The oldest first.
  public let earlier: [Earlier]

  /// The articles in force on `date`.
  public func on(_ date: CalendarDate) -> [Citation] {
    earlier.first { date <= $0.until }?.citations ?? current
  }
}
