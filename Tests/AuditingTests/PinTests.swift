import JSON
import People
import Testing

@testable import Auditing

@Suite("Pins")
struct PinTests {
  private let digest = [UInt8](0..<32)

  /// A replay that took one more entry.
  private func pins(_ change: (inout EntryContent) -> Void) throws -> PinIndex {
    let log = try TestLog.standard(endsUnsigned: false)
    var content = EntryContent(action: "import", actor: "u3", outcome: .done)
    content.reason = #"a "row":"quoted" {[}] \"#
    content.detail = ["row": .string("no"), "lockboxes": .object(["tax": .string("no")])]
    change(&content)
    try log.commit([TestLog.Line(content: content)], checkpointBy: log.administrator)
    let place = log.entries.count - 1
    let replay = try log.replayed(.authority)
    var taken = PinIndex()
    try taken.take(content, at: place)
    #expect(taken.count == (content.row == nil ? 0 : 1))
    var merged = PinIndex()
    merged.merge(replay.pins)
    merged.merge(taken)
    #expect(merged.count == replay.pins.count)
    return replay.pins
  }

  private func place() throws -> Int { try TestLog.standard(endsUnsigned: false).entries.count }

  private func isPinned(_ pins: PinIndex, _ code: String, _ digest: [UInt8]) -> Bool {
    let code = Array(code.utf8)
    return pins.newest(of: code.span)?.pins(digest.span) ?? false
  }

  private func isPinned(
    _ pins: PinIndex, lockbox digest: [UInt8], _ key: String, _ place: Int
  ) -> Bool {
    pins.pins(lockbox: digest.span, of: key, at: place)
  }

  private func changed(_ place: Int) -> [UInt8] {
    var other = digest
    other[place] ^= 0x10
    return other
  }

  @Test("an entry pins the row of its person with its digest, and no other")
  func row() throws {
    let pins = try pins {
      $0.person = "E9"
      $0.row = digest
    }
    #expect(isPinned(pins, "E9", digest))
    for place in digest.indices { #expect(!isPinned(pins, "E9", changed(place))) }
    for other in ["E8", "E99", "e9", ""] { #expect(!isPinned(pins, other, digest)) }
    for wrong in [[], digest.dropLast(), digest + [0]] { #expect(!isPinned(pins, "E9", wrong)) }
  }

  @Test("of two entries that pin a row the newer one counts")
  func newest() throws {
    var pins = PinIndex()
    for (place, digest) in [(3, digest), (7, changed(0))] {
      var content = EntryContent(action: "update", actor: "u3", outcome: .done)
      content.person = "E9"
      content.row = digest
      try pins.take(content, at: place)
    }
    let code = Array("E9".utf8)
    let newest = pins.newest(of: code.span)
    #expect(newest?.index == 7)
    #expect(isPinned(pins, "E9", changed(0)))
    #expect(!isPinned(pins, "E9", digest))
    #expect(pins.count == 1)
  }

  @Test("an entry that pins no row pins none")
  func noRow() throws {
    let pins = try pins {
      $0.person = "E9"
      $0.policy = Hex.encode(digest)
    }
    #expect(!isPinned(pins, "E9", digest))
  }

  @Test("an entry pins a lockbox under its key's name and its own index alone")
  func lockbox() throws {
    let other = changed(0)
    let pins = try pins { $0.lockboxes = ["tax": digest, "roster": other] }
    let place = try place()
    #expect(isPinned(pins, lockbox: digest, "tax", place))
    #expect(isPinned(pins, lockbox: other, "roster", place))
    #expect(!isPinned(pins, lockbox: digest, "roster", place))
    #expect(!isPinned(pins, lockbox: other, "tax", place))
    #expect(!isPinned(pins, lockbox: digest, "tax", place - 1))
    #expect(!isPinned(pins, lockbox: digest, "none", place))
    #expect(!isPinned(pins, lockbox: digest.dropLast(), "tax", place))
  }

  @Test("a digest that is not 32 bytes in lower case is refused", arguments: ["row", "lockboxes"])
  func badDigest(member: String) throws {
    let good = Hex.encode(digest)
    for bad in ["", String(good.dropLast()), good + "00", good.uppercased()] {
      let value = member == "row" ? "\"\(bad)\"" : "{\"tax\":\"\(bad)\"}"
      let person = "\"person\":\"E9\""
      let members =
        member == "row" ? "\(person),\"row\":\(value)" : "\"lockboxes\":\(value),\(person)"
      let text = "{\"action\":\"import\",\(members)}"
      var replay = try TestLog.standard(endsUnsigned: false).replayed(.authority)
      let place = replay.size
      #expect(throws: AuditingError(.malformed, index: place, detail: member)) {
        try replay.take(Array(text.utf8).span)
      }
    }
    var content = EntryContent(action: "import", actor: "u3", outcome: .done)
    content.person = "E9"
    content.row = digest.dropLast()
    var pins = PinIndex()
    #expect(throws: AuditingError(.malformed, index: 3, detail: "row")) {
      try pins.take(content, at: 3)
    }
  }

  @Test("ten thousand people are found again, their newest pins and no others")
  func many() throws {
    var pins = PinIndex()
    for round in 0..<2 {
      for person in 0..<10_000 where round == 0 || person % 3 == 0 {
        var content = EntryContent(action: "update", actor: "u3", outcome: .done)
        content.person = "E\(person)"
        content.row = Self.digest(person, round)
        try pins.take(content, at: 10_000 * round + person)
      }
    }
    #expect(pins.count == 10_000)
    var copy = PinIndex()
    copy.merge(pins)
    for person in 0..<10_000 {
      let round = person % 3 == 0 ? 1 : 0
      #expect(isPinned(copy, "E\(person)", Self.digest(person, round)))
      #expect(!isPinned(copy, "E\(person)", Self.digest(person, 1 - round)))
    }
    #expect(!isPinned(copy, "E10000", Self.digest(10_000, 0)))
  }

  private static func digest(_ person: Int, _ round: Int) -> [UInt8] {
    (0..<32).map { UInt8(truncatingIfNeeded: $0 < 8 ? person >> (8 * $0) : round + $0) }
  }

  @Test("what is pinned in a copy does not show in the original")
  func copies() throws {
    var content = EntryContent(action: "update", actor: "u3", outcome: .done)
    content.person = "E9"
    content.row = digest
    var pins = PinIndex()
    #expect(pins.isEmpty)
    try pins.take(content, at: 3)
    var copy = pins
    content.row = changed(1)
    try copy.take(content, at: 4)
    #expect(isPinned(pins, "E9", digest) && isPinned(copy, "E9", changed(1)))
  }

  @Test("the outline finds the members that a full parse finds")
  func outline() throws {
    let log = try TestLog.standard()
    for bytes in log.entries {
      guard let outline = EntryOutline(bytes.span) else {
        Issue.record("an entry without an outline")
        continue
      }
      let content = try Entry(parsing: bytes.span).content
      #expect(outline.hasAuthority == (content.authority != nil))
      #expect(outline.touchesKeys == content.touchesKeys)
      #expect((outline.row == nil) == (content.row == nil))
      #expect((outline.lockboxes == nil) == content.lockboxes.isEmpty)
      let precedes = content.action == "sign-in-failed"
      let found = outline.precedesKeys(in: bytes.span)
      #expect(found == precedes)
    }
  }

  @Test("a cut entry has no outline")
  func cut() {
    var content = EntryContent(action: "import", actor: "u3", outcome: .done)
    content.row = digest
    let bytes = Entry(
      content: content, index: 3, time: Timestamp(seconds: 0),
      salt: [UInt8](repeating: 1, count: 16)
    ).canonicalBytes()
    for count in 0..<bytes.count {
      let isNone = EntryOutline(bytes.span.extracting(0..<count)) == nil
      #expect(isNone, "\(count) bytes")
    }
  }
}
