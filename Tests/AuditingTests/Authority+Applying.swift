import Auditing

extension Authority {
  /// Applies an entry as if none before it were later.
  mutating func apply(_ entry: Entry) throws(AuditingError) {
    try apply(entry, after: entry.time)
  }
}
