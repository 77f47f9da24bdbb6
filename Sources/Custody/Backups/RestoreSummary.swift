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
  /// The people whose name and address were sealed anew since, and have to be collected again.
  public let namesLost: [PersonCode]
  /// The people of whose number the particulars of the verification were recorded anew since, and have to
  /// be recorded again.
  public let evidenceLost: [PersonCode]
  /// The people for whom holds set since were entered again.
  public let held: [PersonCode]
  /// The users whose authority had ended since, by name, and ended again.
  public let revoked: [String]
  /// How many wraps made since were destroyed: what they opened is not in the backup.
  public let wraps: Int
  /// How many entries of the registers of copies and files were carried over.
  public let carried: Int
  /// How far what was given up was known.
  public let log: GivenUpState
  /// The name under which the records that stood there lie beside the new ones; nil if there were none.
  public internal(set) var aside: String?

  init(
    entry: Int, abandoned: SignedCheckpoint?, _ people: RestoredPeople.Outcome, revoked: [String],
    wraps: Int, carried: Int, log: GivenUpState
  ) {
    (self.entry, self.abandoned, self.revoked) = (entry, abandoned, revoked)
    (self.wraps, self.carried, self.log) = (wraps, carried, log)
    (purged, held) = (people.purged, people.held)
    (namesLost, evidenceLost) = (people.namesLost, people.evidenceLost)
  }

  /// How many entries of the log were given up.
  public var lost: Int { abandoned.map { max(0, $0.checkpoint.size - entry) } ?? 0 }
}
