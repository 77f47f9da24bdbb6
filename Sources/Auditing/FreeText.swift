internal import Numbers

/// A reason or finding in a user's own words, safe to stand in the log for ever.
public struct FreeText: Hashable, Sendable {
  /// How many characters (Unicode scalars) a text has at most.
  public static let limit = 200

  /// The text.
  public let text: String

  /// - Throws: `.freeTextTooLong`; `.freeTextNotPlain` for a control character, a line separator or
  ///   one that turns the direction of writing, by which a reader sees something else than stands
  ///   there; `.freeTextHoldsNumber` if twelve digits in it could be a My Number.
  public init(_ text: String) throws(AuditingError) {
    if let fault = Self.fault(in: text, limit: Self.limit) { throw AuditingError(fault) }
    self.text = text
  }

  /// What is wrong with a text; nil for one that may stand in the log.
  static func fault(in text: String, limit: Int) -> AuditingError.Code? {
    // Counted without going through a text that is far too long.
    guard text.unicodeScalars.prefix(limit + 1).count <= limit else { return .freeTextTooLong }
    guard text.unicodeScalars.allSatisfy(isPlain) else { return .freeTextNotPlain }
    return MyNumber.looksLikeNumber(in: text.utf8) ? .freeTextHoldsNumber : nil
  }

  /// Whether a character shows as what it is: no control, no line end, no turn of direction.
  public static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
    default:
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
  }
}
