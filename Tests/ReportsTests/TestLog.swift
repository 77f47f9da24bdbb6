import Auditing
import People
import Reports
import Rules
import Secrets

/// A real log with signatures, kept in memory.
final class TestLog {
  let policy: Policy
  private let random: RandomBytes
  private var frontier = MerkleFrontier()
  private var seeds: [String: [UInt8]] = [:]
  private(set) var entries: [[UInt8]] = []
  private(set) var checkpoint: SignedCheckpoint?
  private var origin = ""
  /// The time of the entries that follow.
  var time: Timestamp

  /// Makes entry 0 and a key for each purpose and compartment.
  init(_ policy: Policy, at day: CalendarDate) throws {
    self.policy = policy
    time = Timestamp(day, secondOfDay: 3600)
    var state: UInt8 = 7
    random = RandomBytes { out in
      for index in out.indices {
        state = state &* 5 &+ 11
        out[index] = state
      }
    }
    let administrator = UserStatement(
      id: "u0", name: "管理 花子", organisation: nil, roles: ["administrator"], until: nil,
      keys: try makeKeys("u0"))
    var content = EntryContent(action: "init", actor: "u0", outcome: .done)
    content.touchesKeys = true
    content.authority = .genesis(
      Genesis(
        nonce: try random.bytes(32), organisation: "サンプル食品株式会社",
        corporateNumber: "7000012050002", policy: policy.digest, administrator: administrator,
        recovery: try makeKeys("recovery")))
    try add(content, signedBy: "u0")
    try makeKeys(of: policy)
  }

  private func makeKeys(of policy: Policy) throws {
    for name in policy.purposes.map(\.id.rawValue) + Role.compartments {
      let publicKey = try X25519PrivateKey(random: random).publicKey
      try state(
        .key(KeyStatement(name: name, generation: 1, publicKey: publicKey)), action: "key",
        by: "recovery")
    }
  }

  // MARK: Writing

  /// Writes a plain entry and returns its index.
  @discardableResult
  func write(
    _ action: String, by actor: String = "u0", _ outcome: Outcome = .done,
    _ change: (inout EntryContent) throws -> Void = { _ in }
  ) throws -> Int {
    var content = EntryContent(action: action, actor: actor, outcome: outcome)
    try change(&content)
    var builder = try CommitBuilder(after: frontier, time: time, random: random)
    entries.append(try builder.add(content))
    frontier = try builder.currentFrontier
    return entries.count - 1
  }

  /// Writes a change of authority and returns its index.
  @discardableResult
  func state(_ statement: AuthorityStatement, action: String, by actor: String) throws -> Int {
    var content = EntryContent(action: action, actor: actor, outcome: .done)
    content.authority = statement
    content.touchesKeys = true
    return try add(content, signedBy: actor)
  }

  /// Adds a user, and grants the keys named with the recovery file.
  @discardableResult
  func addUser(
    _ name: String, roles: [String], keys: [String] = [], until: CalendarDate? = nil,
    organisation: String? = nil
  ) throws -> String {
    let id = "u\(entries.count)"
    let statement = UserStatement(
      id: id, name: name, organisation: organisation, roles: roles, until: until,
      keys: try makeKeys(id))
    try state(.user(statement), action: "user-add", by: "u0")
    for key in keys {
      try state(.grant(user: id, key: key, generation: 1), action: "grant", by: "recovery")
    }
    return id
  }

  /// Gives a user fresh keys, as a change of passphrase does.
  func changePassphrase(of id: String) throws {
    let old = seeds[id] ?? []
    let keys = try makeKeys(id)
    let new = seeds[id]
    seeds[id] = old
    try state(.userKeys(user: id, keys: keys), action: "user-passphrase", by: id)
    seeds[id] = new
  }

  /// Signs the log as it stands.
  func sign(by id: String = "u0") throws {
    var builder = try CommitBuilder(after: frontier, time: time, random: random)
    checkpoint = try SignedCheckpoint(
      parsing: builder.checkpoint(origin: origin, signedBy: try signer(id)))
  }

  @discardableResult
  private func add(_ content: EntryContent, signedBy id: String) throws -> Int {
    var builder = try CommitBuilder(after: frontier, time: time, random: random)
    let bytes = try builder.add(content, signedBy: try signer(id))
    if entries.isEmpty {
      origin = try Authority(entry: Entry(parsing: bytes.span), bytes: bytes.span).vaultID.origin
    }
    entries.append(bytes)
    frontier = try builder.currentFrontier
    return entries.count - 1
  }

  private func makeKeys(_ id: String) throws -> PublicKeys {
    let seed = try random.bytes(32)
    seeds[id] = seed
    return PublicKeys(
      ed25519: try Ed25519PrivateKey(rawBytes: seed.span).publicKey,
      x25519: try X25519PrivateKey(random: random).publicKey)
  }

  private func signer(_ id: String) throws -> Signer {
    let seed = seeds[id] ?? []
    return Signer(id: id, key: try Ed25519PrivateKey(rawBytes: seed.span))
  }

  // MARK: Reading

  /// What a verifying reader says of the log.
  func standing(outside: OutsideStanding? = nil, witnessed: OutsideStanding? = nil) throws
    -> LogStanding
  {
    var replay = try LogReplay(expecting: nil, thoroughness: .everyEntry)
    for bytes in entries { try replay.take(bytes.span) }
    guard let checkpoint else { throw AuditingError(.missing) }
    return LogStanding(
      authority: try replay.authority(), size: replay.size, root: try replay.root(),
      checkpoint: checkpoint, checkpoints: 1, outside: outside, witnessed: witnessed)
  }

  /// The report of the log; signs it first if nobody did.
  func report(
    _ parameters: AccessReportParameters, people: [PersonSummary] = []
  ) throws -> AccessReport {
    if checkpoint == nil { try sign() }
    var builder = AccessReportBuilder(parameters, policy: policy)
    for person in people { try builder.add(person) }
    var replay = try LogReplay(expecting: nil, thoroughness: .everyEntry)
    for bytes in entries {
      try builder.add(Entry(parsing: bytes.span))
      try replay.take(bytes.span)
      builder.note(try replay.authority())
    }
    return try builder.finish(try standing())
  }
}
