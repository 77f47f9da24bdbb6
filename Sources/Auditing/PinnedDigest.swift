/// SHA-256 of a pinned row, 32 bytes in four words.
struct PinnedDigest: Equatable, Sendable {
  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// How many bytes a digest has.
  static let count = 32

  /// Takes 32 bytes; nil for another count.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count == Self.count else { return nil }
    first = Self.word(bytes, at: 0)
    second = Self.word(bytes, at: 8)
    third = Self.word(bytes, at: 16)
    fourth = Self.word(bytes, at: 24)
  }

  /// Takes 64 digits of base 16 in lower case; nil for anything else.
  init?(hex: Span<UInt8>) {
    guard hex.count == 2 * Self.count, let first = Self.word(hex: hex, at: 0),
      let second = Self.word(hex: hex, at: 16), let third = Self.word(hex: hex, at: 32),
      let fourth = Self.word(hex: hex, at: 48)
    else { return nil }
    self.first = first
    self.second = second
    self.third = third
    self.fourth = fourth
  }

  private static func word(_ bytes: Span<UInt8>, at start: Int) -> UInt64 {
    var word: UInt64 = 0
    for place in start..<start + 8 { word = word << 8 | UInt64(bytes[place]) }
    return word
  }

  /// Opening decodes one for each person, so no digit decides where the program goes on.
  private static func word(hex: Span<UInt8>, at start: Int) -> UInt64? {
    var word: UInt64 = 0
    var isWrong = false
    for place in start..<start + 16 {
      let digit = hex[place] &- UInt8(ascii: "0")
      let letter = hex[place] &- UInt8(ascii: "a")
      isWrong = (digit > 9 && letter > 5) || isWrong
      word = word << 4 | UInt64(digit > 9 ? letter &+ 10 : digit)
    }
    return isWrong ? nil : word
  }
}
