import People
import Text

/// Reads the rows of a file of records and collects every mistake.
struct RecordReader: RowReader {
  var notes: ReadingNotes
  let hasHeader = true
  private(set) var columns = HeadedColumns<RecordHeader.Meaning>()
  private let header: RecordHeader
  private let needed: [(RecordHeader.Meaning, String)]
  /// The column of each item, from 1; shared by all rows.
  private var itemColumns: [RecordItem: Int] = [:]
  private var ownColumns: [RecordColumn: Int] = [:]

  /// - Parameter needed: The columns without which a row means nothing, with their names.
  init(
    _ header: RecordHeader, needed: [(RecordHeader.Meaning, String)], discardNumbers: Bool
  ) {
    self.header = header
    self.needed = needed
    notes = ReadingNotes(discardNumbers: discardNumbers)
  }

  mutating func begin(_ row: borrowing CSVRow) throws(TextError) {
    columns = try HeadedColumns(
      row, number: .number, needed: [(.code, "社員番号")] + needed, &notes,
      meaning: header.meaning)
    for (index, meaning) in columns.meanings.enumerated() {
      if case .item(let item) = meaning { itemColumns[item] = index + 1 }
      if case .own(let column) = meaning { ownColumns[column] = index + 1 }
    }
  }

  mutating func read(_ row: borrowing CSVRow) throws(TextError) -> RecordRow? {
    guard columns.fit(row, &notes), let place = columns.place(of: .code),
      let person = try notes.code(row, place, columns.titles[place])
    else { return nil }
    var taken = RecordRow(line: row.line, person: person)
    (taken.columns, taken.ownColumns) = (itemColumns, ownColumns)
    for (index, meaning) in columns.meanings.enumerated() where !row.isEmpty(index) {
      switch meaning {
      case .number: notes.noteNumber(row, index, columns.titles[index])
      case .item(let item): taken.texts[item] = try text(row, index)
      case .own(.corporateNumber):
        // It is public, and checked where it is used.
        taken.own[.corporateNumber] = try row.text(index).trimmed
      case .own(let column): taken.own[column] = try text(row, index)
      case .code, nil: break
      }
    }
    return taken
  }

  private mutating func text(
    _ row: borrowing CSVRow, _ index: Int
  ) throws(TextError) -> String? {
    let text = try row.text(index).trimmed
    if text.isEmpty { return nil }
    notes.checkText(text, row, index, columns.titles[index])
    return text
  }
}
