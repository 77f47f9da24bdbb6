import Testing
import Text

@Suite("JIS X 0208")
struct JISX0208Tests {
  @Test(
    "Kanji of both levels and the standard's signs are in",
    arguments: Array("亜腕弌熙凜々〇ア゛あヵＡ０－～〜−α я─∥￢￥　、。「」※≒∵".filter { $0 != " " }))
  func inside(_ character: Character) {
    #expect(JISX0208.contains(character))
  }

  @Test(
    "Extensions, half width and the rest are out",
    arguments: Array("①㈱髙﨑Ⅲⅲ№℡∑㍻纊ｱA0 -ｰ\n😀𠮷é\u{E000}￤＇＂\u{FA19}👨‍👩‍👧"))
  func outside(_ character: Character) {
    #expect(!JISX0208.contains(character))
  }

  @Test("A kana typed as two characters counts as one")
  func decomposed() {
    #expect(JISX0208.contains("か\u{3099}"))
    #expect(!JISX0208.contains("あ\u{3099}"))
  }

  @Test("The standard has 6879 characters")
  func count() {
    let all = (0x80...0xFFFF).compactMap(Unicode.Scalar.init).map(Character.init)
    // Nine characters count twice, because Unicode has two for one code.
    #expect(all.filter(JISX0208.contains).count == 6879 + 9)
  }

  @Test("What is missing is listed once, in order")
  func missing() {
    #expect(JISX0208.missing(in: "髙橋①髙") == ["髙", "①"])
    #expect(JISX0208.missing(in: "サンプル食品（株）") == [])
  }

  @Test("Full-width folding of ASCII stays inside the standard")
  func foldedASCII() {
    for value in UInt8(0x20)...0x7E {
      let text = Folding.fullWidth(String(Unicode.Scalar(value)))
      #expect(JISX0208.missing(in: text) == [])
    }
  }
}
