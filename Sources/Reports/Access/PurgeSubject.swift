public import Auditing

/// Numbers destroyed, by purpose: one entry a person and purpose.
public struct PurgeSubject: Hashable, Sendable {
  /// The purpose for which they were destroyed.
  public let purpose: String?
  /// Why: the rule named by the entry, if any.
  public let rule: String?
  /// How it ended.
  public let outcome: Outcome
}

extension PurgeSubject: TableSubject {
  static let columns: [ReportColumn] = [.purpose, .rule, .outcome]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [names.purpose(purpose), .optional(rule), outcome.cell]
  }
}
