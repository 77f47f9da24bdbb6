import Text

/// A report as one HTML file, which loads nothing, sends nothing and runs nothing.
///
/// It is read on paper, on a phone, in the light and in the dark, by whoever gets it.
struct ReportPage {
  let title: String
  let subtitle: String?
  let language: ReportLanguage
  /// What this page has besides the style of the house.
  var style = ""

  /// Everything up to the first section.
  ///
  /// - Parameter fields: What stands below the title; empty ones are left out.
  func head(_ fields: [(column: ReportColumn, cell: ReportCell)]) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="Content-Security-Policy" content="\(Self.security)">
    <title>\(title.htmlEscaped)</title>
    <style>
    \(Self.style)\(style.isEmpty ? "" : "\n" + style)
    </style>
    </head>
    <body>
    <header>
    <h1>\(DisplayWidth.visible(title).htmlEscaped)</h1>\(subtitleLine)
    \(list(fields))
    </header>

    """
  }

  /// What ends the page.
  static let end = "</body>\n</html>\n"

  /// Nothing is loaded, sent, framed or run; the style stands in the file.
  private static let security =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  private var subtitleLine: String {
    subtitle.map { "\n<p class=\"subtitle\">\(DisplayWidth.visible($0).htmlEscaped)</p>" } ?? ""
  }

  private func list(_ fields: [(column: ReportColumn, cell: ReportCell)]) -> String {
    let shown = fields.filter { !$0.cell.isEmpty }.map { field in
      let value = DisplayWidth.visible(field.cell.text(language)).htmlEscaped
      return "<div><dt>\(field.column.title.text(language).htmlEscaped)</dt><dd>\(value)</dd></div>"
    }
    return "<dl>\n" + shown.joined(separator: "\n") + "\n</dl>"
  }
}
