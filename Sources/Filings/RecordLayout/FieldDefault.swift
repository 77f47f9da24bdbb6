/// What stands in a field for which the payroll file says nothing.
public enum FieldDefault: Hashable, Sendable {
  case empty
  case value(String)
  /// The first for the main employer (甲), the second for a secondary one (乙, 丙).
  case byColumn(main: String, secondary: String)
  /// The value where another field is not empty.
  case with(field: Int, String)

  /// Reads ``, `0`, `2|4`, `00@97` or `space`.
  init?(_ text: some StringProtocol) {
    if text.isEmpty {
      self = .empty
    } else if text == "space" {
      self = .value(" ")
    } else if let bar = text.firstIndex(of: "|") {
      self = .byColumn(
        main: String(text[..<bar]), secondary: String(text[text.index(after: bar)...]))
    } else if let at = text.firstIndex(of: "@") {
      guard let field = Int(text[text.index(after: at)...]) else { return nil }
      self = .with(field: field, String(text[..<at]))
    } else {
      self = .value(String(text))
    }
  }
}
