public import People

/// A number verified by rules in force on the day (番号法16条).
public struct Verified: Hashable, Sendable {
  /// The rules, in the order power, number, identity; one that proves several stands once.
  public let rules: [IdentityRule]
  public let date: CalendarDate

  init(rules: [IdentityRule], date: CalendarDate) {
    self.rules = rules
    self.date = date
  }

  /// The rules' ids joined by `+`, as they are recorded.
  public var way: String { rules.map(\.id).joined(separator: "+") }
}
