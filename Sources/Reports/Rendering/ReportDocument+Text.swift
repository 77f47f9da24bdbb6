import Text

extension ReportDocument {
  /// Plain text for people: a title, the fields, a numbered table a section.
  ///
  /// Columns are aligned for a font in which a full-width character is twice as wide as a half-width
  /// one. Control characters are shown as U+FFFD, so that no text can steer a terminal.
  public func text(_ language: ReportLanguage) -> String {
    String(decoding: textParts(language).bytes, as: UTF8.self)
  }

  func textParts(_ language: ReportLanguage) -> ReportParts {
    let name = DisplayWidth.visible(title.text(language))
    let head =
      [name, Self.rule(under: name), ""] + fieldLines(language)
    let sections = (records + tables).enumerated().map { place, table in
      Self.section(table, place + 1, language)
    }
    return ReportParts(
      Self.joined(head), Self.joined(sections.prefix(records.count).flatMap(\.self)),
      Self.joined(sections.dropFirst(records.count).flatMap(\.self)))
  }

  private static func joined(_ lines: [String]) -> String {
    lines.map { $0 + "\n" }.joined()
  }

  private static func section(
    _ table: ReportTable, _ number: Int, _ language: ReportLanguage
  ) -> [String] {
    let heading = DisplayWidth.visible("\(number). \(table.title.text(language))")
    let note = table.note.map { [$0.text(language), ""] } ?? []
    return ["", heading, rule(under: heading)] + note + table.lines(language)
  }

  private static func rule(under heading: String) -> String {
    String(
      repeating: heading.first?.isNumber == true ? "-" : "=",
      count: DisplayWidth.columns(of: heading))
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
