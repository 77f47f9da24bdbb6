/// A register that is gathered from the entries of a log.
public protocol LogBook: Sendable {
  /// An empty register.
  init()

  /// Whether an entry with these bytes may belong to it.
  static func concerns(_ bytes: Span<UInt8>) -> Bool

  /// Takes the next entry of a log; one of another kind changes nothing.
  mutating func take(_ entry: Entry)
}
