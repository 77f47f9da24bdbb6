/// A record of a file of notices: its bytes without numbers, and the text of every other field.
struct NoticeRow: Sendable {
  /// The physical line of the file, from 1.
  let line: Int
  let layout: RecordLayout
  /// The fields that are not empty, by number; never one that is for a number.
  var texts: [Int: String] = [:]
  let passed: PassedRow

  subscript(field: Int) -> String { texts[field] ?? "" }

  /// The field that tells something of somebody; nil where the record has none.
  func field(_ part: FieldRole.Part, of owner: NumberOwner) -> LayoutField? {
    layout.fields.first { $0.role?.owner == owner && $0.role?.part == part }
  }

  func text(_ part: FieldRole.Part, of owner: NumberOwner) -> String? {
    field(part, of: owner).flatMap { texts[$0.number] }
  }

  /// Whether the record names somebody whose number it has room for.
  func names(_ owner: NumberOwner) -> Bool {
    text(.kana, of: owner) != nil || text(.name, of: owner) != nil
  }

  /// Those whose numbers it carries, in the order of the record.
  var owners: [(field: LayoutField, owner: NumberOwner)] {
    layout.fields.compactMap { field in
      guard let owner = field.owner, names(owner) else { return nil }
      return (field, owner)
    }
  }
}
