import JSON
import TestSupport
import Testing

@Suite("Canonical JSON")
struct CanonicalValueTests {
  private func parse(_ text: String) throws(JSONError) -> CanonicalValue {
    try CanonicalValue(parsing: Array(text.utf8).span)
  }

  private func code(_ bytes: [UInt8]) -> JSONError.Code? {
    do throws(JSONError) {
      _ = try CanonicalValue(parsing: bytes.span)
      return nil
    } catch { return error.code }
  }

  @Test(
    "canonical bytes come back as they were",
    arguments: [
      "null", "true", "false", "0", "-1", "9007199254740991", "-9007199254740991", "\"\"", "[]",
      "{}", "[[],{}]", #"{"":0}"#, #"{"a":[1,"two",null,true,{"b":false}],"b":""}"#,
      #""\"\\\b\t\n\f\r\u0000\u001f/""#, "\"\u{7F}\u{80}\u{2028}€😀サンプル\"", "\"e\u{301}\"",
    ])
  func roundTrip(text: String) throws {
    #expect(try parse(text).encoded() == Array(text.utf8))
  }

  @Test("keys stand in the order of RFC 8785, section 3.2.3")
  func order() throws {
    let value = CanonicalValue.object([
      "\u{20AC}": .string("Euro Sign"), "\r": .string("Carriage Return"),
      "\u{FB33}": .string("Hebrew Letter Dalet With Dagesh"), "1": .string("One"),
      "\u{1F600}": .string("Emoji: Grinning Face"), "\u{80}": .string("Control"),
      "\u{F6}": .string("Latin Small Letter O With Diaeresis"),
    ])
    let text =
      "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\","
      + "\"\u{F6}\":\"Latin Small Letter O With Diaeresis\",\"\u{20AC}\":\"Euro Sign\","
      + "\"\u{1F600}\":\"Emoji: Grinning Face\",\"\u{FB33}\":\"Hebrew Letter Dalet With Dagesh\"}"
    #expect(value.encoded() == Array(text.utf8))
    #expect(try parse(text) == value)
  }

  @Test("strings are escaped as in RFC 8785, section 3.2.2.2")
  func escapes() {
    let value = CanonicalValue.string("\u{20AC}$\u{0F}\nA'B\"\\\\\"/")
    #expect(value.encoded() == Array(#""€$\u000f\nA'B\"\\\\\"/""#.utf8))
  }

  @Test(
    "JSON that is not the canonical form of its value is refused",
    arguments: [
      " 1", "1 ", "[1, 2]", "{ }", "{\"a\" :1}", "\t0", "0\n", "\r\n0", "-0", "00", "01", "-01",
      #"{"b":1,"a":2}"#, "{\"\u{FB33}\":1,\"\u{1F600}\":2}", #""\/""#, #""\u0041""#,
      #""\u000A""#, #""\u000a""#, #""\u001F""#, #""\u20ac""#, #""\ud83d\ude00""#,
      #""\u0022""#, #""\u007f""#,
    ])
  func notCanonical(text: String) { #expect(code(Array(text.utf8)) == .notCanonical) }

  @Test(
    "what is no JSON, or no value of ours, is refused",
    arguments: [
      "", " ", "nul", "nulll", "True", "NaN", "Infinity", "+1", "-", "--1", "1.5", "1.0", "1e3",
      "1E3", "0x10", ".5", "9007199254740992", "-9007199254740992", "18446744073709551616",
      "99999999999999999999999999999999", "\"", "\"a", "\"a\\", "\"a\\\"", #""\x""#, #""\u""#,
      #""\u00g0""#, #""\u00"#, #""\ud800""#, #""\udc00""#,
      #""\ud800\u0041""#, #""\ud83d\ud83d""#, "\"\t\"", "\"\n\"", "\"\u{0}\"", "'a'", "[", "[1",
      "[1,", "[1,]",
      "[,1]", "[1 2]", "]", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}",
      "{a:1}", "{1:1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "}", "1 2", "{}{}", "\u{FEFF}0",
      "// no\n0", #"{"a":1,"a":1}"#, #"{"a":1,"a":2}"#, #"{"a":1,"b":2,"a":3}"#,
      #"{"\n":1,"\u000a":2}"#, "{\"\u{E9}\":1,\"e\u{301}\":2}",
    ])
  func malformed(text: String) { #expect(code(Array(text.utf8)) == .malformed) }

  @Test(
    "a string that is not UTF-8 is refused",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
      [0xE3, 0x81],
    ] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) {
    #expect(code([0x22] + bytes + [0x22]) == .malformed)
    #expect(code(bytes) == .malformed)
  }

  @Test("sixteen levels are read, seventeen refused, and a million do no harm")
  func depth() throws {
    func nested(_ count: Int, _ open: String, _ close: String) -> [UInt8] {
      Array((String(repeating: open, count: count) + String(repeating: close, count: count)).utf8)
    }
    #expect(code(nested(16, "[", "]")) == nil)
    #expect(code(nested(17, "[", "]")) == .malformed)
    #expect(code(Array((String(repeating: "{\"a\":", count: 17) + "0").utf8)) == .malformed)
    #expect(code(nested(1_000_000, "[", "]")) == .malformed)
  }

  @Test("any JSON of a value is read where canonical bytes are not asked for")
  func free() throws {
    let text = " { \"b\" : [ 1 , true ] ,\r\n\t\"a\":\"\\u4F4f\\ud83d\\ude00\\/\" } "
    let value = try CanonicalValue(json: Array(text.utf8))
    #expect(value == .object(["a": .string("住😀/"), "b": .array([.integer(1), .bool(true)])]))
  }

  @Test("an error names line and column, and no word of what was read")
  func place() {
    let error = #expect(throws: JSONError.self) {
      try CanonicalValue(json: Array("{\n  \"123456789018\": 1.5}".utf8))
    }
    #expect(error?.line == 2)
    #expect(error?.column == 20)
    #expect(error?.description.contains("123456789018") == false)
  }

  @Test("values are equal as bytes, not as Unicode texts")
  func equality() {
    let composed = CanonicalValue.string("\u{E9}")
    let decomposed = CanonicalValue.string("e\u{301}")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed, composed]).count == 2)
    #expect(CanonicalValue.integer(1) != .string("1"))
    #expect(CanonicalValue.object([:]) != .array([]))
  }

  @Test("random values come back, and one changed byte is refused or means what it says")
  func random() throws {
    var generator = SplitMix(seed: 8785)
    for _ in 0..<300 {
      let value = CanonicalValue.random(depth: 3, using: &generator)
      let bytes = value.encoded()
      #expect(try CanonicalValue(parsing: bytes.span) == value)
      for _ in 0..<20 {
        var changed = bytes
        changed[Int.random(in: changed.indices, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
        if let other = try? CanonicalValue(parsing: changed.span) {
          #expect(other.encoded() == changed)
        }
        #expect((try? CanonicalValue(parsing: bytes.span.extracting(1...))) != value)
      }
    }
  }
}
