import Text

/// Reads the rows of a file one after another and collects every mistake.
protocol RowReader: Sendable {
  associatedtype Row: Sendable
  /// What was found besides the rows.
  var notes: ReadingNotes { get set }
  /// Whether the first row names the columns, and is no row of the file's matter.
  var hasHeader: Bool { get }
  /// Reads the first row, which says what the columns are.
  mutating func begin(_ row: borrowing CSVRow) throws(TextError)
  /// Reads a row; nil where it means nothing.
  mutating func read(_ row: borrowing CSVRow) throws(TextError) -> Row?
}
