import Testing

@testable import JSON

@Suite("Canonical values told at sight")
struct PlainScanTests {
  private func isWhole(_ bytes: [UInt8]) -> Bool {
    PlainScan.end(ofValueAt: 0, in: bytes.span) == bytes.count
  }

  @Test(
    "plain values are told",
    arguments: [
      "0", "-1", "9007199254740991", "-9007199254740991", "true", "false", "null", #""""#,
      #""a b""#,
      "[]", "{}", "[1,[2],{}]", #"{"a":1,"ab":2,"b":{"c":[null]}}"#,
    ])
  func plain(text: String) throws {
    #expect(isWhole(Array(text.utf8)))
    #expect(throws: Never.self) { try CanonicalValue(parsing: Array(text.utf8).span) }
  }

  @Test(
    "what is not canonical is not",
    arguments: [
      "", "-", "00", "01", "-0", "-01", "9007199254740992", "1.0", "1e3", "+1", "tru", "True",
      "nul",
      #"""#, #""a"#, #""\"""#, #""\u0061""#, "\"\u{1F}\"", "\"\u{7F}\"", "\"年\"", "[", "[1", "[1,]",
      "[,1]", "[1 ,2]", "{", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{"a":1"#, #"{"b":1,"a":2}"#,
      #"{"ab":1,"a":2}"#, #"{"a":1,"a":2}"#, #"{a:1}"#, " 1", "1 ", "{ }", "]", "}", ",",
    ])
  func others(text: String) { #expect(!isWhole(Array(text.utf8))) }

  @Test("no more than sixteen levels are told")
  func depth() {
    func nested(_ count: Int) -> [UInt8] {
      [UInt8](repeating: 0x5B, count: count) + [UInt8](repeating: 0x5D, count: count)
    }
    #expect(isWhole(nested(16)) && !isWhole(nested(17)))
    #expect(isWhole([UInt8](repeating: 0x5B, count: 100_000)) == false)
  }

  @Test("what is told parses, whatever was done to the bytes")
  func agrees() throws {
    let base = Array(#"{"a":1,"b":[true,{"c":"x y","d":-20}],"e":null,"f":"z"}"#.utf8)
    let letters = Array(#"{}[]",:\0123456789abtfn-. "#.utf8)
    var told = 0
    for _ in 0..<50_000 {
      var bytes = base
      for _ in 0..<Int.random(in: 1...3) {
        let place = Int.random(in: 0..<bytes.count)
        if Bool.random() {
          bytes.remove(at: place)
        } else {
          bytes[place] = letters.randomElement() ?? 0
        }
      }
      guard isWhole(bytes) else { continue }
      told += 1
      _ = try CanonicalValue(parsing: bytes.span)
    }
    #expect(told > 500)
  }
}
