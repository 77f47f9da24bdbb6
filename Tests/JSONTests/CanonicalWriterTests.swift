import JSON
import Testing

@Suite("Canonical writer")
struct CanonicalWriterTests {
  @Test("members come out as the value of the same content would")
  func members() throws {
    var writer = CanonicalWriter(capacity: 16)
    writer.beginObject()
    writer.member("a", plain: Array("007fff".utf8).span)
    writer.member("b", plain: Array("AH//AQ==".utf8).span)
    writer.member("c", "say \"番号\"\n")
    writer.member("d", -9_007_199_254_740_991)
    writer.member("e", .object(["y": .array([.integer(0), .null]), "x": .bool(false)]))
    writer.key("f")
    writer.beginObject()
    writer.endObject()
    writer.memberRaw("g", Array("[1]".utf8))
    writer.member("h", "")
    writer.endObject()
    let bytes = writer.finish()
    let value = CanonicalValue.object([
      "a": .string("007fff"), "b": .string("AH//AQ=="), "c": .string("say \"番号\"\n"),
      "d": .integer(-9_007_199_254_740_991),
      "e": .object(["x": .bool(false), "y": .array([.integer(0), .null])]),
      "f": .object([:]), "g": .array([.integer(1)]), "h": .string(""),
    ])
    #expect(bytes == value.encoded())
    #expect(try CanonicalValue(parsing: bytes.span) == value)
  }

  @Test("members of any length come out whole, whatever room there was")
  func growing() throws {
    for capacity in [0, 1, 63, 64, 200] {
      for length in 0...200 {
        let (plain, escaped) = (
          String(repeating: "x", count: length), String(repeating: "\u{1}", count: length)
        )
        var writer = CanonicalWriter(capacity: capacity)
        writer.beginObject()
        writer.member("a", plain)
        writer.member("b", escaped)
        writer.member("c", plain)
        writer.endObject()
        let value = CanonicalValue.object([
          "a": .string(plain), "b": .string(escaped), "c": .string(plain),
        ])
        let bytes = writer.finish()
        #expect(bytes.count == 4 * 3 + 4 + 2 * 3 + 2 * length + 6 * length)
        #expect(try CanonicalValue(parsing: bytes.span) == value)
      }
    }
  }

  @Test(
    "integers are written in full",
    arguments: [0, 1, -1, 9, 10, -10, 99, 100, 1_234_567_890, Int.max, Int.min])
  func integers(number: Int) {
    #expect(CanonicalValue.integer(number).encoded() == Array("\(number)".utf8))
  }

  @Test("a character that needs an escape gets it wherever it stands")
  func everyPlace() {
    for scalar in (UInt8(0)...127).map(Unicode.Scalar.init) {
      let alone = Array(CanonicalValue.string(String(scalar)).encoded().dropFirst().dropLast())
      #expect((alone.count > 1) == (scalar.value < 0x20 || "\"\\".unicodeScalars.contains(scalar)))
      for length in [1, 7, 8, 9, 15, 16, 17, 24] {
        for place in 0..<length {
          for filler in ["a", "\u{80}", "\u{7F}", "!", "]"] {
            let (before, after) = (
              String(repeating: filler, count: place),
              String(repeating: filler, count: length - place - 1)
            )
            let text = CanonicalValue.string(before + String(scalar) + after)
            #expect(text.encoded() == Array("\"\(before)".utf8) + alone + Array("\(after)\"".utf8))
          }
        }
      }
    }
  }

  @Test("every character below U+0100 is written so that it is read again")
  func characters() throws {
    for number in UInt8(0)...255 {
      let value = CanonicalValue.string("x" + String(Character(Unicode.Scalar(number))))
      #expect(try CanonicalValue(parsing: value.encoded().span) == value)
    }
  }
}
