import People
import Secrets
import Testing

@testable import Auditing

@Suite("Authority")
struct AuthorityTests {
  private let log: TestLog
  private let users: [String: TestUser]

  /// Entries 0 to 5: the root, a key, HR (`u3`), the accountant (`u4`, a holder), and a second
  /// administrator (`u5`), who is revoked before a test begins.
  init() throws {
    log = try TestLog()
    users = [
      "u0": log.administrator, "recovery": log.recovery, "u3": try TestUser("u3", seed: 3),
      "u4": try TestUser("u4", seed: 4), "u5": try TestUser("u5", seed: 5),
    ]
  }

  private func user(_ id: String) throws -> TestUser { try #require(users[id]) }

  private func entry(
    _ statement: AuthorityStatement, at index: Int, by actor: String, key: TestUser?,
    time: Timestamp? = nil
  ) throws -> Entry {
    var content = EntryContent(action: "change", actor: actor, outcome: .done)
    content.authority = statement
    let salt = [UInt8](repeating: 7, count: 16)
    let bare = Entry(content: content, index: index, time: time ?? log.time, salt: salt)
    guard let key else { return bare }
    return Entry(
      content: content, index: index, time: time ?? log.time, salt: salt,
      signature: try key.signer.key.sign(bare.signedBytes().span))
  }

  private func genesis() throws -> Authority {
    let bytes = log.entries[0]
    return try Authority(entry: Entry(parsing: bytes.span), bytes: bytes.span)
  }

  /// The state before entry 6; the second administrator's id is `u5` and it is revoked.
  private func state() throws -> Authority {
    var authority = try genesis()
    let steps: [(AuthorityStatement, String)] = [
      (.key(try log.newKey("tax", 1)), "recovery"),
      (.key(try log.newKey("roster", 1)), "recovery"),
      (.user(try user("u3").statement("労務", ["hr"])), "u0"),
      (.user(try user("u4").statement("経理", ["accountant"])), "u0"),
      (.user(try user("u5").statement("退職者", ["administrator"])), "u0"),
    ]
    for (offset, step) in steps.enumerated() {
      try authority.apply(
        try entry(step.0, at: offset + 1, by: step.1, key: try user(step.1)))
    }
    let grant = AuthorityStatement.grant(user: "u4", key: "tax", generation: 1)
    try authority.apply(try entry(grant, at: 6, by: "recovery", key: log.recovery))
    try authority.apply(
      try entry(.revoke(user: "u5"), at: 6, by: "u0", key: log.administrator))
    return authority
  }

  @Test(
    "who may not do it, is refused, and nothing changes",
    arguments: AuthorityCase.forbidden + AuthorityCase.forged + AuthorityCase.impossible)
  func refused(attempt: AuthorityCase) throws {
    var authority = try state()
    let before = (authority.users, authority.grants, authority.policyDigest, authority.keyNames)
    let entry = try entry(
      try attempt.statement(), at: 6, by: attempt.actor, key: try user(attempt.key ?? attempt.actor)
    )
    #expect {
      try authority.apply(entry)
    } throws: { error in
      let error = error as? AuditingError
      return error?.code == attempt.code && error?.index == 6
    }
    #expect(authority.users == before.0)
    #expect(authority.grants == before.1)
    #expect(authority.policyDigest == before.2)
    #expect(authority.keyNames == before.3)
  }

  @Test("an entry without a signature is refused")
  func unsigned() throws {
    var authority = try state()
    let bare = try entry(.revoke(user: "u3"), at: 6, by: "u0", key: nil)
    #expect(throws: AuditingError(.badSignature, index: 6)) { try authority.apply(bare) }
  }

  @Test("the signature covers the statement, the index, the time, the salt and all else")
  func covered() throws {
    let good = try entry(.revoke(user: "u3"), at: 6, by: "u0", key: log.administrator)
    var other = good.content
    other.authority = .revoke(user: "u4")
    var noted = good.content
    noted.reason = "x"
    let (index, time, salt) = (good.index, good.time, good.salt)
    let signature = good.signature
    for entry in [
      Entry(content: other, index: index, time: time, salt: salt, signature: signature),
      Entry(content: noted, index: index, time: time, salt: salt, signature: signature),
      Entry(content: good.content, index: 7, time: time, salt: salt, signature: signature),
      Entry(
        content: good.content, index: index, time: time.adding(seconds: 1), salt: salt,
        signature: signature),
      Entry(
        content: good.content, index: index, time: time, salt: salt.reversed() + [],
        signature: signature?.reversed()),
    ] {
      var authority = try state()
      #expect(throws: AuditingError(.badSignature, index: entry.index)) {
        try authority.apply(entry)
      }
    }
    var authority = try state()
    try authority.apply(good)
    #expect(authority.users["u3"]?.revokedIndex == 6)
  }

  @Test("a signature over the bare bytes without the label is refused")
  func label() throws {
    var authority = try state()
    let bare = try entry(.revoke(user: "u3"), at: 6, by: "u0", key: nil)
    let signature = try log.administrator.signer.key.sign(bare.canonicalBytes().span)
    let signed = Entry(
      content: bare.content, index: 6, time: bare.time, salt: bare.salt, signature: signature)
    #expect(throws: AuditingError(.badSignature, index: 6)) { try authority.apply(signed) }
  }

  @Test("a second root is refused, whoever signs it")
  func secondRoot() throws {
    let statement = AuthorityStatement.genesis(try genesis().genesis)
    for signer in [log.administrator, log.recovery] {
      var authority = try state()
      let entry = try entry(statement, at: 6, by: signer.id, key: signer)
      #expect(throws: AuditingError(.notAuthorised, index: 6)) { try authority.apply(entry) }
    }
  }

  @Test("a user may act on the last day in Japan, and not after it")
  func lastDay() throws {
    var authority = try genesis()
    let last = try #require(CalendarDate(year: 2027, month: 3, day: 31))
    let deputy = try TestUser("u1", seed: 9)
    let statement = deputy.statement("代理", ["administrator"], until: last)
    try authority.apply(try entry(.user(statement), at: 1, by: "u0", key: log.administrator))
    let policy = AuthorityStatement.policy(digest: [UInt8](repeating: 1, count: 32))
    // 15:00 UTC is midnight in Japan.
    let evening = Timestamp(last, secondOfDay: 15 * 3600 - 1)
    try authority.apply(try entry(policy, at: 2, by: "u1", key: deputy, time: evening))
    let late = try entry(
      policy, at: 3, by: "u1", key: deputy, time: evening.adding(seconds: 1))
    #expect(throws: AuditingError(.notAuthorised, index: 3)) { try authority.apply(late) }
  }

  @Test("after fresh keys the old ones sign nothing")
  func freshKeys() throws {
    var authority = try state()
    let fresh = try TestUser("u3", seed: 33)
    let change = AuthorityStatement.userKeys(user: "u3", keys: fresh.publicKeys)
    #expect(authority.users["u3"]?.hasFirstPassphrase == true)
    try authority.apply(try entry(change, at: 6, by: "u3", key: try user("u3")))
    #expect(authority.users["u3"]?.keys == fresh.publicKeys)
    #expect(authority.users["u3"]?.hasFirstPassphrase == false)
    #expect(authority.sealingKey(ofUser: "u3")?.publicKey == fresh.publicKeys.x25519)
    let again = try entry(change, at: 7, by: "u3", key: try user("u3"))
    #expect(throws: AuditingError(.badSignature, index: 7)) { try authority.apply(again) }
  }

  @Test("a revoked user holds nothing, is sealed nothing, and frees the name")
  func revocation() throws {
    var authority = try state()
    #expect(authority.holds(user: "u4", key: "tax"))
    try authority.apply(
      try entry(.revoke(user: "u4"), at: 6, by: "u0", key: log.administrator))
    #expect(!authority.holds(user: "u4", key: "tax"))
    #expect(authority.sealingKey(ofUser: "u4") == nil)
    #expect(authority.user(named: "経理") == nil)
    let grant = AuthorityStatement.grant(user: "u3", key: "tax", generation: 1)
    let late = try entry(grant, at: 7, by: "u4", key: try user("u4"))
    #expect(throws: AuditingError(.notAuthorised, index: 7)) { try authority.apply(late) }
    let successor = try TestUser("u7", seed: 70)
    try authority.apply(
      try entry(
        .user(successor.statement("経理", ["accountant"])), at: 7, by: "u0",
        key: log.administrator))
    #expect(authority.user(named: "経理")?.id == "u7")
  }

  @Test("a holder makes the next generation, holds it, and grants it on")
  func rotation() throws {
    var authority = try state()
    let second = try log.newKey("tax", 2)
    try authority.apply(try entry(.key(second), at: 6, by: "u4", key: try user("u4")))
    #expect(authority.key("tax")?.generation == 2)
    #expect(authority.key("tax")?.publicKey == second.publicKey)
    #expect(authority.key("tax", generation: 1)?.number == authority.key("tax")?.number)
    #expect(authority.grants.contains(KeyGrant(user: "u4", key: "tax", generation: 2)))
    let grant = AuthorityStatement.grant(user: "u3", key: "tax", generation: 2)
    try authority.apply(try entry(grant, at: 7, by: "u4", key: try user("u4")))
    #expect(authority.grants.contains(KeyGrant(user: "u3", key: "tax", generation: 2)))
    let old = AuthorityStatement.grant(user: "u0", key: "tax", generation: 1)
    let byNewHolder = try entry(old, at: 8, by: "u3", key: try user("u3"))
    #expect(throws: AuditingError(.notAuthorised, index: 8)) { try authority.apply(byNewHolder) }
  }

  @Test("a holder of the newest generation retires those before it, once")
  func retirement() throws {
    var authority = try state()
    let retirement = AuthorityStatement.keyRetire(key: "tax", before: 2)
    try authority.apply(
      try entry(.key(try log.newKey("tax", 2)), at: 6, by: "u4", key: try user("u4")))
    #expect(authority.rotationUnfinished == ["tax"])
    try authority.apply(try entry(retirement, at: 7, by: "u4", key: try user("u4")))
    #expect(authority.generations(of: "tax") == [2] && authority.rotationUnfinished.isEmpty)
    #expect(authority.key("tax", generation: 1) == nil && authority.key("tax")?.generation == 2)
    #expect(authority.grants == [KeyGrant(user: "u4", key: "tax", generation: 2)])
    #expect(authority.recoveryGrants.filter { $0.key == "tax" }.map(\.generation) == [2])
    let again = try entry(retirement, at: 8, by: "u4", key: try user("u4"))
    #expect(throws: AuditingError(.malformed, index: 8, detail: "key-retire")) {
      try authority.apply(again)
    }
    let former = AuthorityStatement.grant(user: "u3", key: "tax", generation: 1)
    let late = try entry(former, at: 8, by: "recovery", key: log.recovery)
    #expect(throws: AuditingError(.malformed, index: 8, detail: "grant")) {
      try authority.apply(late)
    }
    try authority.apply(
      try entry(.key(try log.newKey("tax", 3)), at: 8, by: "recovery", key: log.recovery))
    #expect(authority.generations(of: "tax") == [2, 3])
  }

  @Test("keys keep the order in which they were made, and the recovery file holds them all")
  func keys() throws {
    var authority = try state()
    try authority.apply(
      try entry(.key(try log.newKey("tax", 2)), at: 6, by: "recovery", key: log.recovery))
    #expect(authority.keyNames == ["tax", "roster"])
    #expect(authority.key("tax")?.number == 1)
    #expect(authority.key("none") == nil)
    #expect(authority.key("tax", generation: 3) == nil)
    #expect(authority.key("tax", generation: 0) == nil)
    #expect(
      authority.recoveryGrants == [
        KeyGrant(user: "recovery", key: "tax", generation: 1),
        KeyGrant(user: "recovery", key: "tax", generation: 2),
        KeyGrant(user: "recovery", key: "roster", generation: 1),
      ])
    #expect(authority.grants == [KeyGrant(user: "u4", key: "tax", generation: 1)])
    #expect(authority.recoverySealingKey.publicKey == log.recovery.publicKeys.x25519)
  }

  @Test("entry 0 must be the administrator's own root")
  func root() throws {
    let bytes = log.entries[0]
    let good = try Entry(parsing: bytes.span)
    #expect(try genesis().vaultID == log.vaultID)
    func refuse(_ entry: Entry, _ code: AuditingError.Code) {
      #expect {
        _ = try Authority(entry: entry, bytes: bytes.span)
      } throws: { error in
        (error as? AuditingError)?.code == code
      }
    }
    refuse(
      Entry(
        content: good.content, index: 1, time: good.time, salt: good.salt,
        signature: good.signature), .outOfOrder)
    refuse(
      Entry(content: good.content, index: 0, time: good.time, salt: good.salt), .badSignature)
    let statement = try #require(good.content.authority)
    refuse(try entry(statement, at: 0, by: "u0", key: try user("u3")), .badSignature)
    refuse(try entry(statement, at: 0, by: "u1", key: log.administrator), .malformed)
    refuse(try entry(.revoke(user: "u0"), at: 0, by: "u0", key: log.administrator), .malformed)
    refuse(
      Entry(
        content: EntryContent(action: "init", actor: "u0", outcome: .done), index: 0,
        time: good.time, salt: good.salt), .malformed)
  }
}
