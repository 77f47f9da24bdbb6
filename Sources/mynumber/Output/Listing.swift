import MyNumberKit

/// Rows of data under ASCII names, shown as aligned text, JSON or CSV.
struct Listing {
  /// A column: its name in data, its title for people.
  struct Column {
    let id: String
    let title: Message
    /// Whether the cells are counts: numbers in JSON, at the right in text.
    var isCount = false
    /// Whether the cells are words of `ListingWords`, shown to people in their language.
    var isWord = false

    init(
      _ id: String, _ english: String, _ japanese: String, isCount: Bool = false,
      isWord: Bool = false
    ) {
      self.id = id
      title = Message(english, japanese)
      self.isCount = isCount
      self.isWord = isWord
    }
  }

  let columns: [Column]
  var rows: [[String]] = []
  /// What people read in place of a row's data, by the row's place.
  private var spoken: [Int: [String]] = [:]

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row whose data are ids, and the same in words.
  mutating func add(_ row: [String], saying words: [String]) {
    spoken[rows.count] = words
    rows.append(row)
  }

  /// Writes the rows in a form.
  func write(to context: CommandContext, as format: OutputFormat) throws {
    switch format {
    case .text: try context.terminal.write(text)
    case .json:
      try context.terminal.write(CanonicalValue.array(rows.map(object)).encoded() + [0x0A])
    case .csv: try context.terminal.write(try csv())
    }
  }

  private var text: String {
    let lines = [columns.map(\.title.text)] + rows.indices.map { shown(spoken[$0] ?? rows[$0]) }
    let widths = columns.indices.map { place in
      lines.map { DisplayWidth.columns(of: $0[place]) }.max() ?? 0
    }
    return lines.map { line($0, widths) + "\n" }.joined()
  }

  private func shown(_ row: [String]) -> [String] {
    zip(columns, row).map { column, cell in
      DisplayWidth.visible(column.isWord ? ListingWords.text(cell) : cell)
    }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = columns.indices.map { place in
      DisplayWidth.padded(cells[place], to: widths[place], atRight: columns[place].isCount)
    }.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }

  private func object(_ row: [String]) -> CanonicalValue {
    var members: [String: CanonicalValue] = [:]
    for (column, cell) in zip(columns, row) where !cell.isEmpty {
      let count = column.isCount ? Int(cell) : nil
      members[column.id] = count.map(CanonicalValue.integer) ?? .string(cell)
    }
    return .object(members)
  }

  private func csv() throws -> [UInt8] {
    var bytes = try CSVWriter.row(columns.map(\.id), encoding: .utf8)
    for row in rows { bytes += try CSVWriter.row(row.map(SafeCell.text), encoding: .utf8) }
    return bytes
  }
}
