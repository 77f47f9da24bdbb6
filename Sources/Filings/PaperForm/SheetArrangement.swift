internal import Typesetting

/// How copies stand on paper.
public enum SheetArrangement: Sendable {
  /// One on half an A4.
  case single
  /// Two side by side on an A4.
  case pairs

  /// How many stand on a page.
  var copies: Int { self == .pairs ? 2 : 1 }

  func paper(of form: PaperForm) throws(TypesettingError) -> PaperSize {
    switch self {
    case .single: form.paper
    case .pairs: try PaperSize(width: 2 * form.paper.width, height: form.paper.height)
    }
  }
}
