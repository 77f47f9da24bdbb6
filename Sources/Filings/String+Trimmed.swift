extension String {
  /// The text without white space of any width around it.
  var trimmed: String {
    let bytes = utf8.span
    // Most texts are of ASCII at both ends.
    if bytes.count > 0, (0x21...0x7E).contains(bytes[0]),
      (0x21...0x7E).contains(bytes[bytes.count - 1])
    {
      return self
    }
    guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return "" }
    if !Self.isSpace(first), !Self.isSpace(last) { return self }
    let body = unicodeScalars.drop(while: Self.isSpace)
    guard let end = body.lastIndex(where: { !Self.isSpace($0) }) else { return "" }
    return String(body[...end])
  }

  /// Unicode's White_Space, without asking its tables.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }
}
