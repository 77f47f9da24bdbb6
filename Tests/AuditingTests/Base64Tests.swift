import Auditing
import Testing

@Suite("Base 64")
struct Base64Tests {
  @Test(
    "the values of RFC 4648, section 10, go both ways",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func published(plain: String, text: String) {
    #expect(Base64.encode(Array(plain.utf8)) == text)
    #expect(Base64.decode(text) == Array(plain.utf8))
    let bare = String(text.prefix { $0 != "=" })
    #expect(Base64.encodeURL(Array(plain.utf8)) == bare)
    #expect(Base64.decodeURL(bare) == Array(plain.utf8))
  }

  @Test("every byte goes out and comes back in both alphabets")
  func everyByte() {
    let bytes = [UInt8](0...255)
    #expect(Base64.decode(Base64.encode(bytes)) == bytes)
    #expect(Base64.decodeURL(Base64.encodeURL(bytes)) == bytes)
    #expect(Base64.encode([0xFB, 0xEF, 0xFF]) == "++//")
    #expect(Base64.encodeURL([0xFB, 0xEF, 0xFF]) == "--__")
  }

  @Test("every four characters either are refused or are what would be written")
  func oneTextForAValue() {
    let digits = Array("AQgw9+/=-_ ".unicodeScalars)
    for first in digits {
      for second in digits {
        for third in digits {
          for fourth in digits {
            let text = "\(first)\(second)\(third)\(fourth)"
            if let bytes = Base64.decode(text) { #expect(Base64.encode(bytes) == text) }
            if let bytes = Base64.decodeURL(text) { #expect(Base64.encodeURL(bytes) == text) }
          }
        }
      }
    }
  }

  @Test(
    "padding, left-over bits, spaces and the other alphabet are refused",
    arguments: [
      "Zg", "Zg=", "Zg===", "Z===", "====", "=", "Zh==", "Zm9=", "Zm8=Zm8=", "Zm9v\n", " Zm9v",
      "Zm9v=", "Zm-_", "Zm９v", "Zm9vY",
    ])
  func refused(text: String) { #expect(Base64.decode(text) == nil) }

  @Test(
    "the URL form takes no padding, no left-over bits and no other alphabet",
    arguments: ["Zg==", "Zm8=", "Zh", "Zm9", "Z", "Zm+/", "Zm9v Zm9v", "="])
  func refusedURL(text: String) { #expect(Base64.decodeURL(text) == nil) }
}
