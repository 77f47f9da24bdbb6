/// A point the sources leave open, printed for a person to settle.
public struct OpenQuestion: Hashable, Sendable, Identifiable {
  public let id: String
  public let ja: String
  public let en: String
  public let citations: [Citation]
}
