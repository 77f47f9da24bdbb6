/// A cell of a CSV file that a spreadsheet must not take for a formula.
enum SafeCell {
  private static let formula: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]

  /// The text, with a single quote in front where it would be one.
  static func text(_ text: String) -> String {
    text.first.map(formula.contains) == true ? "'" + text : text
  }
}
