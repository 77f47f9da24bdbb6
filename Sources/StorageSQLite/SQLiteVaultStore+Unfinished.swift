import Glibc
public import Storage

extension SQLiteVaultStore {
  private static let looking: StaticString = "looking at an unfinished vault"

  /// Whether the making of the vault was interrupted before anything was committed to it.
  ///
  /// - Throws: ``StorageError`` with `.busy` while another process works with the files.
  public static func isUnfinished(
    folder: String, keysFolder: String? = nil
  ) throws(StorageError) -> Bool {
    try withUnfinished(folder, keysFolder) { _ in }
  }

  /// Removes the files of a vault whose making was interrupted, and says whether it was one.
  ///
  /// - Throws: ``StorageError`` with `.busy` while another process works with the files.
  public static func discardUnfinished(
    folder: String, keysFolder: String? = nil
  ) throws(StorageError) -> Bool {
    try withUnfinished(folder, keysFolder) { $0.discard() }
  }

  /// Lends the folder to `body` if it holds nothing, while nobody else can write to it.
  private static func withUnfinished(
    _ folder: String, _ keysFolder: String?, _ body: (VaultFolder) -> Void
  ) throws(StorageError) -> Bool {
    do throws(StorageError) {
      let found = try VaultFolder(existing: folder, keysFolder: keysFolder)
      let connection = try Connection(records: found.records, keys: found.keys, busyTimeout: 0.1)
      defer { connection.close() }
      try connection.execute("BEGIN EXCLUSIVE", doing: looking)
      guard try isBlank(connection) else { return false }
      body(found)
      return true
    } catch {
      // Whatever else is there is no vault that was just being made.
      if error.code == .busy { throw error }
      return false
    }
  }

  /// Whether both files are empty, or as they were made.
  private static func isBlank(_ connection: Connection) throws(StorageError) -> Bool {
    let tables = try connection.texts(
      """
      SELECT name FROM main.sqlite_master UNION ALL SELECT name FROM k.sqlite_master LIMIT 100
      """, doing: looking)
    if tables.isEmpty { return true }
    try Schema.check(connection, .records)
    try Schema.check(connection, .keys)
    return try connection.texts(Schema.contents, doing: looking).isEmpty
  }
}
