import People
import Testing

@testable import Auditing

@Suite("Pins")
struct PinTests {
  private let digest = [UInt8](0..<32)

  private func entry(_ change: (inout EntryContent) -> Void) -> [UInt8] {
    var content = EntryContent(action: "import", actor: "u3", outcome: .done)
    content.reason = #"a "row":"quoted" {[}] \"#
    content.detail = ["row": .string("no"), "lockboxes": .object(["tax": .string("no")])]
    change(&content)
    return Entry(
      content: content, index: 3, time: Timestamp(seconds: 0),
      salt: [UInt8](repeating: 1, count: 16)
    ).canonicalBytes()
  }

  private func pins(_ entry: [UInt8], _ digest: [UInt8]) -> Bool {
    Pin.entry(entry.span, pinsRow: digest.span)
  }

  private func pins(_ entry: [UInt8], _ key: String, _ digest: [UInt8]) -> Bool {
    Pin.entry(entry.span, pinsLockboxOf: key, digest: digest)
  }

  private func changed(_ place: Int) -> [UInt8] {
    var other = digest
    other[place] ^= 0x10
    return other
  }

  @Test("an entry pins the row of its digest, and no other")
  func row() {
    let bytes = entry { $0.row = digest }
    #expect(pins(bytes, digest))
    for place in digest.indices {
      let other = changed(place)
      #expect(!pins(bytes, other))
    }
    let nothing: [UInt8] = []
    #expect(!pins(bytes, nothing))
    #expect(!pins(bytes, digest.dropLast()))
    #expect(!pins(bytes, digest + [0]))
  }

  @Test("an entry that pins no row pins none")
  func noRow() {
    let bytes = entry { $0.policy = Hex.encode(digest) }
    #expect(!pins(bytes, digest))
    let nothing: [UInt8] = []
    #expect(!pins(bytes, nothing))
    #expect(!pins(nothing, digest))
  }

  @Test("an entry pins a lockbox under its key's name alone")
  func lockbox() {
    let other = changed(0)
    let bytes = entry { $0.lockboxes = ["tax": digest, "roster": other] }
    #expect(pins(bytes, "tax", digest))
    #expect(pins(bytes, "roster", other))
    #expect(!pins(bytes, "roster", digest))
    #expect(!pins(bytes, "tax", other))
    #expect(!pins(bytes, "none", digest))
    let none = entry { $0.row = digest }
    #expect(!pins(none, "tax", digest))
  }

  @Test("the outline finds the members that a full parse finds")
  func outline() throws {
    for bytes in try TestLog.standard().entries + [entry { $0.row = digest }] {
      guard let outline = EntryOutline(bytes.span) else {
        Issue.record("an entry without an outline")
        continue
      }
      let content = try Entry(parsing: bytes.span).content
      #expect(outline.hasAuthority == (content.authority != nil))
      #expect(outline.touchesKeys == content.touchesKeys)
      #expect((outline.row == nil) == (content.row == nil))
      #expect((outline.lockboxes == nil) == content.lockboxes.isEmpty)
      let precedes = ["sign-in-failed", "locked-out"].contains(content.action)
      let found = outline.precedesKeys(in: bytes.span)
      #expect(found == precedes)
    }
  }

  @Test("a cut entry has no outline")
  func cut() {
    let bytes = entry { $0.row = digest }
    for count in 0..<bytes.count {
      let isNone = EntryOutline(bytes.span.extracting(0..<count)) == nil
      #expect(isNone, "\(count) bytes")
    }
  }
}
