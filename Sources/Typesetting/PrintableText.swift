/// Finds what a text on paper may not hold.
///
/// Refused are control characters, the separators of lines and paragraphs, and everything that turns
/// the direction of writing, with which a name can be made to read as another.
enum PrintableText {
  /// The first scalar of a UTF-8 text that cannot be printed.
  static func firstForbidden(in text: Span<UInt8>, allowingLineEnds: Bool) -> Unicode.Scalar? {
    for place in text.indices {
      let byte = text[place]
      // Nothing forbidden begins with another byte than these.
      guard byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 else { continue }
      if byte == UInt8(ascii: "\n"), allowingLineEnds { continue }
      if let scalar = forbidden(at: place, in: text) { return scalar }
    }
    return nil
  }

  private static func forbidden(at place: Int, in text: Span<UInt8>) -> Unicode.Scalar? {
    let first = UInt32(text[place])
    if first < 0x80 { return Unicode.Scalar(first) }
    let second = UInt32(text[place + 1]) & 0x3F
    if first == 0xC2 { return second < 0x20 ? Unicode.Scalar(0x80 | second) : nil }
    let value = 0x2000 | second << 6 | UInt32(text[place + 2]) & 0x3F
    let isForbidden =
      (0x200E...0x200F).contains(value) || (0x2028...0x202E).contains(value)
      || (0x2066...0x2069).contains(value)
    return isForbidden ? Unicode.Scalar(value) : nil
  }
}
