import Text

extension ReportTable {
  /// A section with a heading, plots and a table; a sentence where there is no row.
  ///
  /// Columns that are empty throughout are left out. A wide table scrolls in a box of its own.
  ///
  /// - Parameter number: Its place in the report, for reports whose sections are numbered.
  func html(_ language: ReportLanguage, number: Int? = nil) -> String {
    let name = DisplayWidth.visible(title.text(language)).htmlEscaped
    let heading = "<h2>\(number.map { "\($0). " } ?? "")\(name)</h2>"
    let remark = note.map { "\n<p class=\"note\">\($0.text(language).htmlEscaped)</p>" } ?? ""
    let drawn = plots.map { "\n" + $0.html(language) }.joined()
    return """
      <section id="\(id)">
      \(heading)\(remark)\(drawn)
      \(tableHTML(language, name))
      </section>
      """
  }

  private func tableHTML(_ language: ReportLanguage, _ name: String) -> String {
    guard !rows.isEmpty else { return "<p class=\"none\">\(Self.none.text(language))</p>" }
    let used = columns.indices.filter { place in rows.contains { !$0[place].isEmpty } }
    let head = used.map { place in
      let style = columns[place].isNumber ? " class=\"number\"" : ""
      return "<th scope=\"col\"\(style)>\(columns[place].title.text(language).htmlEscaped)</th>"
    }
    let body = rows.map { row in
      "<tr>" + used.map { Self.cell(row[$0], columns[$0], language) }.joined() + "</tr>"
    }
    return """
      <div class="scroll" role="region" tabindex="0" aria-label="\(name)">
      <table>
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(body.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      """
  }

  private static let none = Words("ありません。", "None.")

  private static func cell(
    _ cell: ReportCell, _ column: ReportColumn, _ language: ReportLanguage
  ) -> String {
    if case .entries(let entries) = cell { return entriesCell(entries, language) }
    let text = DisplayWidth.visible(cell.text(language)).htmlEscaped
    if column.isNumber { return "<td class=\"number\">\(text)</td>" }
    return isLong(text) ? "<td class=\"long\">\(text)</td>" : "<td>\(text)</td>"
  }

  /// Whether there is a word that has to be broken, such as a digest.
  private static func isLong(_ text: String) -> Bool {
    text.utf8.split(separator: 0x20).contains { $0.count > 30 && $0.allSatisfy { $0 < 0x80 } }
  }

  /// All of them stand in the page; a long list is folded after the first.
  private static func entriesCell(_ entries: EntryRanges, _ language: ReportLanguage) -> String {
    let shown = entries.ranges.prefix(rangesShown).map(EntryRanges.text).joined(separator: ", ")
    let rest = entries.ranges.dropFirst(rangesShown)
    guard !rest.isEmpty else { return "<td class=\"entries\">\(shown)</td>" }
    let more = Words("ほか\(rest.count)区間", "and \(rest.count) more").text(language)
    let folded = rest.map(EntryRanges.text).joined(separator: ", ")
    return
      "<td class=\"entries\">\(shown)<details><summary>\(more)</summary>\(folded)</details></td>"
  }
}
