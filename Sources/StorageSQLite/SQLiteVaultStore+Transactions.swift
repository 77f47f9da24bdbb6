import Glibc
public import Storage

extension SQLiteVaultStore {
  public var isInTransaction: Bool { scope != nil }

  public func begin(_ scope: TransactionScope) throws(StorageError) {
    guard self.scope == nil else { throw wrong("beginning a transaction") }
    self.scope = scope
    do throws(StorageError) {
      switch scope {
      case .reading: try beginReading()
      case .log: try beginLog()
      case .both(let id): try beginBoth(id)
      }
    } catch {
      rollback()
      throw error
    }
  }

  /// Takes the shared locks in the order in which commits take theirs, so that both files are
  /// seen on the same side of any commit.
  private func beginReading() throws(StorageError) {
    try run(transactions.begin)
    try run(transactions.readRecords)
    try run(transactions.readKeys)
  }

  private func beginLog() throws(StorageError) {
    try run(transactions.begin)
    try run(transactions.lockRecords)
  }

  private func beginBoth(_ id: [UInt8]) throws(StorageError) {
    try run(transactions.beginImmediate)
    for stamp in [transactions.stampRecords, transactions.stampKeys] {
      try stamp.start()
      stamp.bind(1, id.span)
      try stamp.run()
    }
  }

  public func commit() throws(StorageError) {
    guard scope != nil else { throw wrong("committing") }
    let limit = Self.monotonicSeconds() + busyTimeout
    while true {
      do throws(StorageError) {
        try run(transactions.commit)
        scope = nil
        return
      } catch  where error.code == .busy {
        // SQLite has waited already; it gives up early only where waiting could deadlock.
        if Self.monotonicSeconds() >= limit { throw error }
        usleep(2_000)
      } catch {
        rollback()
        throw error
      }
    }
  }

  public func rollback() {
    guard scope != nil else { return }
    scope = nil
    // It fails only where SQLite has rolled back by itself after an error of the disk.
    try? run(transactions.rollback)
  }

  private func run(_ statement: Statement) throws(StorageError) {
    try statement.start()
    try statement.run()
  }

  private static func monotonicSeconds() -> Double {
    var now = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  // MARK: Guards

  /// Refuses a write to the records outside a writing transaction.
  func requireRecords(_ doing: StaticString) throws(StorageError) {
    switch scope {
    case .log, .both: return
    case .reading, nil: throw wrong(doing)
    }
  }

  /// Refuses a write to the keys outside a transaction over both files.
  func requireKeys(_ doing: StaticString) throws(StorageError) {
    guard case .both = scope else { throw wrong(doing) }
  }

  func wrong(_ doing: StaticString) -> StorageError {
    StorageError(.wrongTransaction, doing: doing)
  }
}
