import Text

/// Says what can be done about characters that a field of a record has no place for.
struct CharacterAdvice {
  let substitutions: SubstitutionTable

  /// A rule on characters with what can be done about them in this field; any other as it is.
  func advised(_ rule: MistakeRule, _ value: String, _ field: LayoutField) -> MistakeRule {
    guard case .unencodable(let points, _) = rule else { return rule }
    let missing = String(JISX0208.missing(in: value))
    let written = substitutions.applied(to: missing)
    let isWhole = JISX0208.missing(in: written).isEmpty
    return .unencodable(
      codePoints: points,
      remedy: CharacterRemedy(Self.place(of: field.item), substitute: isWhole ? written : nil))
  }

  private static func place(of item: RecordItem) -> CharacterRemedy.Place {
    if item == .address { return .filingAddress }
    let names = [RecordItem.name] + FamilyPlace.boxes.compactMap(\.nameItem)
    return names.contains(item) ? .filingName : .file
  }
}
