internal import People
internal import Rules

extension PurposeNotice {
  /// The notice as one HTML file in Japanese, which asks nothing of any server.
  public func html() -> [UInt8] {
    let body = blocks.map(Self.html).joined(separator: "\n")
    let page = """
      <!DOCTYPE html>
      <html lang="ja">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      \(mark)<title>\(Self.title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <p class="date">\(date.japaneseText)</p>
      <p class="addressee">\(addressee.line.htmlEscaped)</p>
      <p class="sender">\(senderLines)</p>
      <h1>\(Self.title)</h1>
      \(body)
      </body>
      </html>

      """
    return Array(page.utf8)
  }

  /// A notice with somebody's name says so, and is not kept in the clear.
  private var mark: String {
    guard let code = addressee.code else { return "" }
    return "<meta name=\"\(NoticeMark.addressee)\" content=\"\(code.text.htmlEscaped)\">\n"
  }

  private var senderLines: String {
    [sender.name, sender.address, sender.contact].compactMap(\.self).map(\.htmlEscaped)
      .joined(separator: "<br>")
  }

  private static func html(_ block: NoticeBlock) -> String {
    switch block {
    case .heading(let text): "<h2>\(text.htmlEscaped)</h2>"
    case .paragraph(let text): "<p>\(text.htmlEscaped)</p>"
    case .items(let items):
      "<ul>\n" + items.map { "<li>\($0.htmlEscaped)</li>\n" }.joined() + "</ul>"
    case .table(let columns, let rows):
      "<table>\n<thead><tr>" + cells(columns.map(\.title), "th scope=\"col\"", "th")
        + "</tr></thead>\n<tbody>\n"
        + rows.map { "<tr>\(cells($0, "td", "td"))</tr>\n" }.joined() + "</tbody>\n</table>"
    }
  }

  private static func cells(_ texts: [String], _ tag: String, _ end: String) -> String {
    texts.map { "<\(tag)>\($0.htmlEscaped)</\(end)>" }.joined()
  }

  private static let style = """
    @page { size: A4; margin: 20mm; }
    body { font-family: "IPAexMincho", "Hiragino Mincho ProN", "Yu Mincho", serif; line-height: 1.7;
      max-width: 45em; margin: 2em auto; padding: 0 1em; color: black; background: white; }
    h1 { font-size: 1.4em; text-align: center; }
    h2 { font-size: 1.1em; break-after: avoid; }
    .date, .sender { text-align: right; }
    table { border-collapse: collapse; width: 100%; font-size: 0.9em; }
    th, td { border: 1px solid black; padding: 0.3em 0.5em; text-align: left; vertical-align: top; }
    th { background: gainsboro; }
    tr, li { break-inside: avoid; }
    @media print { body { margin: 0; padding: 0; max-width: none; } }
    """
}
