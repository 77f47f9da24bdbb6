/// A column of a table: its name in data, its title for people.
struct ReportColumn: Hashable, Sendable {
  /// The key in JSON and CSV, ASCII.
  let id: String
  let title: Words
  /// Numbers stand at the right.
  var isNumber = false

  init(_ id: String, _ ja: String, _ en: String, isNumber: Bool = false) {
    self.id = id
    title = Words(ja, en)
    self.isNumber = isNumber
  }

  static let count = ReportColumn("count", "件数", "Count", isNumber: true)
  static let entries = ReportColumn("entries", "記録番号", "Log entries")
}
