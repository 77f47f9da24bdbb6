/// A point of a layout that the sources leave open; printed, never decided in silence.
public struct FilingQuestion: Hashable, Sendable, Identifiable {
  public let id: String
  /// The first income year it is asked for.
  public let fromYear: Int
  public let ja: String
  public let en: String
}
