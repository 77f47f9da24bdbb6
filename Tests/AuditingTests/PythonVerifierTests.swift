import JSON
import People
import TestSupport
import Testing

@testable import Auditing

@Suite("A verifier that was written from the format page agrees")
struct PythonVerifierTests {
  private let log: TestLog
  private let lines: [[UInt8]]

  init() throws {
    log = try TestLog.standard()
    lines = AuditingTests.lines(of: try log.export())
  }

  private func agrees(
    _ bytes: [UInt8], isGood: Bool, of vault: VaultID? = nil, containing checkpoint: [UInt8]? = nil,
    _ what: Comment
  ) throws {
    try bothSay(
      isGood: isGood, of: bytes, vault: vault ?? log.vaultID, containing: checkpoint, what)
  }

  @Test("on a good log, with and without any checkpoint that it gave out")
  func good() throws {
    try agrees(lines.flatMap { $0 }, isGood: true, "the log")
    for text in log.checkpoints.values {
      try agrees(lines.flatMap { $0 }, isGood: true, containing: text, "contained")
    }
    try agrees(
      AuditingTests.lines(of: try TestLog.small().export()).flatMap { $0 }, isGood: true,
      of: TestLog.small().vaultID, "four entries")
  }

  @Test("on random edits of it, and on cuts that are counted anew, against a checkpoint")
  func edited() throws {
    var random = SplitMix(seed: 20_261_123)
    let bytes = lines.flatMap { $0 }
    let size = try #require(log.checkpoints.keys.max())
    let newest = try #require(log.checkpoints[size])
    for mutation in Mutation.allCases {
      for round in 0..<8 {
        let edited = mutation.edited(bytes, using: &random)
        try agrees(edited, isGood: false, containing: newest, "\(mutation) \(round)")
      }
    }
    for place in stride(from: 3, to: lines.count - 3, by: 7) {
      try agrees(closed(lines[..<place]), isGood: false, containing: newest, "cut at \(place)")
    }
  }

  @Test(
    "on hostile lines",
    arguments: [
      #"{"entry":{"action":"x","action":"x"},"index":1,"leaf":""}"#,
      #"{"entry":{"index":99999999999999999999999999},"index":1,"leaf":""}"#,
      #"{"entry":{"index":1e3},"index":1,"leaf":""}"#,
      #"{"entry":{"index":1.5},"index":1,"leaf":""}"#,
      #"{"entry":{"index":NaN},"index":1,"leaf":""}"#,
      #"{"entry":{"index":-0},"index":1,"leaf":""}"#,
      #"{"checkpoint":"\ud800","size":1}"#, #"{"checkpoint":"","size":9007199254740993}"#,
      #"{"entry":"#, #"[]"#, #"null"#, "", #"{}"#, #"{"checkpoint":"x","size":1} "#,
      #"{"checkpoints":true,"entries":1}"#, #"{"entries":1}"#,
      #"{"entry":{},"index":1,"leaf":"\#(String(repeating: "0", count: 64))"}"#,
      String(repeating: #"{"entry":"#, count: 60_000), String(repeating: "[", count: 1_000_000),
      String(repeating: "x", count: 1 << 20), #"{"checkpoint":"\#u{0}","size":1}"#,
    ])
  func hostile(line: String) throws {
    for place in [0, 1, 3, lines.count] {
      var changed = lines
      changed.insert(Array((line + "\n").utf8), at: place)
      try agrees(changed.flatMap { $0 }, isGood: false, "\(line.prefix(40)) at \(place)")
    }
    try agrees(lines.flatMap { $0 } + line.utf8, isGood: line.isEmpty, "behind the end")
  }

  @Test("on bytes that are no UTF-8, and on nothing")
  func noText() throws {
    var changed = lines
    changed[4].insert(0xFF, at: 20)
    try agrees(changed.flatMap { $0 }, isGood: false, "no UTF-8")
    try agrees([], isGood: false, "nothing")
    try agrees([0xFF, 0xFE, 0x0A], isGood: false, "UTF-16")
  }

  @Test(
    "on times that are none of the format, in entries that are hashed and signed rightly",
    arguments: [
      ("2027-01-01T00:00:00Z", true), ("2027-01-01T00:00:00.123456Z", false),
      ("2027-01-01T00:00:00+09:00Z", false), ("2027-01-01 00:00:00Z", false),
      ("2027-1-1T0:0:0Z", false), ("2027-01-01T24:00:00Z", false),
      ("2027-02-29T00:00:00Z", false), ("２０２７-01-01T00:00:00Z", false), ("", false),
    ])
  func times(time: String, isGood: Bool) throws {
    let log = try TestLog.standard(endsUnsigned: false)
    let entry =
      #"{"action":"list","actor":"u0","index":\#(log.entries.count),"outcome":"done","#
      + #""salt":"\#(String(repeating: "0", count: 32))","time":"\#(time)"}"#
    try log.commit(raw: Array(entry.utf8), checkpointBy: log.administrator)
    try agrees(try log.export(), isGood: isGood, of: log.vaultID, "\(time)")
  }

  @Test("on changes of authority by whom no earlier entry authorises")
  func unauthorised() throws {
    for (what, change) in try Self.forgeries() {
      let log = try TestLog.standard(endsUnsigned: false)
      try log.commit([try change(log)], checkpointBy: log.administrator)
      try agrees(try log.export(), isGood: false, of: log.vaultID, "\(what)")
    }
  }

  @Test("on an entry by one and a checkpoint by another, or by somebody revoked or unknown")
  func signers() throws {
    for (id, seed) in [("u0", 9), ("u3", 6), ("u4", 5), ("u9", 1)] as [(String, UInt8)] {
      let log = try TestLog.standard(endsUnsigned: false)
      let reader = try TestUser("u4", seed: 5)
      try log.commit([log.read(by: reader, 1)], checkpointBy: try TestUser(id, seed: seed))
      try agrees(try log.export(), isGood: id == "u4", of: log.vaultID, "\(id) \(seed)")
    }
  }

  @Test("on a checkpoint from outside that is empty, or has a line behind it that is no signature")
  func oddCheckpoints() throws {
    let size = try #require(log.checkpoints.keys.max())
    let newest = try #require(log.checkpoints[size])
    for text in [[], newest + Array("— x y\n".utf8), Array("x".utf8), [0x0A]] as [[UInt8]] {
      try agrees(lines.flatMap { $0 }, isGood: false, containing: text, "\(text.count)")
    }
  }

  @Test(
    "on what a restore's entry gives as the checkpoint it abandoned",
    arguments: ["007", "+7", "7 ", "", "7"])
  func abandoned(size: String) throws {
    let log = try TestLog.standard(endsUnsigned: false)
    let last = try #require(log.checkpoints.keys.max())
    let newest = try #require(log.checkpoints[last])
    var parts = String(decoding: newest, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    parts[1] = Substring(size)
    let entry =
      #"{"action":"restore","actor":"u0","checkpoint":"\#(parts.joined(separator: #"\n"#))","#
      + #""index":\#(log.entries.count),"outcome":"done","#
      + #""salt":"\#(String(repeating: "0", count: 32))","time":"2027-01-01T00:00:00Z"}"#
    try log.commit(raw: Array(entry.utf8), checkpointBy: log.administrator)
    try agrees(try log.export(), isGood: size == "7", of: log.vaultID, "\(size)")
  }

  @Test("on a log that is signed anew by others")
  func resigned() throws {
    let forged = AuditingTests.lines(of: try TestLog.standard(seed: 50).export())
    try agrees(forged.flatMap { $0 }, isGood: false, "another vault")
    try agrees((lines[..<1] + forged[1...]).flatMap { $0 }, isGood: false, "disguised")
  }

  @Test("on an unsigned entry that binds, and on one with an unknown member")
  func unsigned() throws {
    var content = EntryContent(action: "sign-in-failed", actor: "unknown", outcome: .refused)
    content.person = "E1001"
    let log = try TestLog.standard()
    try log.commit([TestLog.Line(content: content)], checkpointBy: nil)
    try agrees(try log.export(), isGood: false, of: log.vaultID, "binding")
  }

  private typealias Forgery = (String, (TestLog) throws -> TestLog.Line)

  /// What each signer may not do; the log has `u0`, `u3` who was revoked, and `u4` who holds `tax`.
  private static func forgeries() throws -> [Forgery] {
    let (revoked, accountant) = (try TestUser("u3", seed: 6), try TestUser("u4", seed: 5))
    let digest = [UInt8](repeating: 5, count: 32)
    return [
      ("a policy by an accountant", { $0.change(.policy(digest: digest), by: accountant) }),
      ("a policy by the recovery key", { $0.change(.policy(digest: digest), by: $0.recovery) }),
      (
        "a policy under another's name",
        { $0.change(.policy(digest: digest), by: accountant, as: "u0") }
      ),
      (
        "a policy by somebody unknown",
        { $0.change(.policy(digest: digest), by: accountant, as: "u77") }
      ),
      (
        "keys of another",
        { $0.change(.userKeys(user: "u0", keys: accountant.publicKeys), by: accountant) }
      ),
      (
        "keys of one who is revoked",
        { $0.change(.userKeys(user: "u3", keys: revoked.publicKeys), by: revoked) }
      ),
      (
        "a user by an accountant",
        { log in
          let user = try TestUser("u\(log.entries.count)", seed: 40)
          return log.change(.user(user.statement("新人", ["hr"])), by: accountant)
        }
      ),
      (
        "a user with another id",
        { log in
          log.change(
            .user(try TestUser("u7", seed: 40).statement("新人", ["hr"])), by: log.administrator)
        }
      ),
      (
        "a user with a name that is taken",
        { log in
          let user = try TestUser("u\(log.entries.count)", seed: 40)
          return log.change(.user(user.statement("経理", ["hr"])), by: log.administrator)
        }
      ),
      (
        "a grant by who does not hold the key",
        { $0.change(.grant(user: "u4", key: "roster", generation: 1), by: $0.administrator) }
      ),
      (
        "a grant of a generation that is not",
        { $0.change(.grant(user: "u4", key: "tax", generation: 2), by: $0.recovery) }
      ),
      (
        "a grant to one who is revoked",
        { $0.change(.grant(user: "u3", key: "tax", generation: 1), by: accountant) }
      ),
      (
        "a key that skips a generation",
        { $0.change(.key(try $0.newKey("tax", 3)), by: accountant) }
      ),
      (
        "a key by who does not hold it",
        { $0.change(.key(try $0.newKey("roster", 2)), by: accountant) }
      ),
      ("a first key by a user", { $0.change(.key(try $0.newKey("more", 1)), by: accountant) }),
      (
        "a key that ends and is no contractor's",
        { $0.change(.keyEnd(key: "tax"), by: $0.administrator) }
      ),
      (
        "a generation retired that is alone",
        { $0.change(.keyRetire(key: "tax", before: 1), by: accountant) }
      ),
      ("somebody revoked twice", { $0.change(.revoke(user: "u3"), by: $0.administrator) }),
      (
        "a second genesis",
        { log in
          let bytes = log.entries[0]
          let first = try Entry(parsing: bytes.span).content.authority
          return log.change(try #require(first), by: log.administrator)
        }
      ),
    ]
  }
}
