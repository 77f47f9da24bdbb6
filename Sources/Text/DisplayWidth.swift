/// How many half-width columns a text takes in a fixed-width font (Unicode UAX #11).
///
/// Wide and full-width characters take two; ambiguous ones take one, as on most terminals.
public enum DisplayWidth {
  /// The columns of a text.
  public static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The text with spaces up to `width` columns, after it or before it.
  public static func padded(_ text: String, to width: Int, atRight: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - columns(of: text)))
    return atRight ? space + text : text + space
  }

  /// The text with U+FFFD for each character that would steer a terminal or turn the line around.
  public static func visible(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(isSteering(scalar) ? "\u{FFFD}" : scalar) }
    return String(shown)
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
    // Joiners shape a character; the other format characters reorder or hide text.
    case .format: scalar != "\u{200C}" && scalar != "\u{200D}"
    default: false
    }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
