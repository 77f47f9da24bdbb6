/// Finds where values of a JSON text begin and end, without reading what they say.
struct JSONScanner {
  /// What keeps a text from being values one after the other.
  struct Fault: Error {
    let offset: Int
    let detail: String
  }

  private let bytes: [UInt8]
  private var offset: Int

  init(_ bytes: [UInt8], at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The values of the text, or the elements of its one array.
  mutating func values() throws(Fault) -> [Range<Int>] {
    guard peek() == UInt8(ascii: "[") else { return rest() }
    offset += 1
    var values: [Range<Int>] = []
    if !take(UInt8(ascii: "]")) {
      repeat { values.append(try element()) } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "]")) else { throw Fault(offset: offset, detail: "array") }
    }
    guard peek() == nil else { throw Fault(offset: offset, detail: "trailing bytes") }
    return values
  }

  /// Where the member of a path stands; where what is nearest around it stands when there is none.
  mutating func offset(of path: String) -> Int {
    _ = peek()
    var found = offset
    for step in Self.steps(path) {
      guard enter(step) else { break }
      _ = peek()
      found = offset
    }
    return found
  }

  /// A key or a place in a list.
  private enum Step {
    case key([UInt8])
    case place(Int)
  }

  /// `documents[1].expiresOn` is a key, a place and a key.
  private static func steps(_ path: String) -> [Step] {
    path.split(separator: ".").flatMap { part -> [Step] in
      let names = part.split(separator: "[")
      return names.enumerated().map { place, name in
        place == 0 ? .key(Array(name.utf8)) : .place(Int(name.dropLast()) ?? 0)
      }
    }
  }

  // MARK: Going through

  private mutating func rest() -> [Range<Int>] {
    var values: [Range<Int>] = []
    while peek() != nil { values.append(value()) }
    return values
  }

  private mutating func element() throws(Fault) -> Range<Int> {
    guard let first = peek(), first != UInt8(ascii: "]"), first != UInt8(ascii: ",") else {
      throw Fault(offset: offset, detail: "value")
    }
    return value()
  }

  /// Goes past a value: what is in brackets, a string, or a word.
  private mutating func value() -> Range<Int> {
    _ = peek()
    let start = offset
    var depth = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""): skipString()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return end(start) }
        depth -= 1
        offset += 1
      case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
        if depth == 0 { return end(start) }
        offset += 1
      default: offset += 1
      }
      if depth == 0, isEnd(after: start) { return end(start) }
    }
    return start..<offset
  }

  /// Whether a value in brackets or quotes ended with the byte before.
  private func isEnd(after start: Int) -> Bool {
    switch bytes[start] {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""): true
    default: false
    }
  }

  /// At least one byte, so that nothing is gone through twice.
  private mutating func end(_ start: Int) -> Range<Int> {
    offset = max(offset, start + 1)
    return start..<offset
  }

  private mutating func skipString() {
    offset += 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    offset = min(offset + 1, bytes.count)
  }

  private mutating func enter(_ step: Step) -> Bool {
    switch step {
    case .key(let key): enter(key)
    case .place(let place): enter(place)
    }
  }

  private mutating func enter(_ key: [UInt8]) -> Bool {
    guard take(UInt8(ascii: "{")) else { return false }
    while peek() == UInt8(ascii: "\"") {
      let name = value()
      guard take(UInt8(ascii: ":")) else { return false }
      if bytes[name].dropFirst().dropLast().elementsEqual(key) { return true }
      _ = value()
      guard take(UInt8(ascii: ",")) else { return false }
    }
    return false
  }

  private mutating func enter(_ place: Int) -> Bool {
    guard take(UInt8(ascii: "[")) else { return false }
    for _ in 0..<place {
      _ = value()
      guard take(UInt8(ascii: ",")) else { return false }
    }
    return peek() != UInt8(ascii: "]")
  }

  private mutating func peek() -> UInt8? {
    while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
    return offset < bytes.count ? bytes[offset] : nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    offset += 1
    return true
  }
}
