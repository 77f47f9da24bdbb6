extension ReportPlot.Style {
  /// By which a part names its pattern.
  var id: String { "p\(rawValue)" }

  /// The patterns of every style, for a page to have once: colour alone tells nothing apart.
  static let patterns = """
    <svg class="patterns" width="0" height="0" aria-hidden="true"><defs>
    \(allCases.map(\.pattern).joined(separator: "\n"))
    </defs></svg>
    """

  private var pattern: String {
    """
    <pattern id="\(id)" width="8" height="8" patternUnits="userSpaceOnUse">\
    <rect width="8" height="8" class="c\(rawValue)"/>\(strokes)</pattern>
    """
  }

  private var strokes: String {
    switch self {
    case .first: ""
    case .second: Self.path("M-2 2L2 -2M0 8L8 0M6 10L10 6")
    case .third: Self.path("M0 4H8")
    case .fourth: Self.path("M-2 6L2 10M0 0L8 8M6 -2L10 2")
    case .fifth: "<circle cx=\"4\" cy=\"4\" r=\"1.6\" class=\"dot\"/>"
    case .sixth: Self.path("M4 0V8")
    case .seventh: Self.path("M4 0V8M0 4H8")
    case .others: Self.path("M0 2H8M0 6H8")
    case .due: Self.path("M0 8L8 0")
    case .overdue: Self.path("M0 8L8 0M0 0L8 8")
    case .refused: ""
    case .failed: Self.path("M0 8L8 0M0 0L8 8")
    }
  }

  private static func path(_ path: String) -> String { "<path d=\"\(path)\" class=\"stroke\"/>" }

  /// Colours by light and dark, in the order of the styles.
  static let colours: [(light: String, dark: String)] = [
    ("#2f5d8a", "#6fa3d4"), ("#b8741a", "#e0a04f"), ("#3f7f5f", "#6dbb93"), ("#9a4168", "#d484aa"),
    ("#5e5aa8", "#a09ce0"), ("#7c6c20", "#c2b056"), ("#2f8598", "#63bfd2"), ("#6d7580", "#9aa3ad"),
    ("#c08a00", "#e6bd4a"), ("#a92f26", "#ec7a70"), ("#8a4f3a", "#d39a83"), ("#a92f26", "#ec7a70"),
  ]
}
