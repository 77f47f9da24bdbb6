import Text

/// The columns of a file with headers, by what they mean.
struct HeadedColumns<Meaning: Hashable & Sendable>: Sendable {
  /// What each column means; nil for one to ignore.
  private(set) var meanings: [Meaning?] = []
  private(set) var titles: [String] = []
  /// The names of columns that mean nothing.
  private(set) var ignored: [String] = []

  /// Before the line of headers.
  init() {}

  /// Reads the line of headers.
  ///
  /// - Parameters:
  ///   - number: What columns for numbers mean, of which there may be several.
  ///   - needed: The columns without which a row means nothing, with their names.
  init(
    _ row: borrowing CSVRow, number: Meaning, needed: [(Meaning, String)],
    _ notes: inout ReadingNotes, meaning: (String) -> Meaning?
  ) throws(TextError) {
    for index in 0..<row.count {
      let title = try row.text(index)
      let found = meaning(title)
      if found == nil, !title.isEmpty {
        // A file without headers would else have its first row told as names of columns.
        notes.checkText(title, row, index, "")
        ignored.append(title)
      }
      if let found, found != number, meanings.contains(found) {
        notes.add(row.line, index + 1, title, .headerTwice)
      }
      meanings.append(found)
      titles.append(title)
    }
    for (meaning, name) in needed where !meanings.contains(meaning) {
      notes.add(row.line, 0, "", .headerMissing(name))
    }
  }

  /// The place of the column of a meaning, from 0; nil without one.
  func place(of meaning: Meaning) -> Int? { meanings.firstIndex(of: meaning) }

  /// Whether a row has as many fields as there are columns; else a mistake is added.
  func fit(_ row: borrowing CSVRow, _ notes: inout ReadingNotes) -> Bool {
    if row.count == meanings.count { return true }
    notes.add(row.line, 0, "", .fieldCount(found: row.count, expected: [meanings.count]))
    return false
  }
}
