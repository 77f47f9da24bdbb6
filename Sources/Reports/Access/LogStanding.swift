public import Auditing

/// How the log stood when the report was made: everything that was checked before it.
public struct LogStanding: Sendable {
  /// What the whole log authorises, as a verifying reader replayed it.
  public let authority: Authority
  /// How many entries the log has.
  public let size: Int
  /// The root of the tree over them.
  public let root: MerkleHash
  /// The newest checkpoint that verified.
  public let checkpoint: SignedCheckpoint
  /// How many checkpoints verified, each signed by whoever acted in its commit.
  public let checkpoints: Int
  /// The newest checkpoint from outside that the log contains.
  public let outside: OutsideStanding?
  /// The one whose cosignature by a witness was checked.
  public let witnessed: OutsideStanding?

  /// Describes a log; the signatures are checked by whoever replayed it.
  public init(
    authority: Authority, size: Int, root: MerkleHash, checkpoint: SignedCheckpoint,
    checkpoints: Int, outside: OutsideStanding? = nil, witnessed: OutsideStanding? = nil
  ) {
    self.checkpoints = checkpoints
    self.outside = outside
    self.witnessed = witnessed
    self.authority = authority
    self.size = size
    self.root = root
    self.checkpoint = checkpoint
  }
}

extension LogStanding {
  /// Holds the entries that a report took against the log described.
  ///
  /// - Throws: `.incompleteLog`, `.checkpointMismatch`, `.authorityMismatch`.
  func check(taken: Int, _ trail: AuthorityTrail) throws(ReportsError) {
    guard taken == size, taken > 0 else { throw .incompleteLog(taken: taken, size: size) }
    let newest = checkpoint.checkpoint
    guard newest.origin == authority.vaultID.origin, newest.size <= taken else {
      throw .checkpointMismatch
    }
    try trail.agree(with: authority)
  }
}
