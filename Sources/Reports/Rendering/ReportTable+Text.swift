import Text

extension ReportTable {
  /// How many ranges of entries a cell of the text shows; JSON and CSV have them all.
  static let rangesShown = 24
  /// From which column on a list of entries goes on in the next line.
  private static let entriesWidth = 48

  /// The table in lines; columns that are empty throughout are left out.
  func lines(_ language: ReportLanguage) -> [String] {
    guard !rows.isEmpty else { return [language == .japanese ? "該当なし" : "none"] }
    let used = columns.indices.filter { place in rows.contains { !$0[place].isEmpty } }
    let titles = used.map { DisplayWidth.visible(columns[$0].title.text(language)) }
    let texts = rows.map { row in used.map { Self.cellLines(row[$0], language) } }
    let widths = titles.indices.map { place in
      texts.reduce(DisplayWidth.columns(of: titles[place])) { widest, row in
        row[place].reduce(widest) { max($0, DisplayWidth.columns(of: $1)) }
      }
    }
    let isNumber = used.map { columns[$0].isNumber }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return [Self.line(titles, widths, isNumber), Self.line(rule, widths, isNumber)]
      + texts.flatMap { Self.rowLines($0, widths, isNumber) }
  }

  /// One row, in as many lines as its longest cell needs.
  private static func rowLines(
    _ row: [[String]], _ widths: [Int], _ isNumber: [Bool]
  ) -> [String] {
    (0..<(row.map(\.count).max() ?? 0)).map { place in
      line(row.map { place < $0.count ? $0[place] : "" }, widths, isNumber)
    }
  }

  private static func line(_ cells: [String], _ widths: [Int], _ isNumber: [Bool]) -> String {
    var line = ""
    for (place, cell) in cells.enumerated() {
      if place > 0 { line += "  " }
      line += DisplayWidth.padded(cell, to: widths[place], atRight: isNumber[place])
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func cellLines(_ cell: ReportCell, _ language: ReportLanguage) -> [String] {
    guard case .entries(let entries) = cell else {
      return [DisplayWidth.visible(cell.text(language))]
    }
    var lines = [""]
    for range in entries.ranges.prefix(rangesShown) {
      let text = EntryRanges.text(range)
      if lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] = text
      } else if lines[lines.count - 1].count + text.count + 2 <= entriesWidth {
        lines[lines.count - 1] += ", " + text
      } else {
        lines[lines.count - 1] += ","
        lines.append(text)
      }
    }
    let rest = entries.ranges.count - rangesShown
    if rest > 0 {
      lines.append(
        language == .japanese
          ? "ほか\(rest)区間（JSON・CSVに全件）" : "and \(rest) more (all in JSON and CSV)")
    }
    return lines
  }
}
