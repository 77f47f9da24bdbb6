import Text

extension ReportDocument {
  /// Plain text for people: a title, the fields, a numbered table a section.
  ///
  /// Columns are aligned for a font in which a full-width character is twice as wide as a half-width
  /// one. Control characters are shown as U+FFFD, so that no text can steer a terminal.
  public func text(_ language: ReportLanguage) -> String {
    let name = DisplayWidth.visible(title.text(language))
    var lines = [name, String(repeating: "=", count: DisplayWidth.columns(of: name)), ""]
    lines += fieldLines(language)
    for (place, table) in tables.enumerated() {
      let heading = DisplayWidth.visible("\(place + 1). \(table.title.text(language))")
      lines += ["", heading, String(repeating: "-", count: DisplayWidth.columns(of: heading))]
      lines += table.lines(language)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func fieldLines(_ language: ReportLanguage) -> [String] {
    let shown = fields.filter { !$0.cell.isEmpty }.map { field in
      (
        name: DisplayWidth.visible(field.column.title.text(language)),
        value: DisplayWidth.visible(field.cell.text(language))
      )
    }
    let width = shown.map { DisplayWidth.columns(of: $0.name) }.max() ?? 0
    return shown.map { DisplayWidth.padded($0.name, to: width) + "  " + $0.value }
  }
}
