import Rules

/// As which form copy a record carries somebody's number.
struct OwnedForm: Hashable, Sendable {
  let owner: NumberOwner
  let form: FormCopyID
  /// Where the record is that form for the owner; nil for always.
  let condition: FieldCondition?

  /// Reads the cells after `form`: an owner, a form copy, perhaps a condition.
  init?(_ cells: [Substring]) {
    guard (2...3).contains(cells.count), let owner = NumberOwner(cells[0]), !cells[1].isEmpty
    else { return nil }
    if cells.count == 3 {
      guard let condition = FieldCondition(cells[2]) else { return nil }
      self.condition = condition
    } else {
      condition = nil
    }
    self.owner = owner
    form = FormCopyID(String(cells[1]))
  }
}
