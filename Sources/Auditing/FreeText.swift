internal import Numbers

/// A reason or finding in a user's own words, safe to stand in the log for ever.
public struct FreeText: Hashable, Sendable {
  /// The text, at most 200 characters.
  public let text: String

  /// - Throws: `.freeTextTooLong`, or `.freeTextHoldsNumber` if twelve digits in it, normalised and
  ///   with separators removed, pass the check digit.
  public init(_ text: String) throws(AuditingError) {
    guard text.utf8.count <= 200 || text.count <= 200 else { throw AuditingError(.freeTextTooLong) }
    guard !MyNumber.looksLikeNumber(in: text.utf8) else {
      throw AuditingError(.freeTextHoldsNumber)
    }
    self.text = text
  }
}
