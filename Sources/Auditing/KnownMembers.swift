internal import Secrets

/// Values of members that were parsed in earlier entries: the same bytes are right again.
///
/// A log says the same few things of many people: articles, recipients and reasons in Japanese.
struct KnownMembers {
  /// How many values of a member are kept, the newest.
  private static let limit = 8

  /// By the member's place in the format.
  private var values: [[[UInt8]]] = Array(repeating: [], count: 32)

  /// Remembers a value.
  mutating func note(_ value: Span<UInt8>, of member: Int) {
    guard !values[member].contains(where: { Self.equal($0.span, value) }) else { return }
    if values[member].count == Self.limit { values[member].removeFirst() }
    values[member].append(Array(copying: value))
  }

  /// Where a value ends that is known; nil if none is.
  func end(ofValueAt start: Int, of member: Int, in bytes: Span<UInt8>) -> Int? {
    for value in values[member] where start + value.count <= bytes.count {
      let end = start + value.count
      if Self.equal(value.span, bytes.extracting(start..<end)) { return end }
    }
    return nil
  }

  /// Whether two spans hold the same bytes.
  static func equal(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for place in left.indices where left[place] != right[place] { return false }
    return true
  }
}
