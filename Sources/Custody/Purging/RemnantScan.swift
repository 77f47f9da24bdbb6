internal import Storage

/// Looks for destroyed bytes in both files as they stand, by their nonces.
///
/// It covers the two files; it cannot see free blocks of the disk, snapshots or copies, and the
/// certificate says so.
struct RemnantScan {
  /// How many patterns were looked for.
  let patterns: Int
  /// How many bytes were looked at.
  let bytes: Int
  /// How many of the patterns were found.
  let found: Int

  init(_ store: any VaultStore, for nonces: [[UInt8]]) throws(CustodyError) {
    var search = NonceSearch(for: nonces)
    do throws(StorageError) {
      try store.begin(.reading)
      defer { store.rollback() }
      for file in [StorageFile.records, .keys] {
        search.startFile()
        try store.forEachChunk(of: file) { chunk in
          search.look(at: chunk)
          return true
        }
      }
    } catch {
      throw CustodyError(error)
    }
    patterns = search.wanted.count
    bytes = search.count
    found = search.found.count
  }
}
