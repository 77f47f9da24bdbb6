public import Auditing
public import People

/// The copies of keys.sqlite that stand, as far as the log knows.
///
/// As long as one made before a purge stands, what was purged can be opened with it, its users'
/// passphrases and a copy of the records of that time: a purge is complete when they are destroyed
/// (NIST SP 800-88, cryptographic erase: all copies of the key).
public struct OutstandingKeyBackups: Sendable {
  /// The copies, oldest first.
  public let copies: [BackupRecord]
  /// The entries of restores after which others may stand that no register knows.
  public let gaps: [Int]

  /// Reads the log.
  ///
  /// - Throws: `.integrity` if the log is not the one that was opened.
  public init(_ vault: Vault) throws(CustodyError) {
    let book = try vault.book(BackupBook.self)
    copies = book.copies.filter { $0.kind == .keys && $0.isOutstanding }
    gaps = book.gaps
  }

  /// Those that may hold keys which the entry with this index destroyed.
  public func copies(before entry: Int) -> [BackupRecord] {
    copies.filter { $0.mayHold(destroyedBy: entry) }
  }

  /// Those that should have been destroyed before a day.
  public func overdue(on day: CalendarDate) -> [BackupRecord] {
    copies.filter { $0.isOverdue(on: day) }
  }
}
