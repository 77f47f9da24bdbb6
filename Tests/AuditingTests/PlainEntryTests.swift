import Foundation
import JSON
import People
import Testing

@testable import Auditing

@Suite("Entries told from their bytes")
struct PlainEntryTests {
  private static let digest = String(repeating: "ab", count: 32)
  /// Every member that a plain entry may have.
  private static let text =
    #"{"action":"read","actor":"u4","article":"番号法19条2号","count":2,"#
    + #""declaration":"00000000000000000000000000000001","detail":{"a":1,"b":["x"],"c":{"d":null}},"#
    + #""form":"slip","index":7,"keys":true,"outcome":"allowed","person":"E1","policy":""# + digest
    + #"","purpose":"tax","reason":"年末","recipient":"tax-office","role":"hr+accountant","row":""#
    + digest + #"","rule":"purpose-unknown","salt":"000102030405060708090a0b0c0d0e0f","#
    + #""time":"2026-11-22T12:05:35Z","version":3}"#

  private func known() -> KnownMembers {
    var known = KnownMembers()
    PlainEntry.remember(Array(Self.text.utf8).span, in: &known)
    return known
  }

  private func isPlain(_ text: String, at index: Int = 7) -> Bool {
    PlainEntry(Array(text.utf8).span, at: index, known: known()) != nil
  }

  @Test("an entry is told once its Japanese texts and its reason were parsed")
  func told() throws {
    let bytes = Array(Self.text.utf8)
    #expect(PlainEntry(bytes.span, at: 7, known: KnownMembers())?.time.moment == nil)
    let found = PlainEntry(bytes.span, at: 7, known: known())
    let entry = try Entry(parsing: bytes.span)
    #expect(found?.time.moment == entry.time)
  }

  @Test("an entry of the members that all have is told")
  func sparse() throws {
    let entry = Entry(
      content: EntryContent(action: "sign-in", actor: "u0", outcome: .done), index: 3,
      time: Timestamp(seconds: 1_800_000_000), salt: [UInt8](repeating: 7, count: 16))
    let bytes = entry.canonicalBytes()
    let plain = PlainEntry(bytes.span, at: 3, known: KnownMembers())
    #expect(plain?.time.moment == entry.time)
  }

  @Test(
    "what does not stand in the one encoding, or of which only parsing tells, is parsed",
    arguments: [
      (#""count":2"#, #""count":02"#), (#""count":2"#, #""count":-0"#),
      (#""count":2"#, #""count":9007199254740992"#), (#""count":2"#, #""count":2.0"#),
      (#""count":2"#, #""count":"2""#), (#""index":7"#, #""index":8"#),
      (#""index":7"#, #""index":07"#), (#""index":7,"#, ""), (#""keys":true"#, #""keys":false"#),
      (#""actor":"u4""#, #""actor":"u\u0034""#), (#""actor":"u4""#, "\"actor\":\"u\u{7F}\""),
      (#""actor":"u4""#, "\"actor\":\"u\n\""), (#""actor":"u4","#, ""),
      (#""action":"read","#, ""), (#""actor":"u4""#, #""actor":4"#),
      (#""outcome":"allowed""#, #""outcome":"allow""#), (#""outcome":"allowed","#, ""),
      (#""outcome""#, #""outcom""#), (#""salt":"00"#, #""salt":"0A"#),
      (#""salt":"00"#, #""salt":""#), (#""time":"2026-11-22T12"#, #""time":"2026-11-22T24"#),
      (#""time":"2026-11"#, #""time":"2026-13"#), (#""time":"2026-11-22T12:05:35Z","#, ""),
      (#""detail":{"a":1,"#, #""detail":{"b":1,"#), (#""detail":{"a":1,"#, #""detail":{"a": 1,"#),
      (#""b":["x"]"#, #""a":["x"]"#), (#""b":["x"]"#, #""b":["x",]"#), (#"null}}"#, #"nul}}"#),
      (#""reason":"年末""#, #""reason":"年始""#), (#""reason":"年末""#, #""reason":"123456789012""#),
      (#""person":"E1","#, #""person":"E1","person":"E1","#),
      (#""form":"slip","index":7"#, #""index":7,"form":"slip""#),
      (#""version":3}"#, #""version":3} "#), (#""version":3}"#, #""version":3,}"#),
      (#""version":3}"#, #""version":3"#), (#""version":3}"#, #""version":3}}"#),
      (#""version":3}"#, #""version":3,"zone":1}"#), (#"{"action""#, #"{ "action""#),
      (#""count":2"#, #""authority":{"type":"policy"},"count":2"#),
      (#""count":2"#, #""checkpoint":"a","count":2"#),
      (#""keys":true"#, #""keys":true,"lockboxes":{"tax":"00"}"#),
    ])
  func others(part: String, replacement: String) throws {
    let place = try #require(Self.text.range(of: part))
    #expect(isPlain(Self.text))
    #expect(!isPlain(Self.text.replacingCharacters(in: place, with: replacement)))
  }

  @Test("what is told would parse, whatever was done to the bytes", arguments: 0..<20)
  func agrees(round: Int) throws {
    let base = Array(Self.text.utf8)
    let known = known()
    var told = 0
    for _ in 0..<2000 {
      let bytes = Self.changed(base)
      guard let plain = PlainEntry(bytes.span, at: 7, known: known) else { continue }
      told += 1
      let entry = try Entry(parsing: bytes.span)
      #expect(entry.index == 7 && entry.time == plain.time.moment)
      #expect(entry.content.authority == nil && entry.content.checkpoint == nil)
      #expect(entry.content.lockboxes.isEmpty)
    }
    #expect(told > 20)
  }

  /// A few bytes put in the place of others, left out, doubled or moved.
  private static func changed(_ base: [UInt8]) -> [UInt8] {
    var bytes = base
    let letters =
      Array(#"{}[]",:\0123456789abcdefAzT-Z .tn"#.utf8) + [0x00, 0x1F, 0x7F, 0x80, 0xE5]
    for _ in 0..<Int.random(in: 1...2) {
      let place = Int.random(in: 0..<bytes.count)
      let end = min(bytes.count, place + Int.random(in: 1...6))
      switch Int.random(in: 0..<5) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(letters.randomElement() ?? 0, at: place)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      default: bytes[place] = letters.randomElement() ?? 0
      }
    }
    return bytes
  }
}
