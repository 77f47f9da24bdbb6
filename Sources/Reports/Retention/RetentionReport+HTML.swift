import Text

extension RetentionReport {
  /// The report as one HTML file with a calendar, which asks nothing of any server.
  public func html(_ language: ReportLanguage) -> [UInt8] {
    let document = document
    let title = document.title.text(language).htmlEscaped
    let fields = document.fields.map { field in
      let value = DisplayWidth.visible(field.cell.text(language)).htmlEscaped
      return "<dt>\(field.column.title.text(language).htmlEscaped)</dt><dd>\(value)</dd>"
    }
    let page = """
      <!DOCTYPE html>
      <html lang="\(language == .japanese ? "ja" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta http-equiv="Content-Security-Policy" content="\(Self.security)">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>\(title)</h1>
      <dl>\(fields.joined())</dl>
      <p class="figures">\(figures(language))</p>
      <h2>\(Self.calendarTitle.text(language))</h2>
      \(RetentionCalendar(self).html(names, language))
      \(document.tables.map { $0.html(language) }.joined(separator: "\n"))
      </body>
      </html>

      """
    return Array(page.utf8)
  }

  /// Nothing is loaded, sent or run; the style stands in the file.
  private static let security = "default-src 'none'; style-src 'unsafe-inline'"
  private static let calendarTitle = Words("カレンダー", "Calendar")

  private func figures(_ language: ReportLanguage) -> String {
    [RetentionStatus.overdue, .due, .held, .coming].map { status in
      let count = purposes.count { $0.status == status }
      let style = count == 0 ? "" : " class=\"\(status.rawValue)\""
      return "<span\(style)>\(status.cell.text(language).htmlEscaped) <b>\(count)</b></span>"
    }.joined(separator: "\n")
  }

  private static let style = """
    body { font-family: "Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP", sans-serif;
      line-height: 1.6; max-width: 75em; margin: 2em auto; padding: 0 1em; color: black;
      background: white; }
    h1 { font-size: 1.5em; }
    h2 { font-size: 1.15em; margin-top: 2em; break-after: avoid; }
    dl { display: grid; grid-template-columns: max-content auto; gap: 0 1em; margin: 0; }
    dd { margin: 0; overflow-wrap: anywhere; }
    table { border-collapse: collapse; font-size: 0.85em; }
    section table { width: 100%; }
    th, td { border: 1px solid silver; padding: 0.25em 0.5em; text-align: left;
      vertical-align: top; }
    th { background: whitesmoke; }
    td.number { text-align: right; }
    tr, li, .month { break-inside: avoid; }
    .figures span { display: inline-block; border: 1px solid silver; padding: 0.3em 0.8em;
      margin: 0.2em 0.4em 0.2em 0; }
    .figures .overdue { background: mistyrose; border-color: firebrick; }
    .figures .due { background: lemonchiffon; border-color: goldenrod; }
    .calendar { display: grid; grid-template-columns: repeat(auto-fill, minmax(15em, 1fr));
      gap: 1.2em; }
    .month table { width: 100%; table-layout: fixed; font-size: 0.75em; }
    .month caption { font-weight: bold; text-align: left; }
    .month td { height: 2.2em; padding: 0.1em 0.3em; }
    .month td b { display: block; text-align: right; }
    .month td.today { outline: 2px solid black; }
    .month td.due { background: lemonchiffon; }
    .month td.limit { background: mistyrose; }
    .month ul { font-size: 0.75em; margin: 0.4em 0 0; padding-left: 1.2em; }
    @media print { body { margin: 0; padding: 0; max-width: none; } }
    """
}
