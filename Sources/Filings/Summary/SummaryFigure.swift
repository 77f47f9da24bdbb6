/// A figure of a summary: what it is called, and how it is counted.
public struct SummaryFigure: Hashable, Sendable, Identifiable {
  public let id: String
  public let ja: String
  public let en: String
  public let countedJa: String
  public let countedEn: String
  /// How far the way of counting is to be trusted, and its source.
  public let source: String
}
