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
      "12345\u{0}6789018", "1\u{FE0F}\u{20E3}23456789018",
    ])
  func found(_ text: String) {
    #expect(MyNumber.looksLikeNumber(in: text.utf8))
  }

  @Test(
    "A number in groups is found whatever stands between them",
    arguments: [
      "1234/5678/9018", "1234,5678,9018", "1234:5678:9018", "1234、5678、9018", "１２３４／５６７８／９０１８",
      "1234|5678|9018", "1234+5678=9018", "(1234)(5678)(9018)", "1234 / 5678 / 9018",
      "1234, 5678, 9018", "123/456/789/018", "123456/789018", "12-1234/5678/9018",
      "番号1234,5678,9018です", "1234\"5678\"9018\"", "99 1234/5678/9018 99", "0;1234;5678;9018;0",
      "1234~5678~9018", "1234→5678→9018", "「1234」「5678」「9018」",
    ])
  func grouped(_ text: String) {
    #expect(MyNumber.looksLikeNumber(in: text.utf8))
  }

  @Test("A date or a telephone number beside another is no number, whatever its digits")
  func sideBySide() {
    for serial in 0..<2000 {
      let (year, month, day) = (2000 + serial % 40, 1 + serial % 12, 1 + serial % 28)
      let two = [month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }
      let date = "\(year)/\(two[0])/\(two[1])"
      let time = "\(two[0]):\(two[1])"
      let phone = "03-\(1234 + serial)-\(9876 - serial)"
      for text in [
        "\(date), 2026/11/22", "\(date)～2026/11/22", "\(date) \(time)", "\(phone), 0120-123-456",
        "\(phone)/090-1234-5678", "\(date)（\(phone)）", "\(time)〜12:45, 13:00〜14:30",
      ] {
        #expect(!MyNumber.looksLikeNumber(in: text.utf8), "\(text)")
      }
    }
  }

  @Test(
    "Other text passes",
    arguments: [
      "", "年末調整のため", "12345678901", "123456789011", "000000000000", "000000000000000000",
      "1234-5678-901", "123456a789018", "2026年11月22日", "0120-123-456",
      "令和8年分の源泉徴収票の再交付 (0012-2)", "1234///5678///9018", "12345/6789018", "1234/5678-9018",
      "1234/5678/90181", "91234/5678/9018", "12/34/56/78/90/18", "1234,5678,9019", "0000/0000/0000",
      "1234½5678½9018", "////",
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
