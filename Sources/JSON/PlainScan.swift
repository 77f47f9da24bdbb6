internal import Secrets

/// Goes past canonical values in bytes without making anything of them.
///
/// It knows the values of which canonical bytes are told at sight: strings of printable ASCII without
/// quote or backslash, integers, literals, and arrays and objects of them. Of anything else it knows
/// nothing, and who needs to know parses it.
public enum PlainScan {
  /// Where a value ends; nil for one that is not canonical or not plain.
  ///
  /// - Parameter depth: How many arrays and objects stand around it.
  public static func end(
    ofValueAt start: Int, in bytes: Span<UInt8>, depth: Int = 0
  ) -> Int? {
    guard start < bytes.count else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "\""): return end(ofStringAt: start, in: bytes)
    case UInt8(ascii: "{"): return end(ofObjectAt: start, in: bytes, depth: depth + 1)
    case UInt8(ascii: "["): return end(ofArrayAt: start, in: bytes, depth: depth + 1)
    case UInt8(ascii: "t"): return end(of: "true", at: start, in: bytes)
    case UInt8(ascii: "f"): return end(of: "false", at: start, in: bytes)
    case UInt8(ascii: "n"): return end(of: "null", at: start, in: bytes)
    default: return integer(at: start, in: bytes)?.end
    }
  }

  /// Where a string with its quotes ends.
  public static func end(ofStringAt start: Int, in bytes: Span<UInt8>) -> Int? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return nil }
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\""), from: start + 1),
      bytes.isPlain(start + 1..<end)
    else { return nil }
    return end + 1
  }

  /// An integer within ±(2^53 - 1), and where it ends.
  public static func integer(
    at start: Int, in bytes: Span<UInt8>
  ) -> (value: Int, end: Int)? {
    let isNegative = start < bytes.count && bytes[start] == UInt8(ascii: "-")
    let first = isNegative ? start + 1 : start
    var (place, magnitude) = (first, 0)
    while place < bytes.count, case let digit = bytes[place] &- UInt8(ascii: "0"), digit < 10 {
      magnitude = 10 * magnitude + Int(digit)
      guard magnitude <= CanonicalValue.integerLimit else { return nil }
      place += 1
    }
    // No zero stands before other digits, and none below zero.
    guard place > first, bytes[first] != UInt8(ascii: "0") || (place == first + 1 && !isNegative)
    else { return nil }
    return (isNegative ? -magnitude : magnitude, place)
  }

  /// Where these characters end, if they stand here.
  public static func end(of text: StaticString, at start: Int, in bytes: Span<UInt8>) -> Int? {
    bytes.holds(text, at: start) ? start + text.utf8CodeUnitCount : nil
  }

  private static func end(
    ofArrayAt start: Int, in bytes: Span<UInt8>, depth: Int
  ) -> Int? {
    guard depth <= CanonicalValue.depthLimit else { return nil }
    if let end = end(of: "[]", at: start, in: bytes) { return end }
    var place = start + 1
    while let end = end(ofValueAt: place, in: bytes, depth: depth), end < bytes.count {
      if bytes[end] == UInt8(ascii: "]") { return end + 1 }
      guard bytes[end] == UInt8(ascii: ",") else { return nil }
      place = end + 1
    }
    return nil
  }

  private static func end(
    ofObjectAt start: Int, in bytes: Span<UInt8>, depth: Int
  ) -> Int? {
    guard depth <= CanonicalValue.depthLimit else { return nil }
    if let end = end(of: "{}", at: start, in: bytes) { return end }
    var place = start + 1
    var last: Range<Int>?
    while let keyEnd = end(ofStringAt: place, in: bytes) {
      let key = place + 1..<keyEnd - 1
      // Of ASCII the order of bytes is that of UTF-16 code units.
      guard last.map({ precedes($0, key, in: bytes) }) ?? true, keyEnd < bytes.count,
        bytes[keyEnd] == UInt8(ascii: ":"),
        let end = end(ofValueAt: keyEnd + 1, in: bytes, depth: depth), end < bytes.count
      else { return nil }
      if bytes[end] == UInt8(ascii: "}") { return end + 1 }
      guard bytes[end] == UInt8(ascii: ",") else { return nil }
      (last, place) = (key, end + 1)
    }
    return nil
  }

  /// Whether one range of the bytes stands before another in the order of bytes.
  public static func precedes(
    _ first: Range<Int>, _ second: Range<Int>, in bytes: Span<UInt8>
  ) -> Bool {
    for offset in 0..<min(first.count, second.count) {
      let (left, right) = (bytes[first.lowerBound + offset], bytes[second.lowerBound + offset])
      if left != right { return left < right }
    }
    return first.count < second.count
  }
}
