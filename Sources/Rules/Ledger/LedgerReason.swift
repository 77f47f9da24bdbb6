/// The words, remedy and articles of an obstacle, as one policy row.
public struct LedgerReason: Hashable, Sendable, Identifiable {
  public let id: LedgerObstacle
  public let ja: String
  public let en: String
  public let remedyJA: String
  public let remedyEN: String
  public let citations: [Citation]
}
