public import Storage

/// A vault's two files in SQLite.
///
/// The files are never made by opening, never followed through a symbolic link, and refused when
/// others than the owner may read them. See ``VaultStore`` for what the methods promise.
public final class SQLiteVaultStore: VaultStore {
  let folder: VaultFolder
  let connection: Connection
  let busyTimeout: Double
  let transactions: TransactionStatements
  let logTable: LogStatements
  let peopleTable: PeopleStatements
  let numbersTable: NumberStatements
  let documentsTable: DocumentStatements
  let usersTable: UserStatements
  let wrapsTable: WrapStatements
  var scope: TransactionScope?

  /// Makes a vault with an empty log and opens it.
  ///
  /// - Parameters:
  ///   - folder: The vault's folder, which must not be there.
  ///   - keysFolder: The folder of the keys file; `keys` in the vault's folder when nil.
  ///   - busyTimeout: How long to wait for another process, in seconds.
  /// - Throws: ``StorageError`` with `.exists` when the folder or the keys file is there; what
  ///   was made is removed again.
  public static func create(
    folder: String, keysFolder: String? = nil, busyTimeout: Double = 5
  ) throws(StorageError) -> SQLiteVaultStore {
    let made = try VaultFolder(creating: folder, keysFolder: keysFolder)
    do throws(StorageError) {
      let connection = try Connection(
        records: made.records, keys: made.keys, busyTimeout: busyTimeout)
      try connection.execute(Schema.creation(), doing: "making the vault's tables")
      return SQLiteVaultStore(made, connection, busyTimeout)
    } catch {
      made.discard()
      throw error
    }
  }

  /// Opens an existing vault.
  ///
  /// - Parameters:
  ///   - folder: The vault's folder.
  ///   - keysFolder: The folder of the keys file; `keys` in the vault's folder when nil.
  ///   - requiringPair: Whether the two files' transaction ids must be equal. False only to join a
  ///     restored file to the other one; the next transaction over both makes them equal.
  ///   - busyTimeout: How long to wait for another process, in seconds.
  /// - Throws: ``StorageError`` with `.missing`, `.permissionsTooWide`, `.notRegularFile`,
  ///   `.staleJournal`, `.wrongFormat`, `.corrupt`, `.busy` or `.filesDoNotBelongTogether`.
  public static func open(
    folder: String, keysFolder: String? = nil, requiringPair: Bool = true, busyTimeout: Double = 5
  ) throws(StorageError) -> SQLiteVaultStore {
    let found = try VaultFolder(existing: folder, keysFolder: keysFolder)
    let store = try open(found, records: found.records, busyTimeout: busyTimeout)
    try store.begin(.reading)
    defer { store.rollback() }
    let belong = try store.head().transactionID == store.keysHead().transactionID
    guard belong || !requiringPair else {
      throw StorageError(.filesDoNotBelongTogether, doing: "opening the vault")
    }
    return store
  }

  /// Opens a records file beside the folder's keys.
  static func open(
    _ folder: VaultFolder, records: String, busyTimeout: Double
  ) throws(StorageError) -> SQLiteVaultStore {
    let connection = try Connection(
      records: records, keys: folder.keys, busyTimeout: busyTimeout)
    try Schema.check(connection, .records)
    try Schema.check(connection, .keys)
    return SQLiteVaultStore(folder, connection, busyTimeout)
  }

  private init(_ folder: VaultFolder, _ connection: Connection, _ busyTimeout: Double) {
    self.folder = folder
    self.connection = connection
    self.busyTimeout = busyTimeout
    transactions = TransactionStatements(connection)
    logTable = LogStatements(connection)
    peopleTable = PeopleStatements(connection)
    numbersTable = NumberStatements(connection)
    documentsTable = DocumentStatements(connection)
    usersTable = UserStatements(connection)
    wrapsTable = WrapStatements(connection)
  }

  deinit { close() }

  public func close() {
    rollback()
    connection.close()
  }

  /// Closes the vault and, if its log is still empty, removes its files: for a creation that
  /// could not be completed.
  ///
  /// - Throws: ``StorageError``.
  public func discardIfEmpty() throws(StorageError) {
    rollback()
    let size = try head().size
    close()
    if size == 0 { folder.discard() }
  }
}
