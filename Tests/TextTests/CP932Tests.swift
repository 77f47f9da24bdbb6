import Testing
import Text
internal import Wording

@Suite("CP932")
struct CP932Tests {
  private func decode(_ bytes: [UInt8]) throws(TextError) -> String {
    try CP932.decode(bytes.span)
  }

  @Test(
    "Known codes, both ways",
    arguments: [
      ("亜", [0x88, 0x9F]), ("髙", [0xFB, 0xFC]), ("﨑", [0xFA, 0xB1]), ("①", [0x87, 0x40]),
      ("㈱", [0x87, 0x8A]), ("Ⅲ", [0x87, 0x56]), ("～", [0x81, 0x60]), ("－", [0x81, 0x7C]),
      ("ｱ", [0xB1]), ("A\\~", [0x41, 0x5C, 0x7E]), ("≒", [0x81, 0xE0]), ("∵", [0x81, 0xE6]),
      ("￢", [0x81, 0xCA]), ("ソ表", [0x83, 0x5C, 0x95, 0x5C]), ("", []), ("熙", [0xEA, 0xA4]),
    ] as [(String, [UInt8])])
  func codes(_ text: String, _ bytes: [UInt8]) throws {
    #expect(try CP932.encode(text) == bytes)
    #expect(try decode(bytes) == text)
  }

  @Test(
    "Characters of other systems are folded to the one Windows has",
    arguments: [
      ("〜", "～"), ("−", "－"), ("‖", "∥"), ("—", "―"), ("¢", "￠"), ("£", "￡"), ("¬", "￢"),
      ("¥", "￥"), ("‾", "￣"), ("か\u{3099}", "が"),
    ])
  func folded(_ text: String, _ expected: String) throws {
    #expect(try CP932.encode(text) == CP932.encode(expected))
    #expect(try decode(CP932.encode(text)) == expected)
  }

  @Test("Duplicate codes of NEC and IBM decode and are written as Windows writes them")
  func duplicates() throws {
    #expect(try decode([0x87, 0x90]) == "≒")
    #expect(try decode([0xFA, 0x4A]) == "Ⅰ")
    #expect(try CP932.encode("Ⅰ") == [0x87, 0x54])
    #expect(try decode([0xED, 0x40]) == "纊")
    #expect(try CP932.encode("纊") == [0xFA, 0x5C])
  }

  @Test("Every code decodes to a character that encodes to a code of the same character")
  func allCodes() throws {
    var count = 0
    for lead in UInt8(0x81)...0xFC {
      for trail in UInt8(0x40)...0xFC {
        guard let text = try? decode([lead, trail]), text.count == 1,
          let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1,
          !(0xE000...0xF8FF).contains(scalar.value), !(0xFF61...0xFF9F).contains(scalar.value)
        else { continue }
        count += 1
        #expect(try decode(CP932.encode(text)) == text)
      }
    }
    #expect(count == 6879 + 83 + 374 + 388)
  }

  @Test("What has no code is reported once, in order, ten at most")
  func unencodable() throws {
    #expect(throws: TextError.unencodable(characters: ["😀", "𠮷", "é"])) {
      try CP932.encode("山😀田𠮷野é😀")
    }
    #expect(throws: TextError.unencodable(characters: Array("äëïöüÄËÏÖÜ"))) {
      try CP932.encode("äëïöüÄËÏÖÜâê")
    }
    #expect(throws: TextError.unencodable(characters: ["\u{E000}"])) {
      try CP932.encode("外\u{E000}字")
    }
    #expect(throws: TextError.unencodable(characters: ["👨‍👩‍👧"])) { try CP932.encode("👨‍👩‍👧") }
  }

  @Test(
    "Bytes that are no character are refused with their place",
    arguments: [
      ([0x80], 0), ([0xA0], 0), ([0xFD], 0), ([0x41, 0x81], 1), ([0x81, 0x3F], 0),
      ([0x88, 0x9F, 0x81, 0x7F], 2), ([0xFC, 0xFC], 0), ([0x85, 0x40], 0), ([0xFF], 0),
    ] as [([UInt8], Int)])
  func malformed(_ bytes: [UInt8], _ offset: Int) {
    #expect(throws: TextError.malformed(encoding: .cp932, offset: offset)) {
      try decode(bytes)
    }
  }

  @Test("A message names code points, not the text around them")
  func message() {
    let error = TextError.unencodable(characters: ["𠮷", "😀"])
    #expect(error.description == "no code in CP932 for U+20BB7, U+1F600")
  }
}
