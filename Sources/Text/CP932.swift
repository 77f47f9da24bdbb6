/// Windows code page 932 (Microsoft's Shift_JIS), as glibc's iconv knows it.
///
/// iconv is asked once a process for the meaning of every code; fields are then converted by the
/// two tables made from its answers, so no field is ever handed to iconv. Decoding is exact.
/// Encoding gives only bytes that decode to the same character, with these folded first, because
/// Unicode has two characters for one code and glibc decodes to the second:
/// 〜→～ −→－ ‖→∥ —→― ¢→￠ £→￡ ¬→￢ ¥→￥ ‾→￣. User-defined characters (外字, lead bytes F0…F9)
/// decode to the private use area and cannot be encoded.
public enum CP932 {
  /// The text of `bytes`.
  /// - Throws: `malformed` with the offset of the first bad byte, `converterUnavailable`.
  public static func decode(_ bytes: Span<UInt8>) throws(TextError) -> String {
    if let ascii = ascii(bytes) { return ascii }
    guard let table = CP932Table.shared else { throw .converterUnavailable }
    var text = TextBuffer(capacity: bytes.count)
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      if first < 0x80 {
        text.append(ascii: first)
        index += 1
        continue
      }
      let isPair = isLead(first) && index + 1 < bytes.count
      let code = isPair ? UInt16(first) << 8 | UInt16(bytes[index + 1]) : UInt16(first)
      guard let scalar = table.scalar(of: code) else {
        throw .malformed(encoding: .cp932, offset: index)
      }
      text.append(scalar)
      index += isPair ? 2 : 1
    }
    return text.text
  }

  /// The bytes of `text`.
  /// - Throws: `unencodable` with the first ten different characters that have no code,
  ///   `converterUnavailable`.
  public static func encode(_ text: String) throws(TextError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    if try append(text, to: &bytes) { return bytes }
    // Only now look for kana typed as two characters (か and a combining ゛), as macOS writes them.
    bytes.removeAll()
    let composed = Folding.composed(text)
    if try append(composed, to: &bytes) { return bytes }
    throw .unencodable(characters: try unencodable(in: composed))
  }

  /// The first ten different characters of `text` that have no code.
  /// - Throws: `converterUnavailable`.
  public static func unencodable(in text: String) throws(TextError) -> [Character] {
    var found: [Character] = []
    var scratch: [UInt8] = []
    for character in Folding.composed(text) where !found.contains(character) {
      if try !append(String(character), to: &scratch) { found.append(character) }
      if found.count == 10 { break }
    }
    return found
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) throws(TextError) -> Bool {
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
        continue
      }
      guard let code = try code(of: scalar) else { return false }
      if code > 0xFF { bytes.append(UInt8(code >> 8)) }
      bytes.append(UInt8(code & 0xFF))
    }
    return true
  }

  /// The code of a character after the folding that the type describes; nil if it has none.
  static func code(of scalar: Unicode.Scalar) throws(TextError) -> UInt16? {
    if scalar.isASCII { return UInt16(scalar.value) }
    guard let table = CP932Table.shared else { throw .converterUnavailable }
    return table.code(of: fold(scalar))
  }

  /// The text of bytes that are all ASCII, as most fields are; nil for others.
  private static func ascii(_ bytes: Span<UInt8>) -> String? {
    for index in bytes.indices where bytes[index] >= 0x80 { return nil }
    return try? String(copying: UTF8Span(validating: bytes))
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{301C}": "\u{FF5E}"  // wave dash, full-width tilde
    case "\u{2212}": "\u{FF0D}"  // minus sign, full-width hyphen-minus
    case "\u{2016}": "\u{2225}"  // double vertical line, parallel to
    case "\u{2014}": "\u{2015}"  // em dash, horizontal bar
    case "\u{00A2}": "\u{FFE0}"
    case "\u{00A3}": "\u{FFE1}"
    case "\u{00AC}": "\u{FFE2}"
    case "\u{00A5}": "\u{FFE5}"  // glibc would write a backslash
    case "\u{203E}": "\u{FFE3}"  // glibc would write a tilde
    default: scalar
    }
  }

  /// Whether `byte` is a character by itself.
  static func isSingle(_ byte: UInt8) -> Bool { byte < 0x80 || (0xA1...0xDF).contains(byte) }

  /// Whether `byte` is the first of two.
  static func isLead(_ byte: UInt8) -> Bool {
    (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte)
  }

  /// Whether `byte` may be the second of two.
  static func isTrail(_ byte: UInt8) -> Bool { (0x40...0xFC).contains(byte) && byte != 0x7F }
}
