/// The words for one value of an import column.
public struct ColumnLabels: Sendable {
  /// The English word.
  public let english: String
  /// The Japanese word.
  public let japanese: String
  /// Other words that mean the same.
  public let aliases: [String]

  init(_ english: String, _ japanese: String, _ aliases: String...) {
    self.english = english
    self.japanese = japanese
    self.aliases = aliases
  }

  func contains(_ key: String) -> Bool {
    english == key || japanese == key || aliases.contains(key)
  }

  private static let spaces: Set<Character> = [" ", "\t", "\u{3000}"]

  /// The text without spaces around it, in lower case.
  static func key(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x21...0x40).contains($0) || (0x5B...0x7E).contains($0) }) {
      return text
    }
    let trimmed = text.drop(while: spaces.contains)
    guard let last = trimmed.lastIndex(where: { !spaces.contains($0) }) else { return "" }
    return trimmed[...last].lowercased()
  }
}
