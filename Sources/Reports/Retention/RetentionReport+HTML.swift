extension RetentionReport {
  /// The report as one HTML file with a calendar, which asks nothing of any server.
  public func html(_ language: ReportLanguage) -> [UInt8] {
    let document = document
    let page = ReportPage(
      title: document.title.text(language), subtitle: nil, language: language, style: Self.style)
    let text = """
      \(page.head(document.fields))<p class="figures">\(figures(language))</p>
      <section id="calendar">
      <h2>\(Self.calendarTitle.text(language))</h2>
      \(RetentionCalendar(self).html(names, language))
      </section>
      \(document.tables.map { $0.html(language) }.joined(separator: "\n"))
      \(ReportPage.end)
      """
    return Array(text.utf8)
  }

  private static let calendarTitle = Words("カレンダー", "Calendar")

  private func figures(_ language: ReportLanguage) -> String {
    [RetentionStatus.overdue, .due, .held, .coming].map { status in
      let count = purposes.count { $0.status == status }
      let style = count == 0 ? "" : " class=\"\(status.rawValue)\""
      return "<span\(style)>\(status.cell.text(language).htmlEscaped) <b>\(count)</b></span>"
    }.joined(separator: "\n")
  }

  private static let style = """
    .figures { margin: 1.5rem 0 0; }
    .figures span { display: inline-block; border: 1px solid var(--line); border-radius: 4px;
      padding: .3em .8em; margin: .2em .4em .2em 0; }
    .figures .overdue, .month td.limit {
      background: color-mix(in srgb, var(--c9) 20%, transparent); }
    .figures .due, .month td.due { background: color-mix(in srgb, var(--c8) 24%, transparent); }
    .calendar { display: grid; gap: 1.4em;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); }
    .month { break-inside: avoid; min-width: 0; }
    .month table { table-layout: fixed; font-size: .75rem; }
    .month caption { font-weight: 600; text-align: left; }
    .month th, .month td { min-width: 0; padding: .15em .3em; }
    .month td { height: 2.2em; border: 1px solid var(--line); }
    .month td b { display: block; text-align: right; }
    .month td.today { outline: 2px solid var(--ink); outline-offset: -2px; }
    .month ul { font-size: .75rem; margin: .4em 0 0; padding-left: 1.2em; overflow-wrap: anywhere; }
    """
}
