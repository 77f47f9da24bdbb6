public import Auditing

/// What was refused, or allowed and then failed, and under which rule.
public struct RefusalSubject: Hashable, Sendable {
  /// The rule that refused; nil for what failed.
  public let rule: String?
  /// The article the rule rests on.
  public let article: String?
  /// What was asked for.
  public let action: String
  /// `.refused` or `.failed`.
  public let outcome: Outcome
}

extension RefusalSubject: TableSubject {
  static let columns: [ReportColumn] = [.rule, .action, .outcome, .article]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [.optional(rule), LogAction.cell(action), outcome.cell, .optional(article)]
  }
}
