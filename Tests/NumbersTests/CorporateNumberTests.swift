import Numbers
import TestSupport
import Testing

@Suite("Corporate numbers")
struct CorporateNumberTests {
  // The National Tax Agency, the Digital Agency and the Ministry of Internal Affairs publish theirs.
  @Test(
    "Published numbers are accepted",
    arguments: ["7000012050002", "8000012010038", "2000012020001"])
  func published(_ text: String) throws {
    #expect(try CorporateNumber(text).digits == text)
    #expect(try CorporateNumber(text).description == text)
  }

  @Test("Full width, spaces and hyphens are normalised")
  func normalised() throws {
    let plain = try CorporateNumber("7000012050002")
    #expect(try CorporateNumber("７０００－０１２０－５０００－２") == plain)
    #expect(try CorporateNumber(" 7 0000 1205 0002 ") == plain)
  }

  @Test(
    "Other text is refused",
    arguments: zip(
      [
        "", " - ", "700001205000", "70000120500021", "123456789018", "6000012050002",
        "0000000000000", "7000012050003", "T7000012050002", "7000012050002\n",
      ],
      [
        .empty, .empty, .wrongLength, .wrongLength, .wrongLength, .badCheckDigit, .badCheckDigit,
        .badCheckDigit, .badCharacter, .badCharacter,
      ] as [NumberError]))
  func refused(_ text: String, _ expected: NumberError) {
    #expect(throws: expected) { try CorporateNumber(text) }
  }

  @Test("Exactly one leading digit fits any twelve")
  func oneCheckDigit() {
    var random = SplitMix(seed: 13)
    for _ in 0..<500 {
      let body = (0..<12).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      let fitting = (0...9).filter { (try? CorporateNumber("\($0)\(body)")) != nil }
      #expect(fitting.count == 1)
      #expect(fitting.first != 0)
    }
  }
}
