/// Base 64 (RFC 4648): section 4 with padding, and section 5 (URL) without.
///
/// Decoding takes one text for each value: right padding, no bits left over, nothing else.
public enum Base64 {
  /// The padded text of the bytes, alphabet of section 4.
  public static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    append(bytes.span, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of a padded text, or nil if it is not exactly what `encode` would write.
  public static func decode(_ text: String) -> [UInt8]? {
    var digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 4) else { return nil }
    for _ in 0..<2 where digits.last == padding { digits.removeLast() }
    return decode(digits, alphabet: standard)
  }

  /// The unpadded text of the bytes, alphabet of section 5.
  public static func encodeURL(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    append(bytes.span, alphabet: url, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of an unpadded URL text, or nil if it is not exactly what `encodeURL` would write.
  public static func decodeURL(_ text: String) -> [UInt8]? {
    decode(Array(text.utf8), alphabet: url)
  }

  static func append(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
    append(bytes, alphabet: standard, to: &text)
    let rest = bytes.count % 3
    if rest != 0 { text.append(contentsOf: repeatElement(padding, count: 3 - rest)) }
  }

  private static let padding = UInt8(ascii: "=")
  private static let common = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  private static let standard = Array((common + "+/").utf8)
  private static let url = Array((common + "-_").utf8)

  private static func append(
    _ bytes: Span<UInt8>, alphabet: [UInt8], to text: inout [UInt8]
  ) {
    var bits: UInt32 = 0
    var held: UInt32 = 0
    for place in bytes.indices {
      bits = bits << 8 | UInt32(bytes[place])
      held += 8
      while held >= 6 {
        held -= 6
        text.append(alphabet[Int(bits >> held & 63)])
      }
    }
    if held > 0 { text.append(alphabet[Int(bits << (6 - held) & 63)]) }
  }

  private static func decode(_ digits: [UInt8], alphabet: [UInt8]) -> [UInt8]? {
    guard digits.count % 4 != 1 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count * 3 / 4)
    var bits: UInt32 = 0
    var held: UInt32 = 0
    for digit in digits {
      guard let value = value(of: digit, in: alphabet) else { return nil }
      bits = bits << 6 | value
      held += 6
      guard held >= 8 else { continue }
      held -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> held))
    }
    // Bits beyond the last byte must be zero, or one value would have several texts.
    return bits & (1 << held - 1) == 0 ? bytes : nil
  }

  private static func value(of digit: UInt8, in alphabet: [UInt8]) -> UInt32? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
    case alphabet[62]: 62
    case alphabet[63]: 63
    default: nil
    }
  }
}
