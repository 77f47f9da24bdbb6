/// How an action that the log records ended.
public enum Outcome: String, Hashable, Sendable, CaseIterable {
  /// Done; for everything but reads and comparisons.
  case done
  /// The gate allowed a number to be read, or its two entries to be compared.
  case allowed
  /// The gate, or authentication, refused.
  case refused
  /// It was allowed, and then something did not verify.
  case failed
}
