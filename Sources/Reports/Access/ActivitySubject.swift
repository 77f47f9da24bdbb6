public import Auditing

/// Who did what, for which purpose and with what result.
public struct ActivitySubject: Hashable, Sendable {
  /// The user's id.
  public let user: String
  /// The roles under which it was done, joined with `+`.
  public let role: String?
  /// The action as the log names it.
  public let action: String
  /// The purpose of use.
  public let purpose: String?
  /// How it ended.
  public let outcome: Outcome
}

extension ActivitySubject: TableSubject {
  static let columns: [ReportColumn] = [.user, .role, .action, .purpose, .outcome]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [
      names.user(user), names.roles(role), LogAction.cell(action), names.purpose(purpose),
      outcome.cell,
    ]
  }
}
