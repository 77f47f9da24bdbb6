internal import People
internal import Rules
internal import Wording

extension PersonDraft {
  /// What the row cannot mean of somebody known already whom it updates.
  func mistakes(updating known: PersonRecord?) -> [(column: ImportColumn, message: Phrase)] {
    guard let known else { return [] }
    var mistakes: [(column: ImportColumn, message: Phrase)] = []
    if let message = otherKind(than: known.kind) { mistakes.append((.kind, message)) }
    // Whom no form carries is taken without a number; one that is held would stay for nothing.
    if let noForm, known.holdsNumber { mistakes.append((.taxDependent, noForm)) }
    return mistakes
  }

  /// An employee becomes an officer or the other way round; nobody becomes another sort of person.
  private func otherKind(than known: PersonKind) -> Phrase? {
    let employed: Set<PersonKind> = [.employee, .officer]
    guard known != kind, !employed.contains(known) || !employed.contains(kind) else { return nil }
    return
      "a person known as \(known.japanese) does not become \(kind.japanese): use another code"
  }
}
