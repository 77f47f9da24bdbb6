internal import People
internal import Secrets

/// Values of members that were parsed in earlier entries: the same bytes are right again.
///
/// A log says the same few things of many people: articles, recipients and reasons in Japanese.
struct KnownMembers {
  /// How many values of a member are kept, the newest.
  private static let limit = 8

  /// By the member's place in the format.
  private var values: [[[UInt8]]] = Array(repeating: [], count: 32)

  /// The time of the entry looked at last, as it stands there: most entries of a commit bear the same.
  private var time: (text: [UInt8], digits: EntryTime, moment: Timestamp)?

  /// Remembers a value.
  mutating func note(_ value: Span<UInt8>, of member: Int) {
    guard !values[member].contains(where: { Self.equal($0.span, value) }) else { return }
    if values[member].count == Self.limit { values[member].removeFirst() }
    values[member].append(Array(copying: value))
  }

  /// Remembers a time.
  ///
  /// - Parameter text: With its quotes.
  mutating func note(_ digits: EntryTime, of moment: Timestamp, as text: Span<UInt8>) {
    if time?.digits != digits { time = (Array(copying: text), digits, moment) }
  }

  /// The time at a place, if it is the one looked at last.
  func time(at start: Int, in bytes: Span<UInt8>) -> (digits: EntryTime, moment: Timestamp)? {
    guard let time, bytes.holds(time.text.span, at: start) else { return nil }
    return (time.digits, time.moment)
  }

  /// Where a value ends that is known; nil if none is.
  func end(ofValueAt start: Int, of member: Int, in bytes: Span<UInt8>) -> Int? {
    for value in values[member] where bytes.holds(value.span, at: start) {
      return start + value.count
    }
    return nil
  }

  /// Whether two spans hold the same bytes.
  static func equal(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    left.count == right.count && left.holds(right, at: 0)
  }
}
