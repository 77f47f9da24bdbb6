/// Where the members of an entry stand in its bytes, found in one pass without parsing them.
///
/// Opening a vault looks at a few members of an entry; a full parse there would cost more than
/// everything else. The bytes are known to be canonical (the log's root was
/// checked), yet every step is bounds-checked.
struct EntryOutline {
  private(set) var action: Range<Int>?
  private(set) var hasAuthority = false
  private(set) var lockboxes: Range<Int>?
  private(set) var person: Range<Int>?
  private(set) var row: Range<Int>?
  private(set) var time: Range<Int>?
  private(set) var touchesKeys = false

  /// - Returns: nil if the bytes are no object of members.
  init?(_ bytes: Span<UInt8>) {
    var position = 1
    guard bytes.count >= 2, bytes[0] == UInt8(ascii: "{") else { return nil }
    while position < bytes.count {
      guard let keyEnd = Self.endOfString(in: bytes, from: position), keyEnd + 1 < bytes.count,
        bytes[keyEnd] == UInt8(ascii: ":"),
        let valueEnd = Self.endOfValue(in: bytes, from: keyEnd + 1)
      else { return nil }
      note(position + 1..<keyEnd - 1, value: keyEnd + 1..<valueEnd, in: bytes)
      guard valueEnd < bytes.count else { return nil }
      if bytes[valueEnd] == UInt8(ascii: "}") { return }
      guard bytes[valueEnd] == UInt8(ascii: ",") else { return nil }
      position = valueEnd + 1
    }
    return nil
  }

  /// True if the action is one that is written before any key is open.
  func precedesKeys(in bytes: Span<UInt8>) -> Bool {
    guard let action else { return false }
    return Self.equal(bytes, action, "\"sign-in-failed\"")
      || Self.equal(bytes, action, "\"locked-out\"")
  }

  /// Compares a range of the bytes with a text.
  static func equal(_ bytes: Span<UInt8>, _ range: Range<Int>, _ text: StaticString) -> Bool {
    guard text.utf8CodeUnitCount == range.count else { return false }
    return text.withUTF8Buffer { buffer in
      for offset in 0..<range.count where unsafe buffer[offset] != bytes[range.lowerBound + offset]
      {
        return false
      }
      return true
    }
  }

  private mutating func note(_ key: Range<Int>, value: Range<Int>, in bytes: Span<UInt8>) {
    if Self.equal(bytes, key, "action") {
      action = value
    } else if Self.equal(bytes, key, "authority") {
      hasAuthority = true
    } else if Self.equal(bytes, key, "keys") {
      touchesKeys = true
    } else if Self.equal(bytes, key, "lockboxes") {
      lockboxes = value
    } else if Self.equal(bytes, key, "person") {
      person = value
    } else if Self.equal(bytes, key, "row") {
      row = value
    } else if Self.equal(bytes, key, "time") {
      time = value
    }
  }

  private static func endOfString(in bytes: Span<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return nil }
    var position = start + 1
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") { return position + 1 }
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private static func endOfValue(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var depth = 0
    var position = start
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        guard let end = endOfString(in: bytes, from: position) else { return nil }
        position = end
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return position }
        depth -= 1
      case UInt8(ascii: ","): if depth == 0 { return position }
      default: break
      }
      position += 1
    }
    return nil
  }
}
