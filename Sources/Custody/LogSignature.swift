public import Auditing

/// How far signatures reach: the newest signed checkpoint, and the entries after it.
///
/// A log is valid if every entry after the newest checkpoint is of a kind that is written before
/// any key is open; both counts are shown.
public struct LogSignature: Sendable {
  /// The newest signed checkpoint.
  public let checkpoint: SignedCheckpoint
  /// Entries that follow it without a signature.
  public let unsignedEntries: Int

  /// Describes the state of the signatures.
  public init(checkpoint: SignedCheckpoint, unsignedEntries: Int) {
    self.checkpoint = checkpoint
    self.unsignedEntries = unsignedEntries
  }
}
