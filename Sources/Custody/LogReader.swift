internal import Auditing
internal import Secrets
internal import Storage

/// Reads the stored log in pages, holding no cursor while an entry is worked on.
struct LogReader {
  let store: any VaultStore
  private static let pageSize = 10_000

  init(store: any VaultStore) { self.store = store }

  func head() throws(CustodyError) -> LogHead {
    do throws(StorageError) {
      return try store.head()
    } catch {
      throw CustodyError(error)
    }
  }

  /// The exact bytes of one entry.
  func entry(at index: Int) throws(CustodyError) -> [UInt8]? {
    do throws(StorageError) {
      return try store.withEntry(at: index) { [UInt8](copying: $0) }
    } catch {
      throw CustodyError(error)
    }
  }

  /// Lends the exact bytes of each entry in order, up to a size of the log or to its end.
  func forEachEntry(
    from start: Int = 0, upTo end: Int = .max,
    _ body: (Span<UInt8>) throws(CustodyError) -> Void
  ) throws(CustodyError) {
    var next = start
    while next < end {
      let page: [EntryRow]
      do throws(StorageError) {
        page = try store.entries(from: next, limit: min(Self.pageSize, end - next))
      } catch {
        throw CustodyError(error)
      }
      for row in page {
        guard row.index == next else {
          throw CustodyError(.integrity("vault.sqlite: entry \(next) of the log is missing"))
        }
        try body(row.bytes.span)
        next += 1
      }
      if page.count < Self.pageSize { return }
    }
  }
}
