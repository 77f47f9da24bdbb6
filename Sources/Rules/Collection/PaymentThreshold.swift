/// Up to how much a year no payment record is filed, as one policy row.
public struct PaymentThreshold: Hashable, Sendable, Identifiable {
  /// The kind of payment, such as `rent`.
  public let id: String
  public let ja: String
  public let en: String
  /// No record up to this many yen a year, itself included.
  public let atMostYen: Int
  public let citations: [Citation]
}
