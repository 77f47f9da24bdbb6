public import Auditing
public import People

/// What a restore did.
public struct RestoreSummary: Sendable {
  /// The index of the entry that declares the restore: the first that was given up.
  public let entry: Int
  /// The checkpoint given up; nil if nothing is known that the backup lacks.
  public let abandoned: SignedCheckpoint?
  /// The people whose numbers were destroyed since the backup was made, for some purpose or for all.
  public let purged: [PersonCode]
  /// The users whose authority had ended since, by name, and ended again.
  public let revoked: [String]
  /// How many wraps made since were destroyed: what they opened is not in the backup.
  public let wraps: Int
  /// The name under which the records that stood there lie beside the new ones; nil if there were none.
  public internal(set) var aside: String?

  /// How many entries of the log were given up.
  public var lost: Int { abandoned.map { max(0, $0.checkpoint.size - entry) } ?? 0 }
}
