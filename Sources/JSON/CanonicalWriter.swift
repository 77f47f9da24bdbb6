/// Writes canonical JSON (RFC 8785) straight to bytes.
///
/// Whoever writes members must write their keys in ascending order, and each once.
public struct CanonicalWriter {
  private var output: ByteOutput
  private var needsComma = false

  /// Makes an empty writer with room for `capacity` bytes.
  public init(capacity: Int) { output = ByteOutput(capacity: capacity) }

  /// Opens an object.
  public mutating func beginObject() { open("{") }

  /// Closes the object.
  public mutating func endObject() { close("}") }

  /// Writes a key; a value must follow.
  public mutating func key(_ key: StaticString) {
    output.append(key: key, afterComma: needsComma)
    needsComma = false
  }

  /// Writes a member that is a string.
  public mutating func member(_ key: StaticString, _ text: String) {
    let utf8 = text.utf8.span
    if Self.needsEscape(utf8) {
      self.key(key)
      append(text)
    } else {
      member(key, plain: utf8)
    }
  }

  /// Writes a member that is an integer within ±(2^53 - 1).
  public mutating func member(_ key: StaticString, _ number: Int) {
    self.key(key)
    append(number)
  }

  /// Writes a member of any kind.
  public mutating func member(_ key: StaticString, _ value: CanonicalValue) {
    self.key(key)
    append(value)
  }

  /// Writes a member that is a string of characters that need no escape.
  public mutating func member(_ key: StaticString, plain text: Span<UInt8>) {
    output.append(key: key, afterComma: needsComma, plain: text)
    needsComma = true
  }

  /// Writes a member whose canonical bytes are at hand.
  public mutating func memberRaw(_ key: StaticString, _ canonical: [UInt8]) {
    self.key(key)
    output.append(canonical.span)
    needsComma = true
  }

  /// The bytes written.
  public consuming func finish() -> [UInt8] { output.finish() }

  mutating func append(_ number: Int) {
    separate()
    if number < 0 { output.append(UInt8(ascii: "-")) }
    var digits = [20 of UInt8](repeating: 0)
    var rest = number.magnitude
    var first = digits.count
    repeat {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    } while rest > 0
    output.append(digits.span.extracting(first...))
  }

  mutating func append(_ text: String) {
    separate()
    output.append(UInt8(ascii: "\""))
    let utf8 = text.utf8.span
    // Hardly any text needs an escape.
    if Self.needsEscape(utf8) {
      for place in utf8.indices { Self.escape(utf8[place], into: &output) }
    } else {
      output.append(utf8)
    }
    output.append(UInt8(ascii: "\""))
  }

  mutating func append(_ value: CanonicalValue) {
    switch value {
    case .null: word("null")
    case .bool(let flag): word(flag ? "true" : "false")
    case .integer(let number): append(number)
    case .string(let text): append(text)
    case .array(let values):
      open("[")
      for value in values { append(value) }
      close("]")
    case .object(let members): append(members)
    }
  }

  private mutating func append(_ members: [String: CanonicalValue]) {
    beginObject()
    for (key, value) in Self.ordered(members) {
      append(key)
      output.append(UInt8(ascii: ":"))
      needsComma = false
      append(value)
    }
    endObject()
  }

  /// RFC 8785, 3.2.3: by UTF-16 code units, which is neither Swift's order nor that of UTF-8.
  private static func ordered(
    _ members: [String: CanonicalValue]
  ) -> [(key: String, value: CanonicalValue)] {
    let isPlain = members.keys.allSatisfy { key in key.utf8.allSatisfy { $0 < 0x80 } }
    if isPlain { return members.sorted { $0.key < $1.key } }
    return members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    output.append(UInt8(ascii: bracket))
    needsComma = false
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    output.append(UInt8(ascii: bracket))
    needsComma = true
  }

  private mutating func word(_ word: StaticString) {
    separate()
    output.append(word)
  }

  private mutating func separate() {
    if needsComma { output.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private static func needsEscape(_ text: Span<UInt8>) -> Bool {
    var place = 0
    while place + 8 <= text.count {
      // SAFETY: eight bytes are left, and any bytes are an integer.
      let word = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      if needsEscape(word) { return true }
      place += 8
    }
    while place < text.count {
      let byte = text[place]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return true }
      place += 1
    }
    return false
  }

  /// Whether one of eight bytes does: every text of every log line is looked at.
  ///
  /// A byte's high bit is set by borrowing where it is less than what is taken from it, as long as
  /// it was not set before.
  private static func needsEscape(_ word: UInt64) -> Bool {
    let each: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ each &* 0x22
    let backslash = word ^ each &* 0x5C
    let control = (word &- each &* 0x20) & ~word
    let escaped = control | (quote &- each) & ~quote | (backslash &- each) & ~backslash
    return escaped & (each &* 0x80) != 0
  }

  private static func escape(_ byte: UInt8, into output: inout ByteOutput) {
    switch byte {
    case UInt8(ascii: "\""): output.append("\\\"")
    case UInt8(ascii: "\\"): output.append("\\\\")
    case 0x08: output.append("\\b")
    case 0x09: output.append("\\t")
    case 0x0A: output.append("\\n")
    case 0x0C: output.append("\\f")
    case 0x0D: output.append("\\r")
    case ..<0x20:
      output.append("\\u00")
      output.append(digit(byte >> 4))
      output.append(digit(byte & 15))
    default: output.append(byte)
    }
  }

  private static func digit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
  }
}
