/// The words of a fact, and whether a column may be taken to answer it.
public struct IdentityQuestion: Hashable, Sendable, Identifiable {
  public let id: IdentityFact
  public let ja: String
  public let en: String
  /// Whether naming the paper in an import column says that the fact holds; else it must be stated.
  public let isImplied: Bool
  public let citations: [Citation]
}
