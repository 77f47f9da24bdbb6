/// Why a number is destroyed.
public enum ErasureCause: Hashable, Sendable {
  /// The retention ended; what rests on a presumption only with the administrator's acceptance.
  case retentionEnded(acceptsPresumption: Bool)
  /// The number was never the person's, and was not filed.
  case corrected

  /// The word of the log and of certificates.
  public var word: String {
    switch self {
    case .retentionEnded: "retention-ended"
    case .corrected: "corrected"
    }
  }
}
