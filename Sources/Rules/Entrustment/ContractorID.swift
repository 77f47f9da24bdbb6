/// The id of a contractor (委託先): ASCII, so that it can stand in the name of a key.
///
/// 1 to 30 lower-case letters, digits and hyphens, the first a letter.
public struct ContractorID: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let text: String

  /// - Returns: nil for a text that is no such id, and for `root`, which means the employer.
  public init?(_ text: String) {
    let isPlain = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    guard isPlain, let first = text.utf8.first, first >= 0x61, text.utf8.count <= 30,
      text != Self.root
    else { return nil }
    self.text = text
  }

  /// The word for the employer: whoever entrusted first (最初の委託者).
  public static let root = "root"

  public static func < (left: ContractorID, right: ContractorID) -> Bool { left.text < right.text }
  public var description: String { text }
}
