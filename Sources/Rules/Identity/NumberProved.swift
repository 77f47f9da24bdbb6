public import People

/// A number that is proved, of a person who is not yet (番号確認 without 身元確認).
public struct NumberProved: Hashable, Sendable {
  /// The rule that proved the number.
  public let rule: IdentityRule
  public let date: CalendarDate

  init(rule: IdentityRule, on date: CalendarDate) {
    self.rule = rule
    self.date = date
  }

  /// The identity is proved too, and the power where somebody acts for the person.
  func provingIdentity(
    by identity: IdentityRule, power: IdentityRule?
  ) -> Verified {
    var rules: [IdentityRule] = []
    for rule in [power, self.rule, identity].compactMap({ $0 })
    where !rules.contains(where: { $0.id == rule.id }) {
      rules.append(rule)
    }
    return Verified(rules: rules, date: date)
  }
}
