public import People
public import Rules

/// One number that has to go for one purpose, with the document that was kept longest.
public struct PurgeItem: Sendable {
  /// Whose number.
  public let code: PersonCode
  /// The version of the number.
  public let version: Int
  /// The purpose whose wraps are destroyed.
  public let purpose: PurposeID
  /// The documents that held the number, with their last days and articles.
  public let documents: [Holding]
  /// The first day on which the number must be gone.
  public let disposal: CalendarDate
  /// Whether the answer rests on a presumption.
  public let isPresumed: Bool
  let person: VerifiedPerson
}
