public import Auditing

/// Keeps signed checkpoints outside the vault, where putting back both files does not reach.
///
/// Erased reads, and both files rolled back together, show only against such a checkpoint.
public protocol CheckpointKeeper: AnyObject {
  /// The checkpoints kept for a vault: what each user saw last, and what a witness holds.
  ///
  /// - Throws: `.integrity` if what is kept cannot be read.
  func kept(for vault: VaultID) throws(CustodyError) -> [KeptCheckpoint]

  /// Keeps what a user saw last.
  ///
  /// - Throws: `.checkpointNotKept`, or `.integrity` if what is kept already cannot be read.
  func keep(_ text: [UInt8], seenBy user: String, in vault: VaultID) throws(CustodyError)

  /// Keeps what a user saw last in the place of all that anybody saw of a log which a declared restore
  /// gave up; what a witness holds stays.
  ///
  /// - Throws: As ``keep(_:seenBy:in:)`` does.
  func keep(
    _ text: [UInt8], seenBy user: String, inPlaceOfAllIn vault: VaultID
  ) throws(CustodyError)
}
