import Numbers
import Testing

@Suite("What could be a number in the bytes of a field")
struct FieldLookalikeTests {
  private func looks(_ bytes: [UInt8], _ encoding: NumberEncoding) -> Bool {
    MyNumber.looksLikeNumber(in: bytes.span, encoding)
  }

  @Test(
    "is seen in UTF-8 as in a text",
    arguments: [
      "123456789018", "1234 5678 9018", "１２３４５６７８９０１８", "１２３４（５６７８）９０１８", "x123456789018x",
      "123456789019",
      "12345678901", "2026-11-22", "東京都１－２－３", "123/456/789/018", "1,234,567,890,18", "漢字",
    ])
  func utf8(text: String) {
    #expect(looks(Array(text.utf8), .utf8) == MyNumber.looksLikeNumber(in: text.utf8))
  }

  @Test("is seen in CP932, in full width and grouped")
  func cp932() {
    let digits = Array("123456789018".utf8)
    let wide = digits.flatMap { [0x82, $0 + 0x1F] as [UInt8] }
    #expect(looks(digits, .cp932) && looks(wide, .cp932))
    let dash: [UInt8] = [0x81, 0x7C]
    #expect(looks(Array(wide[..<8]) + dash + wide[8..<16] + dash + wide[16...], .cp932))
    let bracket: [UInt8] = [0x81, 0x69]
    #expect(looks(bracket + wide, .cp932))
    // A kanji whose second byte begins a wide digit elsewhere, before a letter: no digits at all.
    #expect(!looks([UInt8]((0..<24).map { $0.isMultiple(of: 2) ? 0x88 : 0x82 }), .cp932))
    #expect(!looks(Array("12345678901".utf8) + [0x88, 0x9F] + [0x38], .cp932))
  }

  @Test("broken bytes end it and do no harm", arguments: [NumberEncoding.utf8, .cp932])
  func broken(encoding: NumberEncoding) {
    for tail: [UInt8] in [[0x82], [0xEF], [0xEF, 0xBC], [0xFF], [0x81]] {
      #expect(!looks(Array("12345678901".utf8) + tail, encoding))
      #expect(looks(Array("123456789018".utf8) + tail, encoding))
    }
  }
}
