internal import Auditing
internal import JSON

/// What the log says of one purge; a certificate says nothing else.
struct PurgeAccount {
  /// The purge's own entry, which ends its commit.
  let batch: Entry
  /// The size of the log before the decisions.
  let sizeBefore: Int
  /// How many people's entries stand right before the batch's.
  let people: Int
  /// What was destroyed, an entry a person.
  var purged: [Entry] = []
  /// What was found when both files were looked through afterwards.
  var scan: Entry?
  /// The entries that change who may do what, of the whole log.
  var authority: [Entry] = []
  /// The copies of the vault's files that stood at the scan.
  var backups = BackupBook()
  /// The roots before the decisions and after the batch.
  var roots: [Int: MerkleHash] = [:]

  /// - Returns: nil if the entry is no purge's own.
  init?(batch: Entry) {
    guard batch.content.action == "purge-batch",
      case .integer(let before)? = batch.content.detail["before"],
      case .integer(let people)? = batch.content.detail["people"],
      before >= 0, people > 0, people <= batch.index
    else { return nil }
    self.batch = batch
    sizeBefore = before
    self.people = people
  }

  /// The size of the log with the batch's entry.
  var sizeAfter: Int { batch.index + 1 }

  /// The nonces of all that was destroyed.
  var nonces: [[UInt8]] { purged.flatMap(PurgedItem.all).flatMap(\.nonces) }
}
