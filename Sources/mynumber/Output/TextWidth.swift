/// How wide a text stands on a terminal, full-width characters counting two.
enum TextWidth {
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
  ]

  static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      sum + (wide.contains { $0.contains(scalar.value) } ? 2 : 1)
    }
  }

  /// The text with U+FFFD for each control character, so that none can steer the terminal.
  static func visible(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      shown.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }
}
