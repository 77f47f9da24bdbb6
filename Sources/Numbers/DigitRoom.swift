/// Whether a text has as many characters that could be digits as a My Number has: most have fewer,
/// and need no closer look.
enum DigitRoom {
  /// Whether bytes have room; never false where twelve digits stand, in whatever script.
  static func has(_ bytes: Span<UInt8>, _ encoding: NumberEncoding) -> Bool {
    guard bytes.count >= MyNumber.digitCount else { return false }
    switch encoding {
    case .utf8: return hasUTF8(bytes)
    case .cp932: return hasCP932(bytes)
    }
  }

  /// Of two bytes the second is never an ASCII digit, and the first of a full-width one is 82.
  private static func hasCP932(_ bytes: Span<UInt8>) -> Bool {
    var count = 0
    for index in bytes.indices where isDigit(bytes[index]) || bytes[index] == 0x82 { count += 1 }
    return count >= MyNumber.digitCount
  }

  /// No character from U+2000 to U+9FFF is a decimal digit, and of those that begin with EF only
  /// U+FF10 to U+FF19 are, behind EF BC.
  private static func hasUTF8(_ bytes: Span<UInt8>) -> Bool {
    var count = 0
    var last: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39, 0xC2...0xE1, 0xEA...0xEE, 0xF0...0xFF: count += 1
      case 0xBC where last == 0xEF: count += 1
      default: break
      }
      last = byte
    }
    return count >= MyNumber.digitCount
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
