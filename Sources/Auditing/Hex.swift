/// Base 16 in lower case, the only case that the format allows.
public enum Hex {
  /// The text of the bytes, two characters each.
  public static func encode(_ bytes: [UInt8]) -> String {
    var text = [UInt8](repeating: 0, count: 2 * bytes.count)
    var out = text.mutableSpan
    write(bytes.span, to: &out)
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of the text, or nil if it has an odd length or a character not of `0-9a-f`.
  public static func decode(_ text: String) -> [UInt8]? {
    let text = Array(text.utf8)
    guard text.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    for place in stride(from: 0, to: text.count, by: 2) {
      guard let high = value(of: text[place]), let low = value(of: text[place + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  /// Writes two characters for each byte to the beginning of `text`.
  static func write(_ bytes: Span<UInt8>, to text: inout MutableSpan<UInt8>) {
    for place in bytes.indices {
      text[2 * place] = digit(bytes[place] >> 4)
      text[2 * place + 1] = digit(bytes[place] & 15)
    }
  }

  /// Whether a text is the encoding of the bytes.
  static func says(_ text: Span<UInt8>, _ bytes: Span<UInt8>) -> Bool {
    guard text.count == 2 * bytes.count else { return false }
    for place in bytes.indices {
      guard text[2 * place] == digit(bytes[place] >> 4),
        text[2 * place + 1] == digit(bytes[place] & 15)
      else { return false }
    }
    return true
  }

  static func digit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
  }

  static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
