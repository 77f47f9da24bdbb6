/// When a field must be filled or empty, by what stands in others.
///
/// `14` where field 14 is filled, `16=4/5` where it is one of these, `!` before either for the
/// contrary, `&` for both and `|` for one of several: `!13&14=3|20`.
public struct FieldCondition: Hashable, Sendable {
  private struct Term: Hashable {
    let field: Int
    let isNegated: Bool
    /// The values that fulfil it; empty where any value does.
    let values: [String]
  }

  private let alternatives: [[Term]]

  /// Reads a condition; nil for anything else.
  init?(_ text: some StringProtocol) {
    var alternatives: [[Term]] = []
    for alternative in text.split(separator: "|", omittingEmptySubsequences: false) {
      var terms: [Term] = []
      for part in alternative.split(separator: "&", omittingEmptySubsequences: false) {
        guard let term = Self.term(part) else { return nil }
        terms.append(term)
      }
      alternatives.append(terms)
    }
    self.alternatives = alternatives
  }

  private static func term(_ text: some StringProtocol) -> Term? {
    let isNegated = text.first == "!"
    let whole = String(text)
    let parts = whole.dropFirst(isNegated ? 1 : 0).split(
      separator: "=", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let field = Int(parts[0]), field > 0 else { return nil }
    let values = parts.count == 2 ? parts[1].split(separator: "/").map(String.init) : []
    guard parts.count == 1 || !values.isEmpty else { return nil }
    return Term(field: field, isNegated: isNegated, values: values)
  }

  /// The fields that it looks at.
  var fields: Set<Int> { Set(alternatives.joined().map(\.field)) }

  /// Whether it is fulfilled, where `value` says what a field holds.
  func holds(_ value: (Int) -> String) -> Bool {
    alternatives.contains { terms in
      terms.allSatisfy { term in
        let found = value(term.field)
        let isMet = term.values.isEmpty ? !found.isEmpty : term.values.contains(found)
        return isMet != term.isNegated
      }
    }
  }
}
