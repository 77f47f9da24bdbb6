/// Takes a Swift file apart into code and texts, and drops comments.
///
/// It knows nested comments, multi-line and raw texts, escapes and interpolations; it does not know
/// regular expressions between slashes that hold a quote.
struct SourceScanner {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  /// The code, its lines where they were, each text as its quotes alone.
  private(set) var code: [UInt8] = []
  private(set) var literals: [SourceLiteral] = []

  private static let quote = UInt8(ascii: "\"")
  private static let hash = UInt8(ascii: "#")
  private static let newline = UInt8(ascii: "\n")

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Scans the whole file.
  mutating func scan() { scanCode(inInterpolation: false) }

  private func isAt(_ text: StaticString, offset: Int = 0) -> Bool {
    let start = position + offset
    guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { buffer in
      for place in 0..<text.utf8CodeUnitCount {
        guard unsafe bytes[start + place] == buffer[place] else { return false }
      }
      return true
    }
  }

  private mutating func scanCode(inInterpolation: Bool) {
    var depth = 0
    while position < bytes.count {
      if isAt("//") {
        skipLine()
      } else if isAt("/*") {
        skipComment()
      } else if let hashes = hashesBeforeText() {
        scanText(hashes)
      } else {
        let byte = bytes[position]
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") {
          if inInterpolation, depth == 0 { return }
          depth -= 1
        }
        keep(byte)
      }
    }
  }

  private mutating func keep(_ byte: UInt8) {
    code.append(byte)
    if byte == Self.newline { line += 1 }
    position += 1
  }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != Self.newline { position += 1 }
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if isAt("/*") {
        depth += 1
        position += 2
      } else if isAt("*/") {
        depth -= 1
        position += 2
      } else if bytes[position] == Self.newline {
        keep(Self.newline)
      } else {
        position += 1
      }
    } while depth > 0 && position < bytes.count
  }

  /// The number of `#` before a quote that stands here; nil if no text begins here.
  private func hashesBeforeText() -> Int? {
    var end = position
    while end < bytes.count, bytes[end] == Self.hash { end += 1 }
    return end < bytes.count && bytes[end] == Self.quote ? end - position : nil
  }

  private mutating func scanText(_ hashes: Int) {
    let start = line
    position += hashes
    let quotes = isAt("\"\"\"") ? 3 : 1
    position += quotes
    code.append(Self.quote)
    var text: [UInt8] = []
    while position < bytes.count, !isEnd(quotes, hashes) {
      if isEscape(hashes) {
        takeEscape(hashes, into: &text)
      } else {
        text.append(bytes[position])
        takeTextByte()
      }
    }
    position += quotes + hashes
    code.append(Self.quote)
    literals.append(SourceLiteral(line: start, text: String(decoding: text, as: UTF8.self)))
  }

  private mutating func takeTextByte() {
    if bytes[position] == Self.newline { keep(Self.newline) } else { position += 1 }
  }

  private func isEnd(_ quotes: Int, _ hashes: Int) -> Bool {
    let end = position + quotes + hashes
    guard end <= bytes.count else { return false }
    return bytes[position..<position + quotes].allSatisfy { $0 == Self.quote }
      && bytes[position + quotes..<end].allSatisfy { $0 == Self.hash }
  }

  private func isEscape(_ hashes: Int) -> Bool {
    let end = position + 1 + hashes
    guard bytes[position] == UInt8(ascii: "\\"), end < bytes.count else { return false }
    return bytes[position + 1..<end].allSatisfy { $0 == Self.hash }
  }

  private mutating func takeEscape(_ hashes: Int, into text: inout [UInt8]) {
    position += 1 + hashes
    text.append(UInt8(ascii: " "))
    guard bytes[position] == UInt8(ascii: "(") else { return takeTextByte() }
    code.append(UInt8(ascii: "("))
    position += 1
    scanCode(inInterpolation: true)
    code.append(UInt8(ascii: ")"))
    position += 1
  }
}
