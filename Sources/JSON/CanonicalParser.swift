/// Reads JSON (RFC 8259) of strings, integers, literals, arrays and objects.
///
/// Spaces and needless escapes pass here: who wants canonical bytes compares them afterwards.
struct CanonicalParser {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONError) -> CanonicalValue {
    let value = try value(depth: 0)
    guard peek() == nil else { throw malformed("trailing bytes") }
    return value
  }

  private mutating func value(depth: Int) throws(JSONError) -> CanonicalValue {
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

  private mutating func object(depth: Int) throws(JSONError) -> [String: CanonicalValue] {
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

  private mutating func array(depth: Int) throws(JSONError) -> [CanonicalValue] {
    try open(depth: depth)
    var values: [CanonicalValue] = []
    guard !take("]") else { return values }
    repeat { values.append(try value(depth: depth)) } while take(",")
    guard take("]") else { throw malformed("array") }
    return values
  }

  private mutating func open(depth: Int) throws(JSONError) {
    guard depth <= CanonicalValue.depthLimit else { throw malformed("depth") }
    position += 1
  }

  private mutating func literal(
    _ word: String, _ value: CanonicalValue
  ) throws(JSONError) -> CanonicalValue {
    guard bytes[position...].starts(with: word.utf8) else { throw malformed("literal") }
    position += word.utf8.count
    return value
  }

  private mutating func integer() throws(JSONError) -> Int {
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

  private mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    skipPlain()
    if current == UInt8(ascii: "\"") {
      defer { position += 1 }
      return try text(bytes[start..<position])
    }
    var content = Array(bytes[start..<position])
    while current == UInt8(ascii: "\\") {
      content += try escape()
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

  private func text(_ content: ArraySlice<UInt8>) throws(JSONError) -> String {
    guard let text = String(validating: content, as: UTF8.self) else { throw malformed("UTF-8") }
    return text
  }

  private mutating func escape() throws(JSONError) -> [UInt8] {
    position += 1
    guard let letter = current else { throw malformed("escape") }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "u"): return try character()
    default: throw malformed("escape")
    }
  }

  /// The character of `uXXXX`, or of two such that make a surrogate pair.
  private mutating func character() throws(JSONError) -> [UInt8] {
    let first = try codeUnit()
    var scalar = Unicode.Scalar(UInt32(first))
    if UTF16.isLeadSurrogate(first) {
      guard bytes[position...].starts(with: "\\u".utf8) else { throw malformed("surrogate") }
      position += 2
      let second = try codeUnit()
      guard UTF16.isTrailSurrogate(second) else { throw malformed("surrogate") }
      scalar = Unicode.Scalar(0x10000 + UInt32(first & 0x3FF) << 10 + UInt32(second & 0x3FF))
    }
    guard let scalar else { throw malformed("surrogate") }
    return Array(Character(scalar).utf8)
  }

  private mutating func codeUnit() throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = current, let nibble = Self.nibble(digit) else {
        throw malformed("escape")
      }
      unit = unit << 4 | nibble
      position += 1
    }
    return unit
  }

  private static func nibble(_ digit: UInt8) -> UInt16? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(digit - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(digit - UInt8(ascii: "A") + 10)
    default: nil
    }
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

  private func malformed(_ detail: String) -> JSONError {
    let read = bytes[..<position]
    let line = read.count { $0 == 0x0A } + 1
    let start = read.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return JSONError(code: .malformed, line: line, column: position - start + 1, detail: detail)
  }
}
