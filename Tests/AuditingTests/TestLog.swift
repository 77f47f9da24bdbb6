import Auditing
import People
import Secrets
import TestSupport

/// A log in the making, with everybody's private keys at hand.
final class TestLog {
  private(set) var entries: [[UInt8]] = []
  private(set) var checkpoints: [Int: [UInt8]] = [:]
  private(set) var frontier = MerkleFrontier()
  private(set) var vaultID: VaultID
  let administrator: TestUser
  let recovery: TestUser
  var time: Timestamp
  private let random: RandomBytes

  /// Writes entry 0 and its checkpoint; `seed` makes another vault with other keys.
  init(seed: UInt8 = 1, isSigned: Bool = true) throws {
    var generator = SplitMix(seed: UInt64(seed))
    random = RandomBytes { (out) throws(SecretsError) in
      for place in out.indices { out[place] = UInt8(truncatingIfNeeded: generator.next()) }
    }
    administrator = try TestUser("u0", seed: seed)
    recovery = try TestUser("recovery", seed: seed &+ 100)
    time = Timestamp(seconds: 1_790_000_000)
    vaultID = try Self.placeholder()
    let statement = UserStatement(
      id: "u0", name: "管理者", organisation: nil, roles: ["administrator"], until: nil,
      keys: administrator.publicKeys)
    let genesis = Genesis(
      nonce: [UInt8](repeating: seed, count: 32), organisation: "株式会社例",
      corporateNumber: "1234567890123", policy: [UInt8](repeating: 3, count: 32),
      administrator: statement, recovery: recovery.publicKeys)
    try commit([change(.genesis(genesis), by: administrator)], checkpointBy: nil)
    let root = entries[0]
    vaultID = VaultID(try SHA256.hash(root.span)) ?? vaultID
    if isSigned { checkpoints[1] = try checkpoint(by: administrator) }
  }

  /// An entry with, for a change of authority, the user who signs it.
  struct Line {
    var content: EntryContent
    var signer: TestUser?
  }

  func change(_ statement: AuthorityStatement, by signer: TestUser, as actor: String? = nil) -> Line
  {
    var content = EntryContent(action: "change", actor: actor ?? signer.id, outcome: .done)
    content.authority = statement
    content.touchesKeys = true
    return Line(content: content, signer: signer)
  }

  /// Writes entries and, if anybody signs, the checkpoint; each commit is a minute later.
  func commit(_ lines: [Line], checkpointBy signer: TestUser?) throws {
    time = time.adding(seconds: 60)
    var builder = try CommitBuilder(after: frontier, time: time, random: random)
    for line in lines {
      if let signer = line.signer {
        entries.append(try builder.add(line.content, signedBy: signer.signer))
      } else {
        entries.append(try builder.add(line.content))
      }
    }
    if let signer {
      checkpoints[entries.count] = try builder.checkpoint(
        origin: vaultID.origin, signedBy: signer.signer)
    }
    frontier = try builder.currentFrontier
  }

  /// Writes an entry that no program of ours would, with a checkpoint that holds.
  func commit(raw entry: [UInt8], checkpointBy signer: TestUser) throws {
    var hashing = try SHA256Context()
    try frontier.append(leaf: MerkleHash.leaf(of: entry.span, using: &hashing), using: &hashing)
    entries.append(entry)
    checkpoints[entries.count] = try checkpoint(by: signer)
  }

  /// A checkpoint of the log as it stands, by anybody.
  func checkpoint(by signer: TestUser, origin: String? = nil) throws -> [UInt8] {
    let builder = try CommitBuilder(after: frontier, time: time, random: random)
    return try Self.signed(builder, origin: origin ?? vaultID.origin, by: signer)
  }

  private static func signed(
    _ builder: consuming CommitBuilder, origin: String, by signer: TestUser
  ) throws -> [UInt8] {
    try builder.checkpoint(origin: origin, signedBy: signer.signer)
  }

  private static func placeholder() throws -> VaultID {
    guard let id = VaultID([UInt8](repeating: 0, count: 32)) else {
      throw AuditingError(.malformed)
    }
    return id
  }

  /// The log as a file.
  func export() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var export = try LogExport<AuditingError>(of: vaultID, failure: { $0 }) { line in
      for place in line.indices { bytes.append(line[place]) }
    }
    for (index, entry) in entries.enumerated() {
      try export.append(entry: entry)
      if let text = checkpoints[index + 1] { try export.append(checkpoint: text) }
    }
    try export.finish()
    return bytes
  }

  /// The entries replayed, every checkpoint held against them.
  func replayed(_ thoroughness: LogReplay.Thoroughness = .everyEntry) throws -> LogReplay {
    var replay = try LogReplay(expecting: vaultID, thoroughness: thoroughness)
    for entry in entries {
      try replay.take(entry.span)
      if let text = checkpoints[replay.size] { try replay.check(SignedCheckpoint(parsing: text)) }
    }
    return replay
  }

  /// Hands one entry to a replay.
  func give(_ index: Int, to replay: inout LogReplay) throws(AuditingError) {
    let entry = entries[index]
    try replay.take(entry.span)
  }

  func authority() throws -> Authority { try replayed().authority() }
}
