public import Auditing

/// Numbers destroyed, by purpose: a person counts once a purpose and action.
public struct PurgeSubject: Hashable, Sendable {
  /// `purge` for the decision, `purged` when it was done, `replace` for a wrong number.
  public let action: String
  /// The purpose for which they were destroyed.
  public let purpose: String?
  /// Why: the rule named by the entry, if any.
  public let rule: String?
  /// How it ended.
  public let outcome: Outcome
}

extension PurgeSubject: TableSubject {
  static let columns: [ReportColumn] = [.action, .purpose, .rule, .outcome]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [LogAction.cell(action), names.purpose(purpose), .optional(rule), outcome.cell]
  }
}
