import MyNumberKit

extension Vault {
  /// The entries of the log from an index on.
  func entries(from start: Int = 0) throws -> [Entry] {
    var entries: [Entry] = []
    var failure: AuditingError?
    try forEachEntry(from: start) { bytes in
      do throws(AuditingError) {
        entries.append(try Entry(parsing: bytes))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return entries
  }
}
