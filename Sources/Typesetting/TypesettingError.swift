/// What went wrong in setting a page, without the text that was set.
public enum TypesettingError: Error, Equatable, Sendable {
  /// A font family is not installed.
  case fontMissing(family: String)
  /// No font has a glyph for a character.
  case glyphMissing(Unicode.Scalar)
  /// A control character, a change of writing direction, or a line end where one line is wanted.
  case forbiddenCharacter(Unicode.Scalar)
  /// Bytes are no UTF-8.
  case notUTF8
  /// A text is longer than anything that belongs on a page.
  case textTooLong(bytes: Int)
  /// A text does not fit into its frame even at the smallest size allowed, or a row on a page.
  case doesNotFit(Frame)
  /// A frame, a line or a template is not within the page.
  case outsidePage(Frame)
  /// A size, a width or a margin is not a usable number.
  case badMeasure(Double)
  /// A row has another number of cells than the table has columns.
  case badRow(cells: Int, columns: Int)
  /// A time is not written as `2026-01-31T12:00:00Z`.
  case badTime
  /// A passphrase is not 1 to 127 printable ASCII characters with a zero byte after them.
  case badPassphrase
  /// Something in a PDF is not as it is made here, so that text could hide in it.
  case unreadable
  /// A call to Pango, Cairo, Fontconfig or qpdf failed that should not.
  case callFailed(call: String, reason: String)
}

extension TypesettingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .fontMissing(let family): "the font \(family) is not installed"
    case .glyphMissing(let scalar): "no font has the character \(Self.name(scalar))"
    case .forbiddenCharacter(let scalar): "the character \(Self.name(scalar)) cannot be printed"
    case .notUTF8: "a text is not UTF-8"
    case .textTooLong(let bytes): "a text of \(bytes) bytes is too long"
    case .doesNotFit(let frame): "a text does not fit into \(frame)"
    case .outsidePage(let frame): "\(frame) is not within the page"
    case .badMeasure(let measure): "\(measure) is not a usable measure"
    case .badRow(let cells, let columns): "a row of \(cells) cells in a table of \(columns) columns"
    case .badTime: "a time is not written as 2026-01-31T12:00:00Z"
    case .badPassphrase: "a passphrase is not 1 to 127 printable ASCII characters"
    case .unreadable: "a page cannot be read back"
    case .callFailed(let call, let reason): "\(call) failed: \(reason)"
    }
  }

  /// A character as `U+20BB7`.
  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
