/// Why a number may not be asked of somebody, as one policy row.
public struct CollectionRule: Hashable, Sendable, Identifiable {
  public let id: CollectionSubject
  public let ja: String
  public let en: String
  public let citations: [Citation]
}
