import MyNumberKit

/// Rows of data under ASCII names, shown as aligned text, JSON or CSV.
struct Listing {
  /// A column: its name in data, its title for people.
  struct Column {
    let id: String
    let title: Message

    init(_ id: String, _ english: String, _ japanese: String) {
      self.id = id
      title = Message(english, japanese)
    }
  }

  let columns: [Column]
  var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

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
    let lines = [columns.map(\.title.text)] + rows
    let widths = columns.indices.map { place in
      lines.map { TextWidth.of($0[place]) }.max() ?? 0
    }
    return lines.map { Self.line($0, widths) + "\n" }.joined()
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = zip(cells, widths).map { cell, width in
      TextWidth.visible(cell) + String(repeating: " ", count: max(0, width - TextWidth.of(cell)))
    }.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }

  private func object(_ row: [String]) -> CanonicalValue {
    var members: [String: CanonicalValue] = [:]
    for (column, cell) in zip(columns, row) where !cell.isEmpty {
      members[column.id] = .string(cell)
    }
    return .object(members)
  }

  private func csv() throws -> [UInt8] {
    var bytes = try CSVWriter.row(columns.map(\.id), encoding: .utf8)
    for row in rows { bytes += try CSVWriter.row(row.map(SafeCell.text), encoding: .utf8) }
    return bytes
  }
}
