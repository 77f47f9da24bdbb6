/// A part of a notice, as both its forms set it.
enum NoticeBlock: Sendable {
  case heading(String)
  case paragraph(String)
  /// Lines with a mark before each.
  case items([String])
  /// A table: its titles with their widths in parts of the whole, and its rows.
  case table(columns: [(title: String, parts: Double)], rows: [[String]])
}
