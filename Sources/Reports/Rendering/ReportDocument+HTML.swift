extension ReportDocument {
  /// One self-contained HTML page: the fields, a list of the sections, the sections with their plots.
  ///
  /// What the vault and its log say is text and nothing else, whatever stands in it.
  func htmlParts(_ language: ReportLanguage) -> ReportParts {
    let page = ReportPage(
      title: title.text(language), subtitle: subtitle?.text(language), language: language)
    let sections = (records + tables).enumerated().map { place, table in
      table.html(language, number: place + 1) + "\n"
    }
    return ReportParts(
      page.head(fields) + ReportPlot.Style.patterns + "\n" + contents(language),
      sections.prefix(records.count).joined(),
      sections.dropFirst(records.count).joined() + ReportPage.end)
  }

  private func contents(_ language: ReportLanguage) -> String {
    let name = Words("目次", "Contents").text(language)
    let items = (records + tables).map { table in
      "<li><a href=\"#\(table.id)\">\(table.title.text(language).htmlEscaped)</a></li>"
    }
    return "<nav aria-label=\"\(name)\"><ol>\n" + items.joined(separator: "\n") + "\n</ol></nav>\n"
  }
}
