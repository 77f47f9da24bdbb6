internal import Auditing
internal import JSON

/// The registers of copies and of exported files, entry by entry, so that what a log that is given up
/// knows of them can be entered anew.
///
/// A file stands whatever log tells of it: one that was made after a backup still opens what it opens.
struct CarriedRegister {
  private var backups = BackupBook()
  private var exports = ExportBook()
  /// The ids in the order in which they were registered.
  private var ids: [String] = []
  private var made: [String: CarriedEntry] = [:]
  /// What became of a file, in order.
  private var later: [String: [CarriedEntry]] = [:]
  /// What restores declared not to be known.
  private var lost: Set<LostKnowledge> = []

  /// Whether an entry with these bytes may belong to a register.
  static func concerns(_ bytes: Span<UInt8>) -> Bool {
    BackupBook.concerns(bytes) || ExportBook.concerns(bytes)
  }

  /// The registers of a vault's log.
  static func read(_ vault: Vault) throws(CustodyError) -> CarriedRegister {
    var register = CarriedRegister()
    try vault.forEachEntry { (bytes) throws(CustodyError) in
      guard concerns(bytes) else { return }
      let entry: Entry = try CustodyError.gathering { try Entry(parsing: bytes) }
      register.take(entry)
    }
    return register
  }

  /// Takes the next entry of the log.
  mutating func take(_ entry: Entry) {
    backups.take(entry)
    exports.take(entry)
    lost.formUnion(LostKnowledge.declared(by: entry))
    let told = CarriedEntry(entry)
    guard told.content.outcome == .done, case .string(let id)? = told.content.detail["id"] else {
      return
    }
    switch told.content.action {
    case "backup", "backup-keys", "export-begin", "export", "hand-over":
      if made[id] == nil { ids.append(id) }
      made[id] = told
    case "backup-dispose", "backup-disposed", "export-dispose", "export-disposed",
      "hand-over-returned":
      later[id, default: []].append(told)
    default: return
    }
  }

  /// What the register of a log that goes on lacks: files that stand, and what became of those that
  /// stand by it.
  func missing(in other: CarriedRegister) -> [CarriedEntry] {
    let standing = standing
    return ids.flatMap { id in
      let (mine, known) = (later[id] ?? [], other.later[id]?.count ?? 0)
      guard other.made[id] == nil else { return Array(mine.dropFirst(known)) }
      guard standing.contains(id), let made = made[id] else { return [] }
      return [made] + mine
    }
  }

  /// What is not known here, and not by the register of a log that goes on either.
  func unknown(besides other: CarriedRegister) -> Set<LostKnowledge.Kind> {
    Set(lost.subtracting(other.lost).map(\.kind))
  }

  private var standing: Set<String> {
    Set(
      backups.copies.filter(\.isOutstanding).map(\.id)
        + exports.files.filter { $0.isOutstanding || $0.standsHere }.map(\.id))
  }
}
