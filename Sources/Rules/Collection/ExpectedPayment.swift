/// What is known of a year's payments to a payee, in yen (支払見込額).
public struct ExpectedPayment: Hashable, Sendable {
  public let atLeast: Int?
  public let atMost: Int?

  /// Reads a cell in half width: `60000`, `60,000円`, `50000以下`, `100000以上` or `40000〜80000`.
  ///
  /// Nil for anything else.
  public init?(parsing text: String) {
    let plain = String(text.unicodeScalars.filter { !Self.skipped.contains($0) })
    let ends = plain.split(omittingEmptySubsequences: false) { Self.tildes.contains($0) }
    switch ends.count {
    case 1: self.init(single: plain)
    case 2:
      guard let low = Self.yen(ends[0]), let high = Self.yen(ends[1]), low <= high else {
        return nil
      }
      self.init(atLeast: low, atMost: high)
    default: return nil
    }
  }

  private init(atLeast: Int?, atMost: Int?) {
    self.atLeast = atLeast
    self.atMost = atMost
  }

  private init?(single text: String) {
    for (word, isMost) in [("以下", true), ("以上", false)] where text.hasSuffix(word) {
      guard let yen = Self.yen(text.dropLast(word.count)) else { return nil }
      self.init(atLeast: isMost ? nil : yen, atMost: isMost ? yen : nil)
      return
    }
    guard let yen = Self.yen(text[...]) else { return nil }
    self.init(atLeast: yen, atMost: yen)
  }

  private static let skipped: Set<Unicode.Scalar> = [",", "円", " ", "¥", "\\", "\u{3000}"]
  private static let tildes: Set<Character> = ["~", "〜", "～"]

  private static func yen(_ text: Substring) -> Int? {
    guard (1...11).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}
