internal import People

extension Authority {
  /// Who may do what by these entries and nothing else, as they stand in a file beside a log.
  ///
  /// That none was left out is for the log to show.
  ///
  /// - Parameters:
  ///   - entries: The exact bytes of changes of authority, ascending, entry 0 first.
  ///   - size: Entries from there on are not applied.
  /// - Throws: `.originMismatch` if entry 0 is not that of the vault id, and whatever the log is
  ///   refused for.
  static func replaying(
    _ entries: [[UInt8]], of vault: VaultID, upTo size: Int = .max
  ) throws(AuditingError) -> Authority {
    var state: Authority?
    var latest = Timestamp(seconds: .min)
    var last = -1
    for bytes in entries {
      let entry = try Entry(parsing: bytes.span)
      guard entry.index > last, entry.content.authority != nil else {
        throw AuditingError(.outOfOrder, index: entry.index, detail: "authority")
      }
      last = entry.index
      guard entry.index < size else { break }
      if state == nil { state = try Authority(entry: entry, bytes: bytes.span) }
      if entry.index > 0 { try state?.apply(entry, after: latest) }
      latest = max(latest, entry.time)
    }
    guard let state else { throw AuditingError(.missing, detail: "entry 0") }
    guard state.vaultID == vault else {
      throw AuditingError(.originMismatch, index: 0, detail: "vault id")
    }
    return state
  }
}
