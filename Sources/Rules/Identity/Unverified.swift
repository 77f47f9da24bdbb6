internal import People

/// A number of which nothing is proved.
public struct Unverified: Hashable, Sendable {
  /// The number is proved by this rule (番号確認).
  func provingNumber(by rule: IdentityRule, on date: CalendarDate) -> NumberProved {
    NumberProved(rule: rule, on: date)
  }
}
