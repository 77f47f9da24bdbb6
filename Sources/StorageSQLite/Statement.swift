import GRDBSQLite
import Storage

/// One SQL statement, compiled at its first use and kept.
///
/// Use: ``start()``, the binds, then ``run()`` or ``step()`` until it says false or ``reset()``.
/// Blobs are bound without a copy: the caller's spans outlive the step because every method that
/// binds a span also steps before it returns, and nothing reads a binding after that.
@safe final class Statement {
  private let connection: Connection
  private let file: StorageFile
  private let doing: StaticString
  private let sql: StaticString
  private var raw: OpaquePointer?
  private var database: OpaquePointer?
  /// The first status of a bind that failed; reported by the next step.
  private var bindStatus: Int32 = SQLITE_OK

  init(connection: Connection, file: StorageFile, doing: StaticString, sql: StaticString) {
    unsafe self.raw = nil
    unsafe self.database = nil
    self.connection = connection
    self.file = file
    self.doing = doing
    self.sql = sql
  }

  /// Compiles the statement if that was not done yet.
  ///
  /// - Throws: ``StorageError``.
  func start() throws(StorageError) {
    if unsafe raw != nil { return }
    let handle = unsafe try connection.handle()
    var compiled: OpaquePointer?
    let status = unsafe sqlite3_prepare_v3(
      handle, UnsafeRawPointer(sql.utf8Start).assumingMemoryBound(to: CChar.self),
      Int32(sql.utf8CodeUnitCount), UInt32(SQLITE_PREPARE_PERSISTENT), &compiled, nil)
    guard status == SQLITE_OK else { throw error(status) }
    unsafe raw = compiled
    unsafe database = handle
  }

  // MARK: Parameters, counted from 1

  func bind(_ index: Int32, _ value: Int64) {
    note(unsafe sqlite3_bind_int64(raw, index, value))
  }

  func bind(_ index: Int32, _ value: Int) { bind(index, Int64(value)) }

  func bind(_ index: Int32, _ value: Int64?) {
    if let value { bind(index, value) } else { note(unsafe sqlite3_bind_null(raw, index)) }
  }

  func bind(_ index: Int32, _ bytes: Span<UInt8>) {
    // Without bytes there may be no address, and a blob without address would be a null.
    if bytes.isEmpty { return note(unsafe sqlite3_bind_zeroblob(raw, index, 0)) }
    let status = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe sqlite3_bind_blob64(raw, index, buffer.baseAddress, UInt64(buffer.count), nil)
    }
    note(status)
  }

  /// Binds a text, copying it; nil binds a null.
  func bind(_ index: Int32, _ text: String?) {
    guard let text else { return note(unsafe sqlite3_bind_null(raw, index)) }
    let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    note(unsafe sqlite3_bind_text(raw, index, text, Int32(text.utf8.count), transient))
  }

  // MARK: Stepping

  /// Steps once and says whether there is a row; without one the statement is reset.
  ///
  /// - Throws: ``StorageError``; the statement is reset then.
  func step() throws(StorageError) -> Bool {
    let status = bindStatus == SQLITE_OK ? unsafe sqlite3_step(raw) : bindStatus
    if status == SQLITE_ROW { return true }
    reset()
    guard status == SQLITE_DONE else { throw error(status) }
    return false
  }

  /// Steps to the end, ignoring rows.
  ///
  /// - Throws: ``StorageError``.
  func run() throws(StorageError) {
    while try step() {}
  }

  /// Ends the statement's use of the file and makes it ready for other values.
  func reset() {
    bindStatus = SQLITE_OK
    _ = unsafe sqlite3_reset(raw)
  }

  /// How many rows the last statement of the connection changed.
  var changes: Int { unsafe Int(sqlite3_changes(database)) }

  /// The row id of the connection's last insertion.
  var insertedID: Int64 { unsafe sqlite3_last_insert_rowid(database) }

  /// Frees the compiled statement.
  func finalize() {
    unsafe sqlite3_finalize(raw)
    unsafe raw = nil
  }

  // MARK: Columns, counted from 0

  func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(raw, column) }

  func count(_ column: Int32) -> Int { Int(integer(column)) }

  func optionalInteger(_ column: Int32) -> Int64? {
    unsafe sqlite3_column_type(raw, column) == SQLITE_NULL ? nil : integer(column)
  }

  /// The bytes of a column where SQLite holds them, valid until the next step or reset.
  @unsafe func lend(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    let address = unsafe sqlite3_column_blob(raw, column)
    let count = unsafe Int(sqlite3_column_bytes(raw, column))
    return unsafe UnsafeBufferPointer(
      start: address?.assumingMemoryBound(to: UInt8.self), count: count)
  }

  func bytes(_ column: Int32) -> [UInt8] { unsafe Array(lend(column)) }

  func text(_ column: Int32) -> String { unsafe String(decoding: lend(column), as: UTF8.self) }

  // MARK: Errors

  private func note(_ status: Int32) {
    if bindStatus == SQLITE_OK { bindStatus = status }
  }

  private func error(_ status: Int32) -> StorageError {
    Connection.error(status: status, file: file, doing: doing)
  }

  /// The error of a row that says what it cannot say.
  var corrupt: StorageError { StorageError(.corrupt, file: file, doing: doing) }

  /// The error of a row that should be there.
  var missing: StorageError { StorageError(.missing, file: file, doing: doing) }
}

extension Statement {
  /// How many rows are read at once.
  private static let mostRows = 10_000

  /// Returns what `read` makes of each row.
  ///
  /// - Throws: ``StorageError``; `.corrupt` for more than 10,000 rows, which no vault has and which
  ///   would only fill memory.
  func rows<Row>(
    _ read: (Statement) throws(StorageError) -> Row
  ) throws(StorageError) -> [Row] {
    var rows: [Row] = []
    while try step() {
      guard rows.count < Self.mostRows else {
        reset()
        throw corrupt
      }
      do {
        rows.append(try read(self))
      } catch {
        reset()
        throw error
      }
    }
    return rows
  }

  /// Returns what `read` makes of the one row; nil when there is none.
  ///
  /// - Throws: ``StorageError``.
  func first<Row>(
    _ read: (Statement) throws(StorageError) -> Row
  ) throws(StorageError) -> Row? {
    guard try step() else { return nil }
    defer { reset() }
    return try read(self)
  }

  /// Binds the number of rows wanted, never more than a page.
  func bindLimit(_ index: Int32, _ limit: Int) { bind(index, max(0, min(limit, Self.mostRows))) }
}
