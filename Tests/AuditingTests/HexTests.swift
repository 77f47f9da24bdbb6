import Auditing
import Testing

@Suite("Hex")
struct HexTests {
  @Test("every byte goes out as two small letters or digits and comes back")
  func everyByte() {
    let bytes = [UInt8](0...255)
    let text = Hex.encode(bytes)
    #expect(text.hasPrefix("000102") && text.hasSuffix("fdfeff"))
    #expect(Hex.decode(text) == bytes)
    #expect(Hex.encode([]).isEmpty)
    #expect(Hex.decode("") == [])
  }

  @Test(
    "anything else is refused",
    arguments: ["0", "0g", "AB", "aB", " 00", "0x00", "00 ", "é", "０0", "/0", ":0", "`0", "0\u{0}"])
  func refused(text: String) { #expect(Hex.decode(text) == nil) }
}
