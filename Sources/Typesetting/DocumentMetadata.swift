/// What a document says about itself.
///
/// Nothing is said that is not passed in, so that the same input gives the same bytes.
public struct DocumentMetadata: Hashable, Sendable {
  public let title: String
  public let author: String?
  /// When it was made, in UTC as `2026-01-31T12:00:00Z`.
  public let created: String?

  /// - Throws: `badTime`, `forbiddenCharacter`.
  public init(
    title: String, author: String? = nil, created: String? = nil
  ) throws(TypesettingError) {
    for text in [title, author ?? ""] {
      let found = PrintableText.firstForbidden(in: text.utf8Span.span, allowingLineEnds: false)
      if let found { throw .forbiddenCharacter(found) }
    }
    if let created { try Self.checkTime(created) }
    self.title = title
    self.author = author
    self.created = created
  }

  private static func checkTime(_ time: String) throws(TypesettingError) {
    guard time.utf8.elementsEqual("0000-00-00T00:00:00Z".utf8, by: matches) else { throw .badTime }
  }

  /// Whether a byte is what its pattern asks for: a digit for a `0`, else the same.
  private static func matches(_ byte: UInt8, _ pattern: UInt8) -> Bool {
    let zero = UInt8(ascii: "0")
    return pattern == zero ? (zero...UInt8(ascii: "9")).contains(byte) : byte == pattern
  }
}
