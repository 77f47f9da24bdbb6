import Text

extension ReportTable {
  /// A section with a heading and a table; a sentence where there is no row.
  func html(_ language: ReportLanguage) -> String {
    let heading = "<h2>\(DisplayWidth.visible(title.text(language)).htmlEscaped)</h2>"
    guard !rows.isEmpty else {
      return "<section id=\"\(id)\">\n\(heading)\n<p>\(Self.none.text(language))</p>\n</section>"
    }
    let head = columns.map { "<th scope=\"col\">\($0.title.text(language).htmlEscaped)</th>" }
    let body = rows.map { row in
      "<tr>" + zip(columns, row).map { Self.cell($1, $0, language) }.joined() + "</tr>"
    }
    return """
      <section id="\(id)">
      \(heading)
      <table>
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(body.joined(separator: "\n"))
      </tbody>
      </table>
      </section>
      """
  }

  private static let none = Words("ありません。", "None.")

  private static func cell(
    _ cell: ReportCell, _ column: ReportColumn, _ language: ReportLanguage
  ) -> String {
    let text = DisplayWidth.visible(cell.text(language)).htmlEscaped
    return column.isNumber ? "<td class=\"number\">\(text)</td>" : "<td>\(text)</td>"
  }
}
