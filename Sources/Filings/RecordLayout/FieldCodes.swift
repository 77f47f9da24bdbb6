/// The list of codes that a field takes, or that it does not take.
public struct FieldCodes: Hashable, Sendable {
  let values: [String]
  /// Whether all are allowed but these.
  let areExcluded: Bool

  /// Reads `1/2/3` or `!00/99`; nil for an empty list.
  init?(_ text: some StringProtocol) {
    areExcluded = text.first == "!"
    let whole = String(text)
    values = whole.dropFirst(areExcluded ? 1 : 0).split(separator: "/").map(String.init)
    if values.isEmpty { return nil }
  }

  func allow(_ value: String) -> Bool { values.contains(value) != areExcluded }

  /// As messages name them.
  var text: String { (areExcluded ? "≠ " : "") + values.joined(separator: ", ") }
}
