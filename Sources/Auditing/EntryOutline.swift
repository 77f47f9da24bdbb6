internal import JSON
internal import Secrets

/// Where the members of an entry stand in its bytes, found in one pass without parsing them.
///
/// Opening a vault looks at a few members of an entry; a full parse there would cost more than
/// everything else. Who wrote the bytes is known only later, when a checkpoint holds, and what is
/// looked for must not hide meanwhile: keys are bare, ascending, each once, and nothing stands
/// outside the one object. What a member holds is checked by those who parse it.
struct EntryOutline {
  private(set) var action: Range<Int>?
  private(set) var hasAuthority = false
  private(set) var hasCheckpoint = false
  private(set) var lockboxes: Range<Int>?
  private(set) var person: Range<Int>?
  private(set) var row: Range<Int>?
  private(set) var time: Range<Int>?
  private(set) var touchesKeys = false

  /// - Returns: nil if the bytes are no object of members.
  init?(_ bytes: Span<UInt8>) {
    var position = 1
    var last = 0..<0
    guard bytes.count >= 2, bytes[0] == UInt8(ascii: "{") else { return nil }
    while let key = Self.key(in: bytes, from: position),
      PlainScan.precedes(last, key, in: bytes),
      let valueEnd = Self.endOfValue(in: bytes, from: key.upperBound + 2)
    {
      note(key, value: key.upperBound + 2..<valueEnd, in: bytes)
      guard bytes[valueEnd] == UInt8(ascii: ",") else {
        guard bytes[valueEnd] == UInt8(ascii: "}"), valueEnd == bytes.count - 1 else { return nil }
        return
      }
      last = key
      position = valueEnd + 1
    }
    return nil
  }

  /// The key that begins here, between its quotes: small letters, with quote and colon behind.
  private static func key(in bytes: Span<UInt8>, from start: Int) -> Range<Int>? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return nil }
    var end = start + 1
    while end < bytes.count, UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[end] { end += 1 }
    guard end > start + 1, end + 2 < bytes.count, bytes[end] == UInt8(ascii: "\""),
      bytes[end + 1] == UInt8(ascii: ":")
    else { return nil }
    return start + 1..<end
  }

  /// True if the action is one that is written before any key is open.
  func precedesKeys(in bytes: Span<UInt8>) -> Bool {
    guard let action else { return false }
    return Self.equal(bytes, action, "\"sign-in-failed\"")
  }

  /// Compares a range of the bytes with a text.
  static func equal(_ bytes: Span<UInt8>, _ range: Range<Int>, _ text: StaticString) -> Bool {
    text.utf8CodeUnitCount == range.count && bytes.holds(text, at: range.lowerBound)
  }

  private mutating func note(_ key: Range<Int>, value: Range<Int>, in bytes: Span<UInt8>) {
    if Self.equal(bytes, key, "action") {
      action = value
    } else if Self.equal(bytes, key, "authority") {
      hasAuthority = true
    } else if Self.equal(bytes, key, "checkpoint") {
      hasCheckpoint = true
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

  static func endOfValue(in bytes: Span<UInt8>, from start: Int) -> Int? {
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
