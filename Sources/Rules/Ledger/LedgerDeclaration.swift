/// A declaration that may leave numbers out, as one policy row.
public struct LedgerDeclaration: Hashable, Sendable {
  public let ja: String
  public let en: String
  public let citations: [Citation]
}
