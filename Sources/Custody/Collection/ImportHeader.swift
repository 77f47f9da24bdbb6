internal import Rules
internal import Text

/// Which column of the file holds what.
struct ImportHeader {
  /// The columns that hold no number, with their places; parts that are joined stand in order.
  let clearColumns: [(column: ImportColumn, place: Int)]
  /// Headers that nobody knows; reported and ignored.
  let unknown: [String]
  /// How many columns the file has.
  let width: Int
  /// What the mapping gives for columns that the file does not have.
  let fixed: [(column: ImportColumn, value: String)]
  /// The headers of each column that is read.
  let matches: [ColumnMatch]
  /// The place of each known column, from 0; of joined ones the first part's.
  private let places: [Int?]
  /// What the mapping says of each column, by ordinal; empty without one.
  private let mapped: [MappedColumn?]

  /// Reads the first row.
  ///
  /// - Throws: `.badInput` for a header that stands twice, or without 社員番号 and a name.
  init(
    _ row: borrowing CSVRow, file: String, mapping: ColumnMapping? = nil
  ) throws(CustodyError) {
    var reader = HeaderReader(file: file, line: row.line, mapping: mapping)
    for index in 0..<row.count {
      do throws(TextError) {
        reader.take(try row.text(index).trimmed, at: index)
      } catch {
        throw CustodyError(error, file: file)
      }
    }
    let sources = reader.finish()
    guard reader.mistakes.isEmpty else { throw CustodyError(.badInput(reader.mistakes)) }
    width = row.count
    unknown = reader.unknown
    places = sources.map(\.first?.place)
    clearColumns = ImportColumn.allCases.filter { $0 != .myNumber }.flatMap { column in
      sources[column.ordinal].map { (column, $0.place) }
    }
    mapped = mapping.map { mapping in ImportColumn.allCases.map(mapping.column) } ?? []
    let fixed = (mapping?.columns ?? []).compactMap { column in
      sources[column.column.ordinal].isEmpty ? column.fixed.map { (column.column, $0) } : nil
    }
    self.fixed = fixed
    matches =
      ImportColumn.allCases.filter { !sources[$0.ordinal].isEmpty }.map { column in
        ColumnMatch(column: column, headers: sources[column.ordinal].map(\.header), fixed: nil)
      } + fixed.map { ColumnMatch(column: $0.0, headers: [], fixed: $0.1) }
  }

  /// How many columns are known.
  static let columnCount = ImportColumn.allCases.count

  /// Where a column stands, from 0.
  func place(_ column: ImportColumn) -> Int? { places[column.ordinal] }

  /// A field in our words.
  func translated(_ text: String, _ column: ImportColumn) -> String {
    mapped.isEmpty ? text : mapped[column.ordinal]?.translated(text) ?? text
  }
}

extension CustodyError {
  init(_ error: TextError, file: String) {
    self.init(
      .badInput([
        InputMistake(file: file, line: error.line, column: error.column, message: error.rule)
      ]))
  }
}
