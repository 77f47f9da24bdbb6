internal import Sealing
internal import Secrets
internal import Storage

/// All wraps of a person as they stand in the transaction that is open, read once and kept up with
/// what is erased here.
final class PersonWraps {
  /// The person's row.
  let person: Int64
  private let store: any VaultStore
  private var rows: [WrapRow]

  init(_ store: any VaultStore, of person: Int64) throws(StorageError) {
    self.store = store
    self.person = person
    rows = try store.wraps(ofPerson: person)
  }

  /// Whether a version of the number can be opened under a key, under any for nil.
  func isLive(_ version: Int, under key: Int64? = nil) -> Bool {
    rows.contains {
      $0.header.object == .number && $0.header.version == version && !$0.header.isErased
        && (key == nil || $0.header.key == key)
    }
  }

  /// Overwrites wraps of an object in place, and returns those that were not zeros yet, whatever they
  /// were marked as.
  ///
  /// - Parameters:
  ///   - version: nil for every version.
  ///   - key: nil for every key.
  func erase(
    _ object: WrapObject, version: Int?, key: Int64?
  ) throws(StorageError) -> [(id: Int64, sealed: [UInt8])] {
    var erased: [(id: Int64, sealed: [UInt8])] = []
    for (place, row) in rows.enumerated() where row.header.object == object {
      guard version == nil || row.header.version == version, key == nil || row.header.key == key,
        try store.eraseWrap(id: row.header.id)
      else { continue }
      erased.append((row.header.id, row.sealed))
      rows[place] = row.erased
    }
    return erased
  }
}

extension WrapRow {
  /// The row as it is once overwritten.
  fileprivate var erased: WrapRow {
    WrapRow(
      header: WrapHeader(
        id: header.id, person: header.person, object: header.object, version: header.version,
        key: header.key, lockbox: header.lockbox, isErased: true),
      declaration: [UInt8](repeating: 0, count: declaration.count),
      sealed: [UInt8](repeating: 0, count: sealed.count))
  }
}
