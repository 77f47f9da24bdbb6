import Auditing
import People

extension TestLog {
  /// About forty entries: users, keys, grants, reads, a passphrase change, a revocation, and two
  /// failed sign-ins at the end.
  static func standard(
    seed: UInt8 = 1, endsUnsigned: Bool = true
  ) throws -> TestLog {
    let log = try TestLog(seed: seed)
    let admin = log.administrator
    try log.commit(
      ["tax", "roster"].map { log.change(.key(try log.newKey($0, 1)), by: log.recovery) },
      checkpointBy: admin)
    let hr = try TestUser("u3", seed: seed &+ 3)
    try log.commit([log.change(.user(hr.statement("労務", ["hr"])), by: admin)], checkpointBy: admin)
    let accountant = try TestUser("u4", seed: seed &+ 4)
    try log.commit(
      [
        log.change(.user(accountant.statement("経理", ["accountant"])), by: admin),
        log.change(.grant(user: "u4", key: "tax", generation: 1), by: log.recovery),
        log.change(.grant(user: "u3", key: "roster", generation: 1), by: log.recovery),
      ], checkpointBy: admin)
    for round in 0..<5 {
      try log.commit(
        (0..<4).map { log.read(by: accountant, round * 4 + $0) }, checkpointBy: accountant)
      if round == 2 { try log.fail() }
    }
    let renewed = try TestUser("u3", seed: seed &+ 5)
    try log.commit(
      [log.change(.userKeys(user: "u3", keys: renewed.publicKeys), by: hr)], checkpointBy: renewed)
    try log.commit([log.change(.revoke(user: "u3"), by: admin)], checkpointBy: admin)
    try log.commit(
      [log.change(.policy(digest: [UInt8](repeating: 4, count: 32)), by: admin)],
      checkpointBy: admin)
    for round in 5..<7 {
      try log.commit(
        (0..<4).map { log.read(by: accountant, round * 4 + $0) }, checkpointBy: accountant)
    }
    if endsUnsigned {
      try log.fail()
      try log.fail()
    }
    return log
  }

  /// Four entries, one of each kind: the root, a user, a read, a failed sign-in.
  static func small() throws -> TestLog {
    let log = try TestLog()
    let reader = try TestUser("u1", seed: 4)
    try log.commit(
      [log.change(.user(reader.statement("経理", ["accountant"])), by: log.administrator)],
      checkpointBy: log.administrator)
    try log.commit([log.read(by: reader, 1)], checkpointBy: reader)
    try log.fail()
    return log
  }

  /// A number read for a form.
  func read(by user: TestUser, _ person: Int) -> Line {
    var content = EntryContent(action: "read", actor: user.id, outcome: .allowed)
    content.role = "accountant"
    content.purpose = "tax-withholding"
    content.form = "withholding-slip-tax-office"
    content.article = "番号法19条2号"
    content.person = "E\(1000 + person)"
    content.version = 1
    content.reason = "支払調書 \"2025\""
    return Line(content: content)
  }

  /// A failed sign-in, which nobody can sign for.
  func fail() throws {
    let content = EntryContent(action: "sign-in-failed", actor: "unknown", outcome: .refused)
    try commit([Line(content: content)], checkpointBy: nil)
  }

  func newKey(_ name: String, _ generation: Int) throws -> KeyStatement {
    let pair = try TestUser("", seed: UInt8(100 + generation))
    return KeyStatement(name: name, generation: generation, publicKey: pair.publicKeys.x25519)
  }
}

extension TestUser {
  func statement(
    _ name: String, _ roles: [String], until: CalendarDate? = nil
  ) -> UserStatement {
    UserStatement(
      id: id, name: name, organisation: nil, roles: roles, until: until, keys: publicKeys)
  }
}
