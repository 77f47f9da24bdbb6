import GRDBSQLite
import Storage

/// The open file of one schema as SQLite itself reads it.
@safe struct DatabaseFile {
  private let file: StorageFile
  private let raw: UnsafeMutablePointer<sqlite3_file>
  private let methods: sqlite3_io_methods

  /// Finds the file; the pointer lives as long as the connection.
  ///
  /// - Throws: ``StorageError``.
  init(_ handle: OpaquePointer, _ file: StorageFile) throws(StorageError) {
    let schema = file == .records ? "main" : Connection.keysSchema
    var found: UnsafeMutablePointer<sqlite3_file>?
    let status = unsafe sqlite3_file_control(handle, schema, SQLITE_FCNTL_FILE_POINTER, &found)
    guard status == SQLITE_OK, let found = unsafe found, let table = unsafe found.pointee.pMethods
    else { throw Connection.error(status: status, file: file, doing: Self.copying) }
    self.file = file
    unsafe raw = found
    unsafe methods = table.pointee
  }

  /// The file's size in bytes.
  ///
  /// - Throws: ``StorageError``.
  func size() throws(StorageError) -> Int64 {
    var size: Int64 = 0
    try check(unsafe methods.xFileSize?(raw, &size))
    return size
  }

  /// Reads exactly `count` bytes.
  ///
  /// - Throws: ``StorageError``.
  func read(into bytes: inout [UInt8], count: Int, at offset: Int64) throws(StorageError) {
    let status = unsafe bytes.withUnsafeMutableBytes { target in
      unsafe methods.xRead?(raw, target.baseAddress, Int32(count), offset)
    }
    try check(status)
  }

  private func check(_ status: Int32?) throws(StorageError) {
    guard status == SQLITE_OK else {
      throw Connection.error(status: status ?? SQLITE_MISUSE, file: file, doing: Self.copying)
    }
  }

  private static let copying: StaticString = "copying a file"
}
