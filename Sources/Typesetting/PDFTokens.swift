/// Takes a content stream or a character map to pieces.
struct PDFTokens {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next one; nil at the end.
  ///
  /// - Throws: `unreadable`.
  mutating func next() throws(TypesettingError) -> PDFToken? {
    skipSpace()
    guard place < bytes.count else { return nil }
    let byte = bytes[place]
    switch byte {
    case UInt8(ascii: "("): return .text(try literal())
    case UInt8(ascii: "<") where peek(1) != byte: return .text(try hexadecimal())
    case UInt8(ascii: "<"), UInt8(ascii: ">"):
      guard peek(1) == byte else { throw .unreadable }
      place += 2
      return .bracket
    case UInt8(ascii: "["), UInt8(ascii: "]"):
      place += 1
      return .bracket
    case UInt8(ascii: "/"):
      place += 1
      return .name(run())
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x30...0x39: return try number()
    default:
      let word = run()
      guard !word.isEmpty else { throw .unreadable }
      return .word(word)
    }
  }

  private func peek(_ distance: Int) -> UInt8? {
    place + distance < bytes.count ? bytes[place + distance] : nil
  }

  private mutating func skipSpace() {
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "%") {
        while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
      } else if !Self.isSpace(bytes[place]) {
        return
      } else {
        place += 1
      }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || 0x09...0x0D ~= byte && byte != 0x0B || byte == 0
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "/"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  /// What stands up to a space or a delimiter.
  private mutating func run() -> [UInt8] {
    let start = place
    while place < bytes.count, !Self.isSpace(bytes[place]), !Self.isDelimiter(bytes[place]) {
      place += 1
    }
    return Array(bytes[start..<place])
  }

  private mutating func number() throws(TypesettingError) -> PDFToken {
    var (value, scale, isNegative, count) = (0.0, 0.0, false, 0)
    for (index, byte) in run().enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: "+") where index == 0: break
      case UInt8(ascii: ".") where scale == 0: scale = 1
      case 0x30...0x39:
        count += 1
        value = value * 10 + Double(byte - 0x30)
        scale *= 10
      default: throw .unreadable
      }
    }
    guard count > 0 else { throw .unreadable }
    if scale > 0 { value /= scale }
    return .number(isNegative ? -value : value)
  }

  private mutating func hexadecimal() throws(TypesettingError) -> [UInt8] {
    place += 1
    var (text, high): ([UInt8], UInt8?) = ([], nil)
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: ">") { return high.map { text + [$0 << 4] } ?? text }
      if Self.isSpace(byte) { continue }
      guard let digit = Self.digit(byte) else { throw .unreadable }
      if let first = high {
        text.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    throw .unreadable
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private mutating func literal() throws(TypesettingError) -> [UInt8] {
    place += 1
    var (text, depth): ([UInt8], Int) = ([], 1)
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\\"):
        if let escaped = try escape() { text.append(escaped) }
        continue
      default: break
      }
      if depth == 0 { return text }
      text.append(byte)
    }
    throw .unreadable
  }

  /// What stands behind a backslash; nil for the end of a line, which is passed over.
  private mutating func escape() throws(TypesettingError) -> UInt8? {
    guard let byte = peek(0) else { throw .unreadable }
    place += 1
    switch byte {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case 0x0A, 0x0D:
      if byte == 0x0D, peek(0) == 0x0A { place += 1 }
      return nil
    case 0x30...0x37: return octal(byte - 0x30)
    default: return byte
    }
  }

  private mutating func octal(_ first: UInt8) -> UInt8 {
    var (value, count) = (first, 1)
    while count < 3, let byte = peek(0), 0x30...0x37 ~= byte {
      value = value << 3 | (byte - 0x30)
      place += 1
      count += 1
    }
    return value
  }
}
