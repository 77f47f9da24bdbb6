import JSON
import People
import Testing

@testable import Auditing

@Suite("Entries")
struct EntryTests {
  /// Every member but those of authority, in the only order.
  static let text =
    #"{"action":"read","actor":"u4","article":"番号法19条2号","checkpoint":"a\nb","count":2,"#
    + #""declaration":"00000000000000000000000000000001","detail":{"a":1,"b":["x"]},"#
    + #""form":"slip","index":7,"keys":true,"lockboxes":{"tax":""# + digest + #""},"#
    + #""outcome":"allowed","person":"E1","policy":""# + digest + #"","purpose":"tax","#
    + #""reason":"\"年末\"","recipient":"tax-office","role":"hr+accountant","row":""# + digest
    + #"","rule":"purpose-unknown","salt":"000102030405060708090a0b0c0d0e0f","#
    + #""time":"2026-11-22T12:05:35Z","version":3}"#
  static let digest = String(repeating: "ab", count: 32)

  private func entry() throws -> Entry {
    let digest = [UInt8](repeating: 0xAB, count: 32)
    var content = EntryContent(action: "read", actor: "u4", outcome: .allowed)
    content.article = "番号法19条2号"
    content.checkpoint = "a\nb"
    content.count = 2
    content.declaration = try DeclarationID([UInt8](repeating: 0, count: 15) + [1])
    content.detail = ["b": .array([.string("x")]), "a": .integer(1)]
    content.form = "slip"
    content.touchesKeys = true
    content.lockboxes = ["tax": digest]
    content.person = "E1"
    content.policy = Self.digest
    content.purpose = "tax"
    content.reason = "\"年末\""
    content.recipient = "tax-office"
    content.role = "hr+accountant"
    content.row = digest
    content.rule = "purpose-unknown"
    content.version = 3
    return Entry(
      content: content, index: 7, time: try #require(Timestamp(iso: "2026-11-22T12:05:35Z")),
      salt: [UInt8](0..<16))
  }

  private func parse(_ text: String) throws -> Entry { try Entry(parsing: Array(text.utf8).span) }

  @Test("an entry is written as canonical JSON, and read as what was written")
  func canonical() throws {
    let entry = try entry()
    #expect(String(decoding: entry.canonicalBytes(), as: UTF8.self) == Self.text)
    let read = try parse(Self.text)
    #expect(read == entry)
    #expect(read.canonicalBytes() == Array(Self.text.utf8))
  }

  @Test("absent members are left out")
  func sparse() throws {
    let entry = Entry(
      content: EntryContent(action: "a", actor: "u0", outcome: .done), index: 0,
      time: Timestamp(seconds: 0), salt: [UInt8](repeating: 0, count: 16))
    let text =
      #"{"action":"a","actor":"u0","index":0,"outcome":"done","#
      + #""salt":"00000000000000000000000000000000","time":"1970-01-01T00:00:00Z"}"#
    #expect(String(decoding: entry.canonicalBytes(), as: UTF8.self) == text)
    #expect(try parse(text) == entry)
  }

  @Test("every entry of a log is what its bytes would be written as again")
  func reencodes() throws {
    for bytes in try TestLog.standard().entries {
      #expect(try Entry(parsing: bytes.span).canonicalBytes() == bytes)
    }
  }

  @Test(
    "a member that is unknown, missing, or of another shape is refused",
    arguments: [
      (#","version":3"#, #","version":3,"what":1"#),
      (#""action":"read","#, #""aa":1,"action":"read","#),
      (#""action":"read","#, ""), (#""actor":"u4","#, ""), (#""index":7,"#, ""),
      (#""outcome":"allowed","#, ""), (#""time":"2026-11-22T12:05:35Z","#, ""),
      (#""salt":"000102030405060708090a0b0c0d0e0f","#, ""),
      (#""outcome":"allowed""#, #""outcome":"perhaps""#), (#""index":7"#, #""index":"7""#),
      (#""keys":true"#, #""keys":false"#), (#""keys":true"#, #""keys":1"#),
      (#""count":2"#, #""count":"2""#), (#""version":3"#, #""version":null"#),
      (#""detail":{"a":1,"b":["x"]}"#, #""detail":{}"#),
      (#""detail":{"a":1,"b":["x"]}"#, #""detail":1"#),
      (#""lockboxes":{"tax":"ab"#, #""lockboxes":{"tax":""#),
      (#""lockboxes":{"tax":"ab"#, #""lockboxes":{"tax":"AB"#),
      ("0a0b0c0d0e0f", "0a0b0c0d0e"), ("0a0b0c0d0e0f", "0A0B0C0D0E0F"),
      (#""row":"ab"#, #""row":""#), (#""row":"ab"#, #""row":"xx"#),
      (#""policy":"ab"#, #""policy":""#),
      ("T12:05:35Z", " 12:05:35Z"), ("T12:05:35Z", "T12:05:60Z"), ("11-22T", "11-31T"),
      (#""declaration":"00"#, #""declaration":""#), (#""person":"E1""#, #""person":1"#),
      (#","time""#, #","signature":"AA==","time""#),
    ])
  func shapes(part: String, replacement: String) throws {
    let changed = Self.text.replacing(part, with: replacement, maxReplacements: 1)
    try #require(changed != Self.text)
    #expect {
      try parse(changed)
    } throws: { error in
      (error as? AuditingError)?.code == .malformed
    }
  }

  @Test(
    "a second way to write the same entry is refused",
    arguments: [
      (#""index":7"#, #""index": 7"#), ("{", "{ "), (#""index":7"#, #""index":07"#),
      (#""index":7"#, #""index":7.0"#), ("年末", #"\u5e74末"#),
      (#""person":"E1""#, #""person":"\u0045\u0031""#),
      (#""action":"read","actor":"u4""#, #""actor":"u4","action":"read""#),
      (#""count":2"#, #""count":2,"count":2"#),
    ])
  func encodings(part: String, replacement: String) throws {
    let changed = Self.text.replacing(part, with: replacement, maxReplacements: 1)
    try #require(changed != Self.text)
    #expect(throws: AuditingError.self) { try parse(changed) }
  }

  @Test("nothing but an object is an entry", arguments: ["", "[]", "1", "null", "{}", "{", "\"\""])
  func others(text: String) {
    #expect(throws: AuditingError.self) { try parse(text) }
  }

  @Test("a signature stands on a change of authority, and there alone")
  func signature() throws {
    let signature = Base64.encode([UInt8](repeating: 1, count: 64))
    let plain = Self.text.replacing(
      #","time""#, with: #","signature":""# + signature + #"","time""#)
    #expect(throws: AuditingError(.malformed, detail: "signature")) { try parse(plain) }
    let change = String(decoding: try TestLog().entries[0], as: UTF8.self)
    let start = try #require(change.firstRange(of: #""signature""#))
    let end = try #require(change.firstRange(of: #""time""#))
    let bare = String(change[..<start.lowerBound]) + String(change[end.lowerBound...])
    #expect(throws: AuditingError(.malformed, detail: "signature")) { try parse(bare) }
  }

  @Test(
    "a change of authority of another shape is refused",
    arguments: [
      (#""kind":"genesis""#, #""kind":"root""#), (#""format":1"#, #""format":"1""#),
      (#""nonce":"01"#, #""nonce":""#), (#""policy":"03"#, #""policy":""#),
      (#""id":"u0""#, #""id":"u0","isRoot":true"#),
      (#""roles":["administrator"]"#, #""roles":[1]"#),
      (#""roles":["administrator"]"#, #""roles":"administrator""#),
      (#""ed25519":""#, #""ed25519":"A"#),
      (#""recovery":{"#, #""recovery":{"also":1,"#),
      (#""organisation":"#, #""organisation":1,"x":"#),
    ])
  func authorityShapes(part: String, replacement: String) throws {
    let text = String(decoding: try TestLog().entries[0], as: UTF8.self)
    let changed = text.replacing(part, with: replacement, maxReplacements: 1)
    try #require(changed != text)
    #expect(throws: AuditingError.self) { try parse(changed) }
  }

  @Test("a newer format of the log is named as such")
  func newerFormat() throws {
    let text = String(decoding: try TestLog().entries[0], as: UTF8.self)
    #expect(throws: AuditingError(.wrongFormat, detail: "log format 2")) {
      try parse(text.replacing(#""format":1"#, with: #""format":2"#))
    }
  }

  @Test(
    "a reason that could not be written is refused on reading",
    arguments: [
      "123456789018", "1234/5678/9018", "a\\nb", "a\u{202E}b", "a\u{2028}b",
      String(repeating: "あ", count: 201),
    ])
  func reasons(text: String) throws {
    let changed = Self.text.replacing(#"\"年末\""#, with: text)
    try #require(changed != Self.text)
    #expect(throws: AuditingError(.malformed, detail: "reason")) { try parse(changed) }
  }

  @Test(
    "a name that could not be written is refused on reading",
    arguments: [
      "", "123456789018", "例\\n社", "例\u{202E}社", "カ\u{3099}", "e\u{301}",
      String(repeating: "例", count: 101),
    ])
  func names(text: String) throws {
    let genesis = String(decoding: try TestLog().entries[0], as: UTF8.self)
    for (name, place) in [("株式会社例", "organisation"), ("管理者", "name")] {
      let changed = genesis.replacing(name, with: text)
      try #require(changed != genesis)
      #expect(throws: AuditingError(.malformed, detail: place)) { try parse(changed) }
    }
  }

  @Test("a name is composed when it is taken, and has one sequence of bytes then")
  func composed() throws {
    #expect(try Array(LoggedName("カ\u{3099}").text.utf8) == Array("ガ".utf8))
    #expect(try Array(LoggedName("e\u{301}").text.utf8) == Array("é".utf8))
    #expect(try LoggedName("㈱例 葛\u{E0100}城").text == "㈱例 葛\u{E0100}城")
    for text in [
      "", "1234-5678-9018", "a\u{85}b", "\u{2066}a", "a\u{200B}",
      String(repeating: "a", count: 101),
    ] {
      #expect(throws: AuditingError(.badName)) { try LoggedName(text) }
    }
  }

  @Test(
    "free text holds nothing that is not shown or turns the rest",
    arguments: [
      "a\nb", "a\tb", "a\u{0}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{9B}31m", "\u{2028}",
      "\u{2029}",
      "\u{200E}", "\u{200F}", "\u{061C}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}",
    ])
  func notPlain(text: String) {
    #expect(throws: AuditingError(.freeTextNotPlain)) { try FreeText("年末" + text) }
  }

  @Test("free text is short and holds no number")
  func freeText() throws {
    #expect(try FreeText("年末調整 2025").text == "年末調整 2025")
    #expect(throws: AuditingError(.freeTextTooLong)) {
      try FreeText(String(repeating: "あ", count: 201))
    }
    #expect(try FreeText(String(repeating: "あ", count: 200)).text.count == 200)
    // One character on the screen, and 4 KiB in the log.
    let heap = "a" + String(repeating: "\u{301}", count: 2000)
    #expect(heap.count == 1)
    #expect(throws: AuditingError(.freeTextTooLong)) { try FreeText(heap) }
    for text in ["123456789018", "番号は1234-5678-9018です", "１２３４ ５６７８ ９０１８"] {
      #expect(throws: AuditingError(.freeTextHoldsNumber)) { try FreeText(text) }
    }
    #expect(try FreeText("123456789012").text == "123456789012")
  }
}
