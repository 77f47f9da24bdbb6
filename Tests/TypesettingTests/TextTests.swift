import TestSupport
import Testing

@testable import Typesetting

@Suite("Texts in frames")
struct TextTests {
  @Test(
    "what is drawn is read back",
    arguments: [
      "源泉徴収票", "髙橋 一郎", "山﨑", "𠮷野家", "第Ⅲ号①", "ｶﾅ ﾊﾝｶｸ", "ABC 123 〒100-0005", "令和7年1月31日",
      "ﾊﾞ゙ザ", "辻󠄀", "ー～−‐",
    ], [Typeface.mincho, .gothic])
  func roundTrip(text: String, typeface: Typeface) throws {
    let pdf = try Sheet.draw(text, style: TextStyle(typeface, size: 10))
    let read = try Poppler.text(pdf)
    #expect(read.trimmed == text)
  }

  @Test("a kanji that IPAex lacks comes from IPAmj, and another text does not")
  func fallback() throws {
    let rare = try Poppler.fonts(try Sheet.draw("𠮷屋"))
    #expect(rare.contains { $0.name.hasSuffix("+IPAmjMincho") })
    let usual = try Poppler.fonts(try Sheet.draw("土屋"))
    #expect(usual.allSatisfy { $0.name.hasSuffix("+IPAexMincho") })
  }

  @Test("every font is embedded, as a subset, with a map to Unicode")
  func embedded() throws {
    let pdf = try Sheet.draw { (canvas) throws(TypesettingError) in
      try canvas.draw("氏名 ABC 𠮷", in: Sheet.frame, style: Sheet.line)
      try canvas.draw(
        "氏名 ABC", in: Frame(x: 20, y: 60, width: 50, height: 10),
        style: TextStyle(.gothic, size: 8))
    }
    let fonts = try Poppler.fonts(pdf)
    #expect(fonts.count >= 3)
    #expect(fonts.allSatisfy { $0.isEmbedded && $0.isSubset && $0.hasUnicode })
    #expect(pdf.count < 100_000)
  }

  @Test(
    "a character that no font has is refused by its number",
    arguments: ["😀" as Unicode.Scalar, "\u{E000}", "\u{F8FF}", "ก", "א"])
  func glyphMissing(scalar: Unicode.Scalar) {
    #expect(throws: TypesettingError.glyphMissing(scalar)) { try Sheet.draw("氏\(scalar)名") }
  }

  @Test("the refusal names the character alone")
  func description() {
    #expect("\(TypesettingError.glyphMissing("😀"))" == "no font has the character U+1F600")
    #expect("\(TypesettingError.forbiddenCharacter("\n"))".contains("U+000A"))
    #expect("\(TypesettingError.doesNotFit(Sheet.frame))".contains("x 20 y 20, 100 by 20 mm"))
  }

  @Test(
    "controls, separators and turns of direction are refused",
    arguments: [
      "\u{0}" as Unicode.Scalar, "\t", "\u{1B}", "\u{7F}", "\u{80}", "\u{9F}", "\u{2028}",
      "\u{2029}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}", "\r",
    ])
  func forbidden(scalar: Unicode.Scalar) {
    for style in [Sheet.line, Sheet.lines] {
      #expect(throws: TypesettingError.forbiddenCharacter(scalar)) {
        try Sheet.draw("氏\(scalar)名", style: style)
      }
    }
  }

  @Test("a line end is for texts that wrap")
  func lineEnd() throws {
    #expect(throws: TypesettingError.forbiddenCharacter("\n")) { try Sheet.draw("一\n二") }
    let pdf = try Sheet.draw("一\n二", style: Sheet.lines)
    #expect(try Poppler.text(pdf).trimmed == "一\n二")
  }

  @Test("bytes are drawn like a text, and must be UTF-8")
  func bytes() throws {
    let pdf = try Sheet.draw { (canvas) throws(TypesettingError) in
      let digits = Array("0123".utf8)
      try canvas.draw(utf8: digits.span, in: Sheet.frame, style: Sheet.line)
    }
    #expect(try pdf == Sheet.draw("0123"))
    for bytes in [[0xFF], [0xE3, 0x81], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2]] as [[UInt8]] {
      #expect(throws: TypesettingError.notUTF8) {
        try Sheet.draw { (canvas) throws(TypesettingError) in
          try canvas.draw(utf8: bytes.span, in: Sheet.frame, style: Sheet.line)
        }
      }
    }
  }

  @Test("a text too long for its frame is refused, never cut off")
  func tooLong() {
    let frame = Frame(x: 10, y: 10, width: 30, height: 6)
    for text in [String(repeating: "長", count: 9), String(repeating: "a", count: 60)] {
      #expect(throws: TypesettingError.doesNotFit(frame)) { try Sheet.draw(text, in: frame) }
      #expect(throws: TypesettingError.doesNotFit(frame)) {
        try Sheet.draw(text, in: frame, style: TextStyle(.mincho, size: 20, wraps: true))
      }
    }
    #expect(throws: Never.self) { try Sheet.draw(String(repeating: "長", count: 8), in: frame) }
  }

  @Test("a text too high for its frame is refused")
  func tooHigh() {
    let frame = Frame(x: 10, y: 10, width: 30, height: 3)
    #expect(throws: TypesettingError.doesNotFit(frame)) { try Sheet.draw("高", in: frame) }
  }

  @Test("a text shrinks to its frame, to the floor and not below")
  func shrink() throws {
    let frame = Frame(x: 10, y: 10, width: 30, height: 6)
    // 30 mm are 85 points: 17 ems of 5 points.
    let style = TextStyle(.mincho, size: 10, smallest: 5)
    let pdf = try Sheet.draw(String(repeating: "長", count: 17), in: frame, style: style)
    let word = try #require(try Poppler.words(pdf).first)
    #expect(word.left >= 28.3 && word.right <= 113.5)
    #expect(word.right - word.left > 80)
    #expect(throws: TypesettingError.doesNotFit(frame)) {
      try Sheet.draw(String(repeating: "長", count: 18), in: frame, style: style)
    }
  }

  @Test("a wrapping text shrinks until its lines have room")
  func shrinkLines() throws {
    let frame = Frame(x: 10, y: 10, width: 30, height: 10)
    let style = TextStyle(.mincho, size: 10, smallest: 4, wraps: true)
    let text = String(repeating: "東京都千代田区", count: 7)
    let pdf = try Sheet.draw(text, in: frame, style: style)
    #expect(try Poppler.text(pdf).filter { !$0.isWhitespace } == text)
    for word in try Poppler.words(pdf) {
      #expect(word.left >= 28 && word.right <= 114 && word.top >= 28 && word.bottom <= 58)
    }
    #expect(throws: TypesettingError.doesNotFit(frame)) {
      try Sheet.draw(String(repeating: text, count: 5), in: frame, style: style)
    }
  }

  @Test(
    "alignment puts a text where it belongs",
    arguments: [
      (TextStyle.Alignment.left, 56.69), (.centre, 188.42), (.right, 320.15),
    ])
  func alignment(alignment: TextStyle.Alignment, left: Double) throws {
    for wraps in [false, true] {
      let style = TextStyle(.mincho, size: 10, alignment: alignment, wraps: wraps)
      let word = try #require(try Poppler.words(try Sheet.draw("氏名", style: style)).first)
      #expect((word.left - left).magnitude < 0.1)
      #expect((word.right - left - 20).magnitude < 0.1)
    }
  }

  @Test(
    "vertical alignment too",
    arguments: [(TextStyle.VerticalAlignment.top, 56.69), (.middle, 80.03), (.bottom, 103.38)])
  func vertical(alignment: TextStyle.VerticalAlignment, top: Double) throws {
    let style = TextStyle(.mincho, size: 10, verticalAlignment: alignment)
    let word = try #require(try Poppler.words(try Sheet.draw("氏名", style: style)).first)
    #expect((word.top - top).magnitude < 0.3)
  }

  @Test("sizes that are none are refused")
  func badSizes() {
    for size in [0, -1, 0.5, 145, Double.nan, .infinity] {
      #expect(throws: TypesettingError.self) {
        try Sheet.draw("一", style: TextStyle(.mincho, size: size))
      }
    }
    #expect(throws: TypesettingError.badMeasure(11)) {
      try Sheet.draw("一", style: TextStyle(.mincho, size: 10, smallest: 11))
    }
    #expect(throws: TypesettingError.badMeasure(0.5)) {
      try Sheet.draw("一", style: TextStyle(.mincho, size: 10, wraps: true, lineSpacing: 0.5))
    }
  }

  @Test("a text of a million characters is refused, not counted over")
  func endless() {
    let text = String(repeating: "a", count: 1_000_000)
    #expect(throws: TypesettingError.textTooLong(bytes: 1_000_000)) { try Sheet.draw(text) }
  }

  @Test("nothing fits into a frame without room")
  func noRoom() {
    for frame in [
      Frame(x: 9, y: 9, width: 0, height: 9), Frame(x: 9, y: 9, width: 9, height: 0),
    ] {
      for text in ["一", "\u{200B}"] {
        #expect(throws: TypesettingError.doesNotFit(frame)) {
          try Sheet.draw(text, in: frame, style: TextStyle(.mincho, size: 10, smallest: 1))
        }
      }
    }
  }

  @Test("a font that is not installed is named")
  func fontMissing() {
    #expect(throws: TypesettingError.fontMissing(family: "IPAexFraktur")) {
      _ = try FontConfiguration(["IPAexMincho", "IPAexFraktur"])
    }
    #expect(throws: Never.self) { _ = try FontConfiguration() }
  }

  @Test("an empty text draws nothing")
  func empty() throws {
    #expect(try Poppler.fonts(try Sheet.draw("")).isEmpty)
  }
}
