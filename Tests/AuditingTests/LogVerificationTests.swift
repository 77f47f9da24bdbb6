import People
import Testing

@testable import Auditing

@Suite("Verifying an exported log")
struct LogVerificationTests {
  private let log: TestLog
  private let export: [UInt8]
  private let lines: [[UInt8]]

  init() throws {
    log = try TestLog.standard()
    export = try log.export()
    lines = AuditingTests.lines(of: export)
  }

  private func newest() throws -> [UInt8] {
    let size = try #require(log.checkpoints.keys.max())
    return try #require(log.checkpoints[size])
  }

  @Test("a right log is described, however its bytes come", arguments: [1, 7, 100, 4096, 1 << 20])
  func right(step: Int) throws {
    let verdict = try verify(export, of: log.vaultID, containing: try newest(), step: step)
    #expect(verdict.vaultID == log.vaultID)
    #expect(verdict.entries == log.entries.count)
    #expect(verdict.entries >= 40)
    #expect(verdict.unsignedTail == 2)
    #expect(verdict.signedSize == verdict.entries - 2)
    #expect(verdict.newestCheckpoint.text == (try newest()))
    #expect(verdict.checkpoints == log.checkpoints.count)
    #expect(verdict.authorityEntries == 10)
    #expect(verdict.users.map(\.id) == ["u0", "u3", "u4"])
    #expect(verdict.users[1].revokedIndex != nil)
  }

  @Test("any checkpoint that the log gave out is contained, and names the vault by itself")
  func contained() throws {
    for text in log.checkpoints.values {
      #expect(failure(export, of: log.vaultID, containing: text) == nil)
      var verification = try LogVerification(containing: SignedCheckpoint(parsing: text))
      try verification.take(export.span)
      let verdict = try verification.finish()
      #expect(verdict.vaultID == log.vaultID)
    }
  }

  @Test("without its last line's end, or with more after it, it is refused")
  func ends() {
    #expect(
      failure(export.dropLast() + [], of: log.vaultID)
        == AuditingError(
          .malformed, line: lines.count, detail: "the last line has no end"))
    for more in ["\n", " ", "\r\n", "{}\n", "null\n", String(repeating: "\0", count: 3)] {
      #expect(failure(export + more.utf8, of: log.vaultID)?.line == lines.count + 1)
    }
    #expect(failure([], of: log.vaultID)?.code == .missing)
    #expect(failure(lines[0], of: log.vaultID)?.code == .missing)
  }

  @Test("a change of any byte is found in its line")
  func anyByte() throws {
    let log = try TestLog.small()
    let export = try log.export()
    var line = 1
    for place in export.indices {
      var changed = export
      changed[place] ^= 1 << (place % 8)
      let failure = failure(changed, of: log.vaultID)
      #expect(failure?.line == line, "byte \(place)")
      if export[place] == 0x0A { line += 1 }
    }
  }

  @Test("a change of any bit is found in its line, over forty entries")
  func anyBit() throws {
    // A prime step meets every bit place of every kind of line.
    var line = 1
    var next = 0
    for place in export.indices {
      if place * 8 >= next {
        var changed = export
        changed[place] ^= 1 << (next % 8)
        #expect(failure(changed, of: log.vaultID)?.line == line, "bit \(next)")
        next = place * 8 + 331
      }
      if export[place] == 0x0A { line += 1 }
    }
  }

  @Test("each line that is left out is missed, a failed sign-in at the very end too")
  func removed() {
    for place in lines.indices {
      var changed = lines
      changed.remove(at: place)
      let failure = failure(changed.flatMap { $0 }, of: log.vaultID)
      #expect(failure?.line != nil, "line \(place + 1)")
      #expect((failure?.line ?? 0) > place)
    }
    // Nobody signed for it: counted anew, only somebody who saw it can know, as the format page says.
    #expect(failure(closed(lines.dropLast(2)), of: log.vaultID) == nil)
  }

  @Test("neighbours that change places are found")
  func swapped() {
    for place in lines.indices.dropLast() {
      var changed = lines
      changed.swapAt(place, place + 1)
      let failure = failure(changed.flatMap { $0 }, of: log.vaultID)
      #expect(failure?.line == place + 1, "line \(place + 1)")
    }
  }

  @Test("each line that stands twice is found")
  func repeated() {
    for place in lines.indices {
      var changed = lines
      changed.insert(lines[place], at: place)
      let failure = failure(changed.flatMap { $0 }, of: log.vaultID)
      #expect(failure?.line == place + 2, "line \(place + 1)")
    }
  }

  @Test("a cut tail fails against a checkpoint from outside, wherever it is cut")
  func cutTail() throws {
    let newest = try newest()
    let signedLines = lines.count - 3
    for count in 1..<signedLines {
      let cut = lines[..<count].flatMap { $0 }
      let failure = failure(cut, of: log.vaultID, containing: newest)
      #expect(failure?.code == .missing)
      #expect(failure?.line == count + 1)
    }
    let cut = closed(lines[..<signedLines])
    #expect(failure(cut, of: log.vaultID, containing: newest) == nil)
    // One checkpoint earlier it is a right log by itself: that is what the outside one is for.
    let lastRead = try #require(
      lines.dropLast(4).lastIndex { $0.text.hasPrefix(#"{"checkpoint""#) })
    let earlier = closed(lines[...lastRead])
    #expect(failure(earlier, of: log.vaultID) == nil)
    #expect(failure(earlier, of: log.vaultID, containing: newest)?.code == .missing)
  }

  @Test("a commit without its checkpoint at the end is refused")
  func cutCheckpoint() {
    for place in lines.indices where lines[place].text.hasPrefix(#"{"checkpoint""#) {
      let cut = lines[..<place].flatMap { $0 }
      let failure = failure(cut, of: log.vaultID)
      #expect(failure?.code == .missing)
      #expect(failure?.line == place + 1)
    }
  }

  @Test("a log that is signed anew with fresh keys fails against the vault id and any checkpoint")
  func resigned() throws {
    let forged = try TestLog.standard(seed: 50)
    let other = try forged.export()
    #expect(failure(other, of: forged.vaultID) == nil)
    #expect(
      failure(other, of: log.vaultID) == AuditingError(.originMismatch, line: 1, detail: "header"))
    let disguised = lines[0] + AuditingTests.lines(of: other).dropFirst().flatMap { $0 }
    #expect(
      failure(disguised, of: log.vaultID)
        == AuditingError(.originMismatch, line: 2, index: 0, detail: "vault id"))
    for text in log.checkpoints.values {
      let vault = try #require(
        VaultID(text: SignedCheckpoint(parsing: text).checkpoint.origin))
      #expect(throws: AuditingError.self) { try verify(other, of: vault, containing: text) }
    }
  }

  @Test("a checkpoint by another than who acted is refused: nobody writes what another did")
  func anothersDeed() throws {
    let log = try TestLog()
    let reader = try TestUser("u1", seed: 4)
    let admin = log.administrator
    try log.commit(
      [log.change(.user(reader.statement("経理", ["accountant"])), by: admin)], checkpointBy: admin)
    try log.commit([log.read(by: reader, 1)], checkpointBy: admin)
    #expect(
      failure(try log.export(), of: log.vaultID)
        == AuditingError(
          .notAuthorised, line: 7, index: 3, detail: "signed by another than who acted"))
  }

  @Test("a commit of the same second cannot be taken over by leaving out its checkpoint")
  func sameSecond() throws {
    let log = try TestLog()
    let reader = try TestUser("u1", seed: 4)
    let admin = log.administrator
    try log.commit(
      [log.change(.user(reader.statement("経理", ["accountant"])), by: admin)], checkpointBy: admin)
    try log.commit([log.read(by: reader, 1)], checkpointBy: reader)
    log.time = log.time.adding(seconds: -60)
    var note = EntryContent(action: "audit-report", actor: "u0", outcome: .done)
    note.count = 4
    try log.commit([TestLog.Line(content: note)], checkpointBy: admin)
    let lines = AuditingTests.lines(of: try log.export())
    #expect(failure(closed(lines), of: log.vaultID) == nil)
    var without = lines
    without.remove(at: 6)
    #expect(failure(closed(without), of: log.vaultID)?.code == .notAuthorised)
    #expect(failure(without.flatMap { $0 }, of: log.vaultID) != nil)
  }

  @Test("an entry that is rewritten with its leaf is found at its commit's checkpoint")
  func rewritten() throws {
    let target = try #require(lines.firstIndex { $0.text.contains("E1005") })
    let entry = try #require(log.entries.firstIndex { $0.text.contains("E1005") })
    let bytes = Array(log.entries[entry].text.replacing("E1005", with: "E1999").utf8)
    var changed = lines
    changed[target] = try line(of: bytes, at: entry)
    let size = try #require(log.checkpoints.keys.filter { $0 > entry }.min())
    let failed = failure(changed.flatMap { $0 }, of: log.vaultID)
    let found = try #require(failed)
    #expect(found.code == .rootMismatch)
    #expect(found.index == size)
    #expect(changed[try #require(found.line) - 1].text.hasSuffix("\"size\":\(size)}\n"))
  }

  @Test("a rewritten history under a stolen key fails against what others saw")
  func rewrittenHistory() throws {
    let (first, second) = (try TestLog(), try TestLog())
    let admin = first.administrator
    let digest = [UInt8](repeating: 8, count: 32)
    try first.commit([first.change(.policy(digest: digest), by: admin)], checkpointBy: admin)
    try second.commit(
      [second.change(.policy(digest: digest.map { $0 + 1 }), by: admin)], checkpointBy: admin)
    #expect(first.vaultID == second.vaultID)
    let seen = try #require(first.checkpoints[2])
    let rewritten = try second.export()
    #expect(failure(rewritten, of: first.vaultID) == nil)
    #expect(
      failure(rewritten, of: first.vaultID, containing: seen)
        == AuditingError(
          .inconsistent, line: 4, index: 2, detail: "the checkpoint from outside"))
  }

  @Test("a checkpoint by a key that the log does not know is refused")
  func foreignCheckpoint() throws {
    let log = try TestLog(isSigned: false)
    for (signer, code) in [
      (try TestUser("u9", seed: 1), AuditingError.Code.unknownSigner),
      (try TestUser("u0", seed: 9), .badSignature),
    ] {
      let start = try AuditingTests.lines(of: log.export()).dropLast()
      let text = try log.checkpoint(by: signer)
      let bytes = closed(start + [LogLine.checkpoint(text.text, size: 1)])
      #expect(failure(bytes, of: log.vaultID) == AuditingError(code, line: 3, index: 1))
      let outside = try log.checkpoint(by: signer)
      let right = closed(
        start + [LogLine.checkpoint(try log.checkpoint(by: log.administrator).text, size: 1)])
      #expect(failure(right, of: log.vaultID, containing: outside)?.code == code)
    }
  }

  @Test("a second signature beside the right one is refused, since nobody checks it")
  func secondSignature() throws {
    let log = try TestLog(isSigned: false)
    let text = try log.checkpoint(by: log.administrator)
    let more = try log.checkpoint(by: try TestUser("u9", seed: 9)).text.split(separator: "\n")
    let both = text + Array("\(try #require(more.last))\n".utf8)
    let start = try AuditingTests.lines(of: log.export()).dropLast()
    let bytes = closed(start + [LogLine.checkpoint(both.text, size: 1)])
    #expect(
      failure(bytes, of: log.vaultID)
        == AuditingError(.malformed, line: 3, index: 1, detail: "more than one signature"))
  }

  @Test(
    "a line of another encoding is refused in its place",
    arguments: [
      (0, "{", "{ "), (0, #""format""#, #""x":1,"format""#), (0, "log-1", "log-2"),
      (0, "\n", "\r\n"), (1, #"{"entry":"#, #"{ "entry":"#), (1, #","index":0"#, #","index":00"#),
      (1, #","index":0"#, #","index":1"#), (1, #","index":0"#, #","index":0,"x":1"#),
      (1, #"{"entry":"#, #"{"a":1,"entry":"#), (1, #"{"entry":"#, #"{"entry": "#),
      (1, #""}"#, #"","x":1}"#), (1, #","leaf":""#, #","leaf":"A"#), (1, "\n", " \n"),
      (2, "株式会社", "\\u682a式会社"), (5, #""size":3"#, #""size":03"#), (5, #""size":3"#, #""size":4"#),
      (5, #""size":3"#, #""size":"3""#), (5, #""size":3"#, #""size":3,"x":1"#),
      (5, #"{"checkpoint":"#, #"{"checkpoint": "#), (5, "—", "\\u2014"), (5, "\\n3\\n", "\\n4\\n"),
      (5, "mynumber/", "mynumber-"), (5, "/u0 ", "/u00 "), (5, "—", "-"),
    ])
  func encodings(line: Int, part: String, replacement: String) throws {
    var changed = lines
    let place = line == 2 ? 1 : line
    let text = changed[place].text.replacing(part, with: replacement)
    try #require(text != changed[place].text)
    changed[place] = Array(text.utf8)
    let found = failure(changed.flatMap { $0 }, of: log.vaultID)
    #expect(found?.line == place + 1)
  }

  @Test("a failure stays: nothing that follows mends it")
  func sticky() throws {
    var verification = try LogVerification(trusting: log.vaultID)
    // Lines are hashed many together, and checked once the next ones are hashed.
    let bad = Array(repeating: Array("{}\n".utf8), count: 1 << 18).flatMap(\.self)
    var first: AuditingError?
    do {
      for _ in 0..<2 { try verification.take(bad.span) }
    } catch {
      first = error
    }
    #expect(first?.line == 1)
    let expected = try #require(first)
    #expect(throws: expected) { try verification.take(export.span) }
    do throws(AuditingError) {
      _ = try verification.finish()
      Issue.record("a verdict after a failure")
    } catch {
      #expect(error == expected)
    }
  }

  @Test("a line without end is refused before it fills the memory")
  func longLine() throws {
    var verification = try LogVerification(trusting: log.vaultID)
    let chunk = [UInt8](repeating: 0x61, count: 1 << 16)
    var taken = 0
    #expect(throws: AuditingError(.malformed, line: 1, detail: "line too long")) {
      while taken < 4 * LogVerification.lineLimit {
        try verification.take(chunk.span)
        taken += chunk.count
      }
    }
    #expect(taken <= LogVerification.lineLimit)
  }

  @Test("a vault id and a checkpoint of two logs are refused at once")
  func twoLogs() throws {
    let other = try TestLog(seed: 2)
    let signed = try SignedCheckpoint(parsing: other.checkpoint(by: other.administrator))
    #expect(throws: AuditingError(.originMismatch, detail: "the checkpoint from outside")) {
      _ = try LogVerification(trusting: log.vaultID, containing: signed)
    }
    let root = try MerkleHash([UInt8](repeating: 0, count: 32))
    let nothing = try Checkpoint(origin: log.vaultID.origin, size: 0, root: root)
    let empty = try SignedCheckpoint.sign(
      nothing, name: "a", key: log.administrator.signer.key)
    #expect(throws: AuditingError(.malformed, detail: "a checkpoint of no entries")) {
      _ = try LogVerification(containing: empty)
    }
    let foreign = try SignedCheckpoint.sign(
      Checkpoint(origin: "go.sum database tree", size: 1, root: root), name: "a",
      key: log.administrator.signer.key)
    #expect(throws: AuditingError.self) { _ = try LogVerification(containing: foreign) }
  }

  private func line(of bytes: [UInt8], at index: Int) throws -> [UInt8] {
    var replay = try LogReplay(expecting: nil, thoroughness: .authority)
    for entry in log.entries[..<index] { try replay.take(entry.span) }
    return LogLine.entry(bytes, index: index, leaf: try replay.take(bytes.span))
  }
}
