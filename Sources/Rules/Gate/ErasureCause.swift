/// Why a number is destroyed.
public enum ErasureCause: Hashable, Sendable {
  /// The retention ended; what rests on a presumption only with the administrator's acceptance.
  case retentionEnded(acceptsPresumption: Bool)
  /// The number was never the person's, and was not filed.
  case corrected
}
