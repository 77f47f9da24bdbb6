internal import Text

/// Which column of the file holds what.
struct ImportHeader {
  /// The place of each known column, from 0.
  private let places: [Int?]
  /// The columns that hold no number, with their places.
  let clearColumns: [(column: ImportColumn, place: Int)]
  /// Headers that nobody knows, with their column numbers; reported and ignored.
  let unknown: [String]

  /// Reads the first row.
  ///
  /// - Throws: `.badInput` for a header that stands twice, or without 社員番号 and a name.
  init(_ row: borrowing CSVRow, file: String) throws(CustodyError) {
    var places = [Int?](repeating: nil, count: ImportColumn.allCases.count)
    var unknown: [String] = []
    var mistakes: [InputMistake] = []
    for index in 0..<row.count {
      let text = try Self.text(row, index, file)
      if text.isEmpty { continue }
      guard !text.couldHoldNumber else {
        mistakes.append(
          InputMistake(
            file: file, line: row.line, column: index + 1, message: String.numberMistake))
        continue
      }
      guard let column = ImportColumn(header: text) else {
        unknown.append(text)
        continue
      }
      if places[column.ordinal] != nil {
        mistakes.append(
          InputMistake(
            file: file, line: row.line, column: index + 1, field: text,
            message: "the column stands twice"))
      }
      places[column.ordinal] = index
    }
    let hasName =
      places[ImportColumn.name.ordinal] != nil
      || places[ImportColumn.familyName.ordinal] != nil
    if places[ImportColumn.employeeCode.ordinal] == nil {
      mistakes.append(Self.missing("社員番号 (employee_code)", row.line, file))
    }
    if !hasName { mistakes.append(Self.missing("氏名 (name)", row.line, file)) }
    guard mistakes.isEmpty else { throw CustodyError(.badInput(mistakes)) }
    self.places = places
    clearColumns = ImportColumn.allCases.compactMap { column in
      guard column != .myNumber, let place = places[column.ordinal] else { return nil }
      return (column, place)
    }
    self.unknown = unknown
  }

  /// How many columns are known.
  static let columnCount = ImportColumn.allCases.count

  /// Where a column stands, from 0.
  func place(_ column: ImportColumn) -> Int? { places[column.ordinal] }

  private static func text(
    _ row: borrowing CSVRow, _ index: Int, _ file: String
  ) throws(CustodyError) -> String {
    do throws(TextError) {
      return try row.text(index)
    } catch {
      throw CustodyError(error, file: file)
    }
  }

  private static func missing(_ name: String, _ line: Int, _ file: String) -> InputMistake {
    InputMistake(file: file, line: line, message: "there is no column \(name)")
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
