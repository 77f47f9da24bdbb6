import People
import Text

/// Folds names, addresses and other texts into the characters of their fields, and notes what it
/// changed.
struct ValueFolding {
  let line: Int
  /// Replaces characters outside JIS X 0208; nil where that is not asked for.
  let substitutions: SubstitutionTable?
  private(set) var changes: [SlipChange] = []

  init(line: Int, substitutions: SubstitutionTable?) {
    self.line = line
    self.substitutions = substitutions
  }

  /// 届出用氏名 where the person has one; else the name as the company writes it, spaced as on record.
  mutating func name(_ given: String?, _ field: LayoutField, _ person: SlipPerson) -> String {
    let written = given ?? person.profile.name
    guard let filing = person.profile.filingName else {
      let own = person.profile.name
      guard written != own, Folding.key(written) == Folding.key(own) else {
        return folded(written, field, person.code)
      }
      let text = FieldFolding.fold(own, as: field.characters)
      let kinds = FieldFolding.kinds(written, text)
      if !kinds.isEmpty { change(field, person.code, .folded(kinds), written, text) }
      return substituted(text, field, person.code)
    }
    let text = FieldFolding.fold(filing, as: field.characters)
    if text != FieldFolding.fold(written, as: field.characters) {
      change(field, person.code, .filingForm, written, text)
    }
    return text
  }

  /// The file's address wins; 届出用住所 stands for the person's own.
  mutating func address(_ given: String?, _ field: LayoutField, _ person: SlipPerson) -> String {
    let profile = person.profile
    let isOwn = given.map { Folding.key($0) == Folding.key(profile.address ?? "") } ?? true
    if isOwn, let filing = profile.filingAddress {
      let text = FieldFolding.fold(filing, as: field.characters)
      if let own = given ?? profile.address, own != text {
        change(field, person.code, .filingForm, own, text)
      }
      return text
    }
    guard let text = given ?? profile.address else { return "" }
    return folded(text, field, person.code)
  }

  /// Folds a value, and replaces characters where that is asked for.
  mutating func folded(_ text: String, _ field: LayoutField, _ code: PersonCode) -> String {
    let folded = FieldFolding.fold(text, as: field.characters)
    let kinds = FieldFolding.kinds(text, folded)
    if !kinds.isEmpty { change(field, code, .folded(kinds), text, folded) }
    return substituted(folded, field, code)
  }

  private mutating func substituted(
    _ folded: String, _ field: LayoutField, _ code: PersonCode
  ) -> String {
    guard let substitutions, field.characters == .full else { return folded }
    let replaced = substitutions.applied(to: folded)
    if replaced != folded { change(field, code, .substituted, folded, replaced) }
    return replaced
  }

  private mutating func change(
    _ field: LayoutField, _ code: PersonCode, _ reason: SlipChange.Reason, _ from: String,
    _ to: String
  ) {
    changes.append(
      SlipChange(
        line: line, person: code, field: field.name, reason: reason, from: from, to: to))
  }
}
