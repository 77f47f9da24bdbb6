import GRDBSQLite
public import Storage

extension SQLiteVaultStore {
  public func makeSpool() throws(StorageError) -> any Spool {
    try FileSpool(folder: folder.folder)
  }

  /// Reads through SQLite's own file handle: a second descriptor of this process, when closed,
  /// would give away the locks of the first (POSIX advisory locks).
  public func forEachChunk(
    of file: StorageFile, _ body: (Span<UInt8>) -> Bool
  ) throws(StorageError) {
    guard scope == .reading else { throw wrong("copying a file") }
    let source = unsafe try DatabaseFile(connection.handle(), file)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var offset: Int64 = 0
    let size = try source.size()
    while offset < size {
      let count = Int(min(Int64(chunk.count), size - offset))
      try source.read(into: &chunk, count: count, at: offset)
      guard body(chunk.span.extracting(first: count)) else { return }
      offset += Int64(count)
    }
  }
}
