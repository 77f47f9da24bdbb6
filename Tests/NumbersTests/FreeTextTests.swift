import Numbers
import Testing

@Suite("Numbers in free text")
struct FreeTextTests {
  @Test(
    "A number is found however it is written",
    arguments: [
      "123456789018", "the number is 123456789018.", "番号は１２３４－５６７８－９０１８です",
      "1234 5678 9018", "1234\n5678\n9018", "1234.5678.9018", "1234_5678_9018", "1234・5678・9018",
      "1234ー5678ー9018", "12\u{200B}34\u{AD}5678\u{2060}9018", "١٢٣٤٥٦٧٨٩٠١٨", "0012345678901899",
      "9123456789018", "tel 03 123456789018", "𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎𝟏𝟖", "０12345678901８",
    ])
  func found(_ text: String) {
    #expect(MyNumber.looksLikeNumber(in: text.utf8))
  }

  @Test(
    "Other text passes",
    arguments: [
      "", "年末調整のため", "12345678901", "123456789011", "000000000000", "000000000000000000",
      "1234-5678-901", "123456a789018", "1234(5678)9018", "2026年11月22日", "0120-123-456",
      "1234,5678,9018", "令和8年分の源泉徴収票の再交付 (0012-2)",
    ])
  func notFound(_ text: String) {
    #expect(!MyNumber.looksLikeNumber(in: text.utf8))
  }

  @Test("Broken UTF-8 ends a run and crashes nothing")
  func broken() {
    #expect(!MyNumber.looksLikeNumber(in: Array("123456".utf8) + [0xFF] + Array("789018".utf8)))
    #expect(MyNumber.looksLikeNumber(in: [0xE3, 0x80] + Array("123456789018".utf8) + [0xF0]))
  }

  @Test("Each valid case is found inside a longer run", arguments: NumberCase.all)
  func insideRun(_ sample: NumberCase) {
    guard sample.error == nil else { return }
    #expect(MyNumber.looksLikeNumber(in: "7\(sample.text)".utf8))
    #expect(MyNumber.looksLikeNumber(in: "\(sample.text)7".utf8))
  }
}
