internal import Numbers
internal import People
internal import Rules
internal import Text
internal import Wording

/// Takes the fields of one row, and gathers what is wrong with them.
///
/// The number's field is the only one that never becomes a String.
struct ImportFields {
  private let header: ImportHeader
  private let words: ColumnWords
  private let file: String
  private let line: Int
  private var texts: [String?]
  /// What is wrong with the row.
  private(set) var mistakes: [InputMistake] = []

  /// Copies the clear fields of a row.
  init(_ row: borrowing CSVRow, _ header: ImportHeader, _ words: ColumnWords, file: String) {
    self.header = header
    self.words = words
    self.file = file
    line = row.line
    texts = [String?](repeating: nil, count: ImportHeader.columnCount)
    for (column, place) in header.clearColumns where !row.isEmpty(place) {
      do throws(TextError) {
        take(try row.text(place).trimmed, column, at: place)
      } catch {
        note(column, error.rule, at: place)
      }
    }
    for (column, value) in header.fixed { texts[column.ordinal] = value }
    checkWidth(row)
  }

  /// Takes a field, or the next part of one that the file has in several.
  private mutating func take(_ part: String, _ column: ImportColumn, at place: Int) {
    if part.isEmpty { return }
    let known = texts[column.ordinal]
    let text = known.map { $0 + (column.joiner ?? "") + part } ?? part
    guard !text.couldHoldNumber else { return note(column, String.numberMistake, at: place) }
    texts[column.ordinal] = header.translated(text, column)
  }

  /// What stands beyond the header belongs to no column: a comma too many moved it there.
  private mutating func checkWidth(_ row: borrowing CSVRow) {
    guard row.count > header.width else { return }
    for place in header.width..<row.count where !row.isEmpty(place) {
      mistakes.append(
        InputMistake(
          file: file, line: line, column: place + 1,
          message: "the header has fewer columns: \(header.width) (a comma too many in this row?)"))
      return
    }
  }

  /// A field's text without outer spaces; nil if it is empty.
  func text(_ column: ImportColumn) -> String? { texts[column.ordinal] }

  /// Adds a mistake at a column's place.
  mutating func note(_ column: ImportColumn, _ message: Phrase) {
    note(column, message, at: header.place(column))
  }

  /// Adds that a column is empty, unless what stood in it was refused.
  mutating func noteMissing(_ column: ImportColumn) {
    if !mistakes.contains(where: { $0.field == column.japanese }) { note(column, "missing") }
  }

  private mutating func note(_ column: ImportColumn, _ message: Phrase, at place: Int?) {
    mistakes.append(
      InputMistake(
        file: file, line: line, column: place.map { $0 + 1 }, field: column.japanese,
        message: message))
  }

  mutating func date(_ column: ImportColumn) -> CalendarDate? {
    guard let text = text(column) else { return nil }
    if let date = CalendarDate(parsing: Folding.halfWidth(text)) { return date }
    note(column, "not a date (2025-04-01, 2025/4/1 or 令和7年4月1日)")
    return nil
  }

  mutating func flag(_ column: ImportColumn) -> Bool {
    guard let text = text(column) else { return false }
    if let flag = ColumnFlag.parse(text) { return flag }
    note(column, "neither ○ nor blank")
    return false
  }

  mutating func value<Value: ColumnValue & RawRepresentable<UInt8>>(
    _ column: ImportColumn, _ type: Value.Type
  ) -> Value? {
    guard let text = text(column) else { return nil }
    if let value = words.value(of: text, in: column, type) { return value }
    let known = Value.allCases.map(\.japanese).joined(separator: ", ")
    note(column, "unknown; one of \(known)")
    return nil
  }

  /// Parts of a field between semicolons.
  func list(_ column: ImportColumn) -> [String] { Self.parts(of: text(column)) }

  /// Parts of a text between semicolons.
  static func parts(of text: String?) -> [String] {
    guard let text else { return [] }
    return ImportColumn.listed(text).map(\.trimmed).filter { !$0.isEmpty }
  }
}

extension String {
  /// Without spaces at both ends, full-width ones included.
  var trimmed: String {
    let scalars = unicodeScalars
    // Hardly any field has such spaces.
    guard scalars.first?.isOuterSpace == true || scalars.last?.isOuterSpace == true else {
      return self
    }
    guard let first = scalars.firstIndex(where: { !$0.isOuterSpace }),
      let last = scalars.lastIndex(where: { !$0.isOuterSpace })
    else { return "" }
    return String(scalars[first...last])
  }
}

extension Unicode.Scalar {
  fileprivate var isOuterSpace: Bool {
    switch self {
    case " ", "\t", "\u{3000}", "\u{A0}": true
    default: false
    }
  }
}
