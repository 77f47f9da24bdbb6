import GRDB
import GRDBSQLite
import Storage

/// The one connection over both files.
///
/// GRDB opens, configures and owns it. The rows go through ``Statement`` on the raw handle, since
/// GRDB's rows would copy every blob. SQLite runs in multi-thread mode here, which is sound
/// because a store serves one thread at a time.
@safe final class Connection {
  /// The name under which the keys file is attached.
  static let keysSchema = "k"

  private let queue: DatabaseQueue
  private var openHandle: OpaquePointer?
  private var statements: [Statement] = []

  /// Opens both files, which must be there.
  ///
  /// - Throws: ``StorageError``.
  init(records: String, keys: String, busyTimeout: Double) throws(StorageError) {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(busyTimeout)
    configuration.allowsUnsafeTransactions = true
    do {
      queue = try DatabaseQueue(path: Self.uri(of: records), configuration: configuration)
      let attached = Self.uri(of: keys)
      unsafe openHandle = try queue.inDatabase { database in
        try database.execute(
          sql: "ATTACH DATABASE ? AS \(Self.keysSchema)", arguments: [attached])
        try database.execute(sql: Self.pragmas)
        return unsafe database.sqliteConnection
      }
    } catch {
      throw Self.error(from: error, doing: "opening the vault")
    }
    // GRDB's hooks serve its transaction observers and expect statements of its own. Nothing is
    // observed here, and a commit through the raw handle would trip them.
    _ = unsafe sqlite3_commit_hook(openHandle, nil, nil)
    _ = unsafe sqlite3_rollback_hook(openHandle, nil, nil)
  }

  /// The raw handle.
  ///
  /// - Throws: ``StorageError`` after ``close()``.
  func handle() throws(StorageError) -> OpaquePointer {
    guard let handle = unsafe openHandle else {
      throw StorageError(.failed(SQLITE_MISUSE), doing: "using a closed vault")
    }
    return unsafe handle
  }

  /// Makes a statement that is compiled at its first use.
  func statement(_ file: StorageFile, _ doing: StaticString, _ sql: StaticString) -> Statement {
    let statement = Statement(connection: self, file: file, doing: doing, sql: sql)
    statements.append(statement)
    return statement
  }

  /// Runs SQL that gives no rows, by GRDB; for the schema and other rare things.
  ///
  /// - Throws: ``StorageError``.
  func execute(_ sql: String, doing: StaticString) throws(StorageError) {
    do {
      try queue.inDatabase { try $0.execute(sql: sql) }
    } catch {
      throw Self.error(from: error, doing: doing)
    }
  }

  /// Returns the first column of all rows that are not null as text, by GRDB.
  ///
  /// - Throws: ``StorageError``.
  func texts(_ sql: String, doing: StaticString) throws(StorageError) -> [String] {
    do {
      return try queue.inDatabase { try String?.fetchAll($0, sql: sql).compactMap { $0 } }
    } catch {
      throw Self.error(from: error, doing: doing)
    }
  }

  /// Closes both files; statements become unusable.
  func close() {
    guard unsafe openHandle != nil else { return }
    for statement in statements { statement.finalize() }
    statements = []
    unsafe openHandle = nil
    // A failure to close leaves nothing to do: everything committed is on the disk.
    try? queue.close()
  }

  deinit { close() }
}

extension Connection {
  /// Settings of the connection.
  ///
  /// A hostile schema may not call functions, and cells are checked as pages are read. Extra
  /// synchronisation covers the folder after a journal is deleted. The cache is bounded, so
  /// memory does not grow with a transaction.
  private static let pragmas = """
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA main.journal_mode = DELETE;
    PRAGMA k.journal_mode = DELETE;
    PRAGMA main.synchronous = EXTRA;
    PRAGMA k.synchronous = EXTRA;
    PRAGMA main.secure_delete = ON;
    PRAGMA k.secure_delete = ON;
    PRAGMA main.cache_size = -32768;
    PRAGMA k.cache_size = -32768;
    """

  /// The name that lets SQLite open a file for reading and writing and never make it.
  static func uri(of path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var escaped: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        escaped.append(byte)
      default:
        escaped += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return "file://" + String(decoding: escaped, as: UTF8.self) + "?mode=rw"
  }

  /// The storage error for a status of SQLite.
  static func error(
    status: Int32, file: StorageFile? = nil, doing: StaticString
  ) -> StorageError {
    let code: StorageError.Code =
      switch status & 0xFF {
      case SQLITE_BUSY, SQLITE_LOCKED: .busy
      case SQLITE_CORRUPT: .corrupt
      case SQLITE_NOTADB: .wrongFormat(found: 0)
      case SQLITE_FULL: .diskFull
      case SQLITE_CONSTRAINT: .constraint
      default: .failed(status)
      }
    return StorageError(code, file: file, doing: doing)
  }

  static func error(from error: any Error, doing: StaticString) -> StorageError {
    let status = (error as? DatabaseError)?.extendedResultCode.rawValue ?? SQLITE_ERROR
    return Self.error(status: status, doing: doing)
  }
}
