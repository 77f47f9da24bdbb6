extension ReportDocument {
  /// CSV in UTF-8 with CRLF: identifiers under ASCII headers.
  ///
  /// A cell that a spreadsheet would take for a formula gets a single quote in front.
  ///
  /// - Parameter byteOrderMark: Begins with U+FEFF, by which spreadsheets know UTF-8.
  public func csv(byteOrderMark: Bool = false) -> [UInt8] {
    csvParts(byteOrderMark: byteOrderMark).bytes
  }

  func csvParts(byteOrderMark: Bool) -> ReportParts {
    let mark = byteOrderMark ? "\u{FEFF}" : ""
    guard isOfFigures else { return ReportParts(mark + Self.lines(tableRows), "", "") }
    let own = records.flatMap { table in
      table.rows.map {
        Self.figure($0, of: table, in: "\(Self.recordsMember).\(table.id)")
      }
    }
    let others = tables.flatMap { table in
      table.rows.map { Self.figure($0, of: table, in: table.id) }
    }
    return ReportParts(mark + Self.lines(headRows), Self.lines(own), Self.lines(others))
  }

  private var tableRows: [[String]] {
    let named = csvTable.flatMap { id in tables.first { $0.id == id } }
    guard let table = named ?? tables.first else { return [] }
    return [table.columns.map(\.id)] + table.rows.map { $0.map(\.identifier) }
  }

  private var headRows: [[String]] {
    [["section", "item", "key", "count", "entries"]]
      + fields.filter { !$0.cell.isEmpty }.map {
        ["header", $0.column.id, $0.cell.identifier, "", ""]
      }
  }

  /// The first cell is the item; the others, but for count and entries, are named in the key.
  private static func figure(
    _ row: [ReportCell], of table: ReportTable, in section: String
  ) -> [String] {
    var key: [String] = []
    var count = "1"
    var entries = ""
    for (column, cell) in zip(table.columns, row).dropFirst() where !cell.isEmpty {
      switch column.id {
      case ReportColumn.count.id: count = cell.identifier
      case ReportColumn.entries.id: entries = cell.identifier
      default: key.append("\(column.id)=\(cell.member)")
      }
    }
    return [
      section, row.first?.identifier ?? "", key.joined(separator: " | "), count, entries,
    ]
  }

  private static func lines(_ rows: [[String]]) -> String { rows.map(line).joined() }

  private static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ text: String) -> String {
    let formula: Set<UInt8> = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D]
    let safe = text.utf8.first.map(formula.contains) == true ? "'" + text : text
    let needsQuotes = safe.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return safe }
    let doubled = safe.unicodeScalars.reduce(into: "") { result, scalar in
      result.unicodeScalars.append(scalar)
      if scalar == "\"" { result.unicodeScalars.append(scalar) }
    }
    return "\"" + doubled + "\""
  }
}
