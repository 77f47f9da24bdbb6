internal import Secrets
internal import Threads

/// The compact range of a log that entries are added to: where they are many, another thread hashes
/// them while the next are written.
struct LeafHashing: ~Copyable {
  /// With what has been hashed, apart from what another thread has yet to say.
  private var frontier: MerkleFrontier
  /// With the group that another thread hashes.
  private var ahead: Deferred<Result<MerkleFrontier, AuditingError>>?
  /// Entries that nobody hashes yet.
  private var waiting: [[UInt8]] = []
  /// How many entries the log has with those added.
  private(set) var size: Int

  /// How many entries are hashed together; fewer are hashed where they are asked for.
  static var group: Int { 250 }

  init(after frontier: MerkleFrontier) {
    self.frontier = frontier
    size = frontier.size
  }

  /// Adds an entry.
  ///
  /// - Throws: `.cryptography`, also of entries added before.
  mutating func append(_ entry: [UInt8]) throws(AuditingError) {
    waiting.append(entry)
    size += 1
    guard waiting.count == Self.group else { return }
    try catchUp()
    let (frontier, group) = (frontier, waiting)
    waiting = []
    ahead = Deferred {
      do throws(AuditingError) {
        return .success(try Self.append(group, to: frontier))
      } catch {
        return .failure(error)
      }
    }
  }

  /// The compact range with all that was added.
  ///
  /// - Throws: `.cryptography`.
  mutating func finish() throws(AuditingError) -> MerkleFrontier {
    try catchUp()
    frontier = try Self.append(waiting, to: frontier)
    waiting = []
    return frontier
  }

  /// Waits for the group that another thread hashes; at most one does.
  private mutating func catchUp() throws(AuditingError) {
    guard let ahead else { return }
    frontier = try ahead.value().get()
    self.ahead = nil
  }

  private static func append(
    _ entries: [[UInt8]], to frontier: MerkleFrontier
  ) throws(AuditingError) -> MerkleFrontier {
    guard !entries.isEmpty else { return frontier }
    var grown = frontier
    var hashing = try SHA256Context.make()
    for entry in entries {
      let leaf = try MerkleHash.leaf(of: entry.span, using: &hashing)
      try grown.append(leaf: leaf, using: &hashing)
    }
    return grown
  }
}
