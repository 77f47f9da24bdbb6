/// Whether a purge needs a second user's approval: the employer's own choice.
public enum PurgeApprovalRule: String, CaseIterable, Hashable, Sendable {
  /// Whoever may purge does.
  case notNeeded = "none"
  /// Another user than the one who purges approves the plan first.
  case secondUser = "second-user"
}
