import People
import Testing

@testable import Auditing

@Suite("Replaying a log")
struct LogReplayTests {
  @Test("opening and verification find the same state", arguments: [true, false])
  func states(endsUnsigned: Bool) throws {
    let log = try TestLog.standard(endsUnsigned: endsUnsigned)
    var quick = try log.replayed(.authority)
    var thorough = try log.replayed(.everyEntry)
    #expect(try quick.root() == thorough.root())
    #expect(try quick.authority().users == thorough.authority().users)
    #expect(try quick.authority().grants == thorough.authority().grants)
    let isSigned = quick.isFullySigned && thorough.isFullySigned
    #expect(isSigned)
    #expect(quick.unsignedTail == (endsUnsigned ? 2 : 0))
    #expect(quick.signedSize == log.entries.count - quick.unsignedTail)
    #expect(quick.currentFrontier == log.frontier)
    #expect(thorough.authorityEntries == 10)
    let lastKeysIndex = quick.lastKeysIndex
    let last = try #require(lastKeysIndex)
    let keys = log.entries[last]
    #expect(try Entry(parsing: keys.span).content.touchesKeys)
    for later in log.entries[(last + 1)...] {
      #expect(try !Entry(parsing: later.span).content.touchesKeys)
    }
  }

  @Test("another vault's log is refused at entry 0")
  func otherVault() throws {
    let (log, other) = (try TestLog(), try TestLog(seed: 2))
    var replay = try LogReplay(expecting: log.vaultID, thoroughness: .authority)
    #expect(throws: AuditingError(.originMismatch, index: 0, detail: "vault id")) {
      try other.give(0, to: &replay)
    }
  }

  @Test("the latest time is that of the entries that somebody signs for", arguments: [true, false])
  func latestTime(isThorough: Bool) throws {
    let log = try TestLog.standard(endsUnsigned: false)
    let thoroughness: LogReplay.Thoroughness = isThorough ? .everyEntry : .authority
    let reader = try TestUser("u4", seed: 5)
    let newest = log.time
    #expect(try log.replayed(thoroughness).latestTime == newest)
    log.time = newest.adding(seconds: 1_000_000)
    try log.fail()
    #expect(try log.replayed(thoroughness).latestTime == newest)
    log.time = newest.adding(seconds: -1_000_000)
    try log.commit([log.read(by: reader, 1)], checkpointBy: reader)
    #expect(try log.replayed(thoroughness).latestTime == newest)
    log.time = newest.adding(seconds: 3_000)
    try log.commit([log.read(by: reader, 1)], checkpointBy: reader)
    #expect(try log.replayed(thoroughness).latestTime == log.time)
  }

  @Test(
    "an entry without a time, or with one that is none, is refused at opening too",
    arguments: [
      "", #","time":"""#, #","time":"2026-11-22"}"#, #","time":"2026-13-22T00:00:00Z""#,
      #","time":"2026-11-22T24:00:00Z""#, #","time":"2026-11-22T00:60:00Z""#,
      #","time":"2026-11-22 00:00:00Z""#, #","time":"2026-11-22T00:00:00z""#, #","time":7"#,
    ])
  func badTime(member: String) throws {
    let log = try TestLog.standard(endsUnsigned: false)
    var replay = try log.replayed(.authority)
    let place = replay.size
    let bytes = Array("{\"action\":\"read\",\"index\":\(place)\(member)}".utf8)
    #expect(throws: AuditingError.self) { try replay.take(bytes.span) }
  }

  @Test("an expired user's change of authority does not count because its time is earlier")
  func expiredSigner() throws {
    let log = try TestLog.standard(endsUnsigned: false)
    let deputy = try TestUser("u\(log.entries.count)", seed: 9)
    let last = log.time.japanDate.adding(days: 1)
    try log.commit(
      [
        log.change(
          .user(deputy.statement("代理", ["administrator"], until: last)), by: log.administrator)
      ], checkpointBy: log.administrator)
    let policy = AuthorityStatement.policy(digest: [UInt8](repeating: 5, count: 32))
    try log.commit([log.change(policy, by: deputy)], checkpointBy: deputy)
    _ = try log.replayed()
    let before = log.time
    log.time = Timestamp(last.adding(days: 2))
    try log.commit([log.read(by: try TestUser("u4", seed: 5), 1)], checkpointBy: nil)
    log.time = before
    try log.commit([log.change(policy, by: deputy)], checkpointBy: deputy)
    let index = log.entries.count - 1
    for thoroughness in [LogReplay.Thoroughness.authority, .everyEntry] {
      #expect(throws: AuditingError(.notAuthorised, index: index)) {
        _ = try log.replayed(thoroughness)
      }
    }
  }

  @Test("roots are remembered at the sizes asked for")
  func roots() throws {
    let log = try TestLog.standard()
    var replay = try LogReplay(
      expecting: nil, thoroughness: .authority, rememberingRootsAt: [1, 7, 1000])
    var found: [Int: MerkleHash] = [:]
    for entry in log.entries {
      try replay.take(entry.span)
      found[replay.size] = try replay.root()
    }
    #expect(replay.roots == [1: try #require(found[1]), 7: try #require(found[7])])
  }

  @Test("an entry in another's place is refused")
  func order() throws {
    let log = try TestLog.standard()
    var replay = try LogReplay(expecting: nil, thoroughness: .everyEntry)
    #expect(throws: AuditingError(.outOfOrder, index: 0)) { try log.give(1, to: &replay) }
    try log.give(0, to: &replay)
    #expect(throws: AuditingError(.outOfOrder, index: 1)) { try log.give(2, to: &replay) }
    #expect(throws: AuditingError(.outOfOrder, index: 1)) { try log.give(0, to: &replay) }
  }

  @Test("what is no object is refused by either reader", arguments: ["", "[]", "{", "{\"a\"}"])
  func noEntry(text: String) throws {
    for thoroughness in [LogReplay.Thoroughness.authority, .everyEntry] {
      var replay = try LogReplay(expecting: nil, thoroughness: thoroughness)
      #expect(throws: AuditingError.self) { try replay.take(Array(text.utf8).span) }
    }
  }

  @Test("a checkpoint counts only at its size, for its root, log and signer")
  func checkpoints() throws {
    let log = try TestLog.standard(endsUnsigned: false)
    let signed = try SignedCheckpoint(
      parsing: try #require(log.checkpoints[log.entries.count]))
    var replay = try log.replayed()
    try replay.check(signed)
    let early = try SignedCheckpoint(parsing: try #require(log.checkpoints[3]))
    #expect(throws: AuditingError(.outOfOrder, index: replay.size)) { try replay.check(early) }
    let size = replay.size
    func refuse(_ text: [UInt8], _ code: AuditingError.Code) throws {
      let signed = try SignedCheckpoint(parsing: text)
      #expect(throws: AuditingError(code, index: size)) { try replay.check(signed) }
    }
    try refuse(
      log.checkpoint(by: log.administrator, origin: try TestLog(seed: 2).vaultID.origin),
      .originMismatch)
    try refuse(log.checkpoint(by: try TestUser("u9", seed: 1)), .unknownSigner)
    try refuse(log.checkpoint(by: try TestUser("u0", seed: 9)), .badSignature)
    try refuse(log.checkpoint(by: try TestUser("u4", seed: 1)), .badSignature)
    let other = try Checkpoint(
      origin: log.vaultID.origin, size: size, root: MerkleHash([UInt8](repeating: 1, count: 32)))
    try refuse(
      SignedCheckpoint.sign(
        other, name: log.vaultID.origin + "/u0", key: log.administrator.signer.key
      ).text, .rootMismatch)
    try replay.check(SignedCheckpoint(parsing: log.checkpoint(by: log.recovery)))
  }

  @Test("a revoked user's checkpoint does not count, even under their right key")
  func revokedSigner() throws {
    let log = try TestLog.standard(endsUnsigned: false)
    var replay = try log.replayed()
    let text = try log.checkpoint(by: try TestUser("u3", seed: 6))
    let signed = try SignedCheckpoint(parsing: text)
    #expect(throws: AuditingError(.notAuthorised, index: replay.size)) { try replay.check(signed) }
  }

  @Test("before entry 0 there is neither authority nor a checkpoint")
  func empty() throws {
    var replay = try LogReplay(expecting: nil, thoroughness: .authority)
    let isSigned = replay.isFullySigned
    #expect(!isSigned)
    #expect(throws: AuditingError(.missing, detail: "entry 0")) { try replay.authority() }
    let log = try TestLog()
    let signed = try SignedCheckpoint(parsing: log.checkpoint(by: log.administrator))
    #expect(throws: AuditingError(.missing, detail: "entry 0")) { try replay.check(signed) }
  }

  @Test("an entry after the newest checkpoint needs a signature, unless it is a failed sign-in")
  func tail() throws {
    let log = try TestLog.standard(endsUnsigned: false)
    let reader = try TestUser("u4", seed: 5)
    try log.fail()
    try log.commit([log.read(by: reader, 1)], checkpointBy: nil)
    try log.fail()
    let open = try log.replayed(.authority)
    let isSigned = open.isFullySigned
    #expect(!isSigned)
    #expect(open.unsignedTail == 1)
  }

  @Test(
    "an unsigned entry that binds anything is refused, wherever it stands",
    arguments: ["row", "lockboxes", "keys", "declaration", "person", "version", "checkpoint"],
    [LogReplay.Thoroughness.authority, .everyEntry])
  func bindingTail(member: String, thoroughness: LogReplay.Thoroughness) throws {
    let log = try TestLog.standard()
    var content = EntryContent(action: "sign-in-failed", actor: "unknown", outcome: .refused)
    let digest = [UInt8](repeating: 1, count: 32)
    switch member {
    case "row": content.row = digest
    case "lockboxes": content.lockboxes = ["tax": digest]
    case "keys": content.touchesKeys = true
    case "declaration":
      content.declaration = try DeclarationID([UInt8](repeating: 0, count: 16))
    case "person": content.person = "E1"
    case "version": content.version = 1
    default: content.checkpoint = "x"
    }
    try log.commit([TestLog.Line(content: content)], checkpointBy: log.administrator)
    let index = log.entries.count - 1
    #expect {
      _ = try log.replayed(thoroughness)
    } throws: { error in
      let error = error as? AuditingError
      return error?.code == .notAuthorised && error?.index == index
    }
  }

  @Test("an unsigned entry that is not canonical is refused at opening too")
  func carelessTail() throws {
    let log = try TestLog.standard()
    let index = log.entries.count
    for text in [
      #"{"action":"sign-in-failed","action":"sign-in-failed"}"#,
      #"{"row":"00","action":"sign-in-failed"}"#, #"{"action":"sign-in-failed","index":0}"#,
      #"{"action":"sign-in-failed"}x"#,
    ] {
      var replay = try log.replayed(.authority)
      #expect {
        try replay.take(Array(text.utf8).span)
      } throws: { error in
        (error as? AuditingError)?.index == index
      }
    }
  }

  @Test(
    "an entry that hides a member, or bears something outside its object, is refused at opening too",
    arguments: [
      ("{", "{ "), ("}", "}x"), ("}", "}\n"), ("}", "}{}"), ("}", ",}"), ("}", "]"), ("}", ""),
      (#""action""#, #""\u0061ction""#), (#""action""#, #" "action""#),
      (#""action""#, #""action" "#),
      (#"{"action":"read","actor":"u4""#, #"{"actor":"u4","action":"read""#),
      (#""outcome":"allowed""#, #""outcome":"allowed","outcome":"allowed""#),
      (#","outcome""#, #","Outcome":1,"outcome""#), (#""action""#, "action"),
    ])
  func careless(part: String, replacement: String) throws {
    let log = try TestLog.standard(endsUnsigned: false)
    let reader = try TestUser("u4", seed: 5)
    try log.commit([log.read(by: reader, 1)], checkpointBy: reader)
    let text = String(decoding: try #require(log.entries.last), as: UTF8.self)
    let changed =
      part == "}"
      ? text.dropLast() + replacement
      : text.replacing(part, with: replacement, maxReplacements: 1)[...]
    try #require(changed != text[...])
    for thoroughness in [LogReplay.Thoroughness.authority, .everyEntry] {
      var replay = try LogReplay(expecting: nil, thoroughness: thoroughness)
      for entry in log.entries.dropLast() { try replay.take(entry.span) }
      let index = replay.size
      #expect {
        try replay.take(Array(changed.utf8).span)
      } throws: { error in
        (error as? AuditingError)?.index == index
      }
    }
  }

  @Test("a change of authority that is not canonical is refused by either reader")
  func carelessAuthority() throws {
    let log = try TestLog.standard()
    let genesis = String(decoding: log.entries[0], as: UTF8.self)
    for (part, replacement) in [
      (#""format":1"#, #""format": 1"#), (#""format":1"#, #""format":01"#),
      (#""kind":"genesis""#, #""kind":"genesi\u0073""#), (#""kind""#, #""kind":"genesis","kind""#),
    ] {
      let changed = genesis.replacing(part, with: replacement, maxReplacements: 1)
      try #require(changed != genesis)
      for thoroughness in [LogReplay.Thoroughness.authority, .everyEntry] {
        var replay = try LogReplay(expecting: nil, thoroughness: thoroughness)
        #expect(throws: AuditingError.self) { try replay.take(Array(changed.utf8).span) }
      }
    }
  }

  @Test("a resumed replay goes on from what was checked")
  func resumed() throws {
    let log = try TestLog.standard(endsUnsigned: false)
    let before = try log.replayed(.authority)
    let (frontier, authority) = (before.currentFrontier, try before.authority())
    let reader = try TestUser("u4", seed: 5)
    try log.fail()
    try log.commit([log.read(by: reader, 1)], checkpointBy: reader)
    var replay = try LogReplay(
      resuming: frontier, authority: authority, pins: before.pins, latestTime: before.latestTime)
    let isSigned1 = replay.isFullySigned
    #expect(isSigned1)
    try log.give(frontier.size, to: &replay)
    let isSigned2 = replay.isFullySigned
    #expect(isSigned2)
    try log.give(frontier.size + 1, to: &replay)
    let isSigned3 = replay.isFullySigned
    #expect(!isSigned3)
    let text = try #require(log.checkpoints[log.entries.count])
    try replay.check(SignedCheckpoint(parsing: text))
    let isSigned4 = replay.isFullySigned
    #expect(isSigned4)
    #expect(replay.currentFrontier == log.frontier)
  }
}
