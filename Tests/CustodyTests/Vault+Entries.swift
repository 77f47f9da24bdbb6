import MyNumberKit

extension Vault {
  /// The entries of the log from an index on.
  func entries(from start: Int = 0) throws -> [Entry] {
    var entries: [Entry] = []
    var failure: AuditingError?
    try forEachEntry { bytes in
      do throws(AuditingError) {
        let entry = try Entry(parsing: bytes)
        if entry.index >= start { entries.append(entry) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return entries
  }
}
