/// Reads JSON (RFC 8259) of strings, integers, literals, arrays and objects.
///
/// Spaces and needless escapes pass here: `CanonicalValue` compares the bytes afterwards.
struct CanonicalParser {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(AuditingError) -> CanonicalValue {
    let value = try value(depth: 0)
    guard peek() == nil else { throw malformed("trailing bytes") }
    return value
  }

  private mutating func value(depth: Int) throws(AuditingError) -> CanonicalValue {
    guard let first = peek() else { throw malformed("value") }
    switch first {
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .integer(try integer())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: throw malformed("value")
    }
  }

  private mutating func object(depth: Int) throws(AuditingError) -> [String: CanonicalValue] {
    try open(depth: depth)
    var members: [String: CanonicalValue] = [:]
    guard !take("}") else { return members }
    repeat {
      guard peek() == UInt8(ascii: "\"") else { throw malformed("key") }
      let key = try string()
      guard take(":") else { throw malformed("colon") }
      let value = try value(depth: depth)
      guard members.updateValue(value, forKey: key) == nil else { throw malformed("key twice") }
    } while take(",")
    guard take("}") else { throw malformed("object") }
    return members
  }

  private mutating func array(depth: Int) throws(AuditingError) -> [CanonicalValue] {
    try open(depth: depth)
    var values: [CanonicalValue] = []
    guard !take("]") else { return values }
    repeat { values.append(try value(depth: depth)) } while take(",")
    guard take("]") else { throw malformed("array") }
    return values
  }

  private mutating func open(depth: Int) throws(AuditingError) {
    guard depth <= CanonicalValue.depthLimit else { throw malformed("depth") }
    position += 1
  }

  private mutating func literal(
    _ word: String, _ value: CanonicalValue
  ) throws(AuditingError) -> CanonicalValue {
    guard bytes[position...].starts(with: word.utf8) else { throw malformed("literal") }
    position += word.utf8.count
    return value
  }

  private mutating func integer() throws(AuditingError) -> Int {
    let negative = take("-")
    let start = position
    var magnitude = 0
    while let digit = current, UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit {
      magnitude = magnitude * 10 + Int(digit - UInt8(ascii: "0"))
      guard magnitude <= CanonicalValue.integerLimit else { throw malformed("integer range") }
      position += 1
    }
    guard position > start else { throw malformed("integer") }
    // A fraction or an exponent is met by whoever expects a comma or the end.
    return negative ? -magnitude : magnitude
  }

  private mutating func string() throws(AuditingError) -> String {
    position += 1
    let start = position
    skipPlain()
    if current == UInt8(ascii: "\"") {
      defer { position += 1 }
      return try text(bytes[start..<position])
    }
    var content = Array(bytes[start..<position])
    while current == UInt8(ascii: "\\") {
      content.append(try escape())
      let plain = position
      skipPlain()
      content += bytes[plain..<position]
    }
    guard current == UInt8(ascii: "\"") else { throw malformed("string") }
    position += 1
    return try text(content[...])
  }

  private mutating func skipPlain() {
    while let byte = current, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      position += 1
    }
  }

  private func text(_ content: ArraySlice<UInt8>) throws(AuditingError) -> String {
    guard let text = String(validating: content, as: UTF8.self) else { throw malformed("UTF-8") }
    return text
  }

  private mutating func escape() throws(AuditingError) -> UInt8 {
    position += 1
    guard let letter = current else { throw malformed("escape") }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return letter
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "u"): return try codeUnit()
    default: throw malformed("escape")
    }
  }

  /// Canonical form escapes only control characters so, and those are all below U+0020.
  private mutating func codeUnit() throws(AuditingError) -> UInt8 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = current, let nibble = Hex.value(of: digit | 0x20) else {
        throw malformed("escape")
      }
      unit = unit << 4 | UInt16(nibble)
      position += 1
    }
    guard unit < 0x20 else { throw AuditingError(.notCanonical, detail: "escape") }
    return UInt8(truncatingIfNeeded: unit)
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func peek() -> UInt8? {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
    return current
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private func malformed(_ detail: String) -> AuditingError {
    AuditingError(.malformed, detail: detail)
  }
}
