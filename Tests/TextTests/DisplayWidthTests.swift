import Testing
import Text

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "Full-width characters take two columns, half-width ones one, marks none",
    arguments: zip(
      ["abc", "番号", "ｶﾞ", "ガ", "カ\u{3099}", "（）", "①", "髙", "𠮷", "é", "12–40", ""],
      [3, 4, 2, 2, 2, 4, 1, 2, 2, 1, 5, 0]))
  func columns(text: String, width: Int) {
    #expect(DisplayWidth.columns(of: text) == width)
  }

  @Test("Padding fills up to the column and never cuts")
  func padding() {
    #expect(DisplayWidth.padded("番号", to: 6) == "番号  ")
    #expect(DisplayWidth.padded("7", to: 3, atRight: true) == "  7")
    #expect(DisplayWidth.padded("番号", to: 1) == "番号")
  }

  @Test(
    "A character that would steer a terminal is replaced",
    arguments: ["\u{1B}[2J", "a\nb", "\u{202E}abc", "\u{9B}31m", "\u{2028}", "\u{7F}", "\u{2066}"])
  func steering(text: String) {
    let shown = DisplayWidth.visible(text)
    #expect(shown.contains("\u{FFFD}"))
    #expect(!shown.unicodeScalars.contains { [0x1B, 0x0A, 0x202E, 0x9B, 0x7F].contains($0.value) })
  }
}
