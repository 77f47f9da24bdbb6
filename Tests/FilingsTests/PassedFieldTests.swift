import People
import Testing
import Text

@testable import Filings

@Suite("Fields of a unified CSV that pass through")
struct PassedFieldTests {
  private func mistakes(
    _ fields: [Int: String], _ encoding: TextEncoding
  ) throws -> [FilingMistake] {
    let text = String(decoding: Rows.unified(fields), as: UTF8.self)
    let bytes = try encoding.encode(text)
    return try Fixture.mistakes { _ = try Fixture.payroll(bytes) }
  }

  @Test(
    "what does not fit its field is refused with line, item and person",
    arguments: [
      (17, "6,000"), (17, "６００"), (17, " 1"), (12, "東京都1"), (12, "ｶﾅ"), (6, "03-0000-０"),
      (3, "123456"), (2, "123"), (13, "2"), (44, "6"), (60, "3"), (79, "05"), (147, "3"),
      (139, "131017"), (139, "13101"), (96, "ﾐﾎﾝ"), (137, "ミホン"), (15, "①"),
    ], [TextEncoding.cp932, .utf8])
  func refused(field: (number: Int, text: String), encoding: TextEncoding) throws {
    let text = field.text.contains(",") ? "\"\(field.text)\"" : field.text
    let found = try mistakes([field.number: text], encoding)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.line == 1 && $0.column == field.number })
    #expect(found.allSatisfy { $0.person?.text == "0001" && !$0.field.isEmpty })
  }

  @Test(
    "what fits passes byte for byte, in quotes or without",
    arguments: [
      (12, "東京都千代田区１－２－３"), (6, "03-0000-0000"), (13, "1"), (79, "01"), (139, "131016"),
      (137, "ﾐﾎﾝ ﾀﾛｳ"), (15, "部長　"), (2, "0123456789"),
    ], [TextEncoding.cp932, .utf8])
  func fits(field: (number: Int, text: String), encoding: TextEncoding) throws {
    for text in [field.text, "\"\(field.text)\""] {
      let row = String(decoding: Rows.unified([field.number: text]), as: UTF8.self)
      let bytes = try encoding.encode(row)
      let file = try Fixture.payroll(bytes)
      #expect(file.rows[0].passed?.bytes == bytes)
    }
  }

  @Test("each rule says what may stand there")
  func rules() throws {
    func found(_ field: Int, _ text: String) throws -> [MistakeRule] {
      try mistakes([field: text], .utf8).map(\.rule)
    }
    #expect(try found(17, "x") == [.notDigits])
    #expect(try found(17, "12345678901") == [.tooLong(found: 11, limit: 10)])
    #expect(try found(2, "1") == [.wrongLength(found: 1, exactly: 10)])
    #expect(try found(12, "x") == [.notFullWidth])
    #expect(
      try found(12, "髙ｱ") == [
        .notFullWidth, .unencodable(codePoints: ["U+9AD9"], remedy: CharacterRemedy(.file)),
      ])
    #expect(try found(13, "7") == [.badValue(allowed: "0, 1")])
    #expect(try found(139, "131017") == [.badCheckDigit])
    #expect(try found(86, "\"１２３４５６７８９０１８\"") == [.looksLikeNumber])
  }

  @Test("the bytes of CP932 tell the same of each character as its text")
  func characters() throws {
    var count = 0
    for first in UInt8(0x81)...0xFC {
      for second in UInt8(0x40)...0xFC {
        let bytes = [first, second]
        guard let text = try? CP932.decode(bytes.span), text.unicodeScalars.count == 1,
          (try? CP932.encode(text)) == bytes
        else { continue }
        count += 1
        #expect((JISX0208.count(ofCP932: bytes.span) == 1) == JISX0208.missing(in: text).isEmpty)
      }
    }
    #expect(count > 6879)
  }

  @Test("what is drawn or counted need not fit")
  func drawn() throws {
    let row = Rows.unified([15: "①"])
    #expect(throws: FilingError.self) { try Fixture.payroll(row) }
    let read = try ReadPayroll(row, discardNumbers: false, keepsEveryItem: true)
    #expect(read.rows[0].texts[RecordItem(15)] == "①")
  }
}
