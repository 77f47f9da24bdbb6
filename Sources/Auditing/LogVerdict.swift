/// What offline verification found in an exported log that is right.
public struct LogVerdict: Sendable {
  /// The vault whose log it is.
  public let vaultID: VaultID
  /// How many entries it has.
  public let entries: Int
  /// How many of them the newest checkpoint covers.
  public let signedSize: Int
  /// How many entries follow it, all of kinds that are written before a key is open.
  public let unsignedTail: Int
  /// The newest checkpoint.
  public let newestCheckpoint: SignedCheckpoint
  /// How many checkpoints the export holds, each of them verified.
  public let checkpoints: Int
  /// How many entries change who may do what, entry 0 included.
  public let authorityEntries: Int
  /// The users in the order in which they were added, revoked ones included.
  public let users: [UserAccount]
}
