import Text

/// What the columns of a file of records mean.
struct RecordHeader {
  enum Meaning: Hashable {
    case code
    case item(RecordItem)
    case own(RecordColumn)
    /// A column for numbers, which is never read.
    case number
  }

  private var names: [String: Meaning] = [:]
  private let layout: RecordLayout

  /// - Parameters:
  ///   - aliases: Short names of items.
  init(_ layout: RecordLayout, own: [RecordColumn], aliases: [String: RecordItem]) {
    self.layout = layout
    for field in layout.fields {
      names[Folding.key(field.name)] = field.owner == nil ? .item(field.item) : .number
    }
    for (name, item) in aliases { names[Folding.key(name)] = .item(item) }
    for column in own { names[Folding.key(column.name)] = .own(column) }
    for name in ["社員番号", "従業員番号", "支払先コード", "employee_code"] {
      names[Folding.key(name)] = .code
    }
    for name in ["個人番号", "マイナンバー", "my_number"] { names[Folding.key(name)] = .number }
  }

  /// What a column is; nil for one to ignore.
  func meaning(of title: String) -> Meaning? {
    let key = Folding.key(title)
    if let known = names[key] { return known }
    guard key.hasPrefix("#"), let number = Int(key.dropFirst()),
      let field = layout.fields.first(where: { $0.number == number })
    else { return nil }
    return field.owner == nil ? .item(field.item) : .number
  }
}
