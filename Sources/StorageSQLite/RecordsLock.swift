import GRDB
import GRDBSQLite
import Storage

/// Keeps other processes from writing to a records file meanwhile, without writing to it.
///
/// Whoever has the file open afterwards, when another has its name, is refused by SQLite itself
/// (`SQLITE_READONLY_DBMOVED`).
final class RecordsLock {
  private let queue: DatabaseQueue

  /// Takes the lock; an unfinished transaction in the file is undone by that.
  ///
  /// - Returns: nil for a file that is no database, or a broken one: nobody can work with it.
  /// - Throws: ``StorageError`` with `.busy`, and for what may be whole but cannot be locked.
  init?(_ path: String, busyTimeout: Double) throws(StorageError) {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(busyTimeout)
    configuration.allowsUnsafeTransactions = true
    do {
      queue = try DatabaseQueue(path: Connection.uri(of: path), configuration: configuration)
      try queue.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    } catch {
      let error = Connection.error(from: error, doing: "locking the records that are replaced")
      switch error.code {
      case .corrupt, .wrongFormat: return nil
      default: throw error
      }
    }
  }

  /// Gives the lock back.
  func release() { try? queue.close() }
}
