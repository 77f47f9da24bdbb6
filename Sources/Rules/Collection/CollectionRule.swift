/// Why a number may not be asked of somebody, as one policy row.
public struct CollectionRule: Hashable, Sendable, Identifiable {
  public let id: CollectionSubject
  public let ja: String
  public let en: String
  /// What to do instead.
  public let remedyJA: String
  public let remedyEN: String
  public let citations: [Citation]
}
