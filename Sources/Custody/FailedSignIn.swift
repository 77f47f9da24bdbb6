internal import Auditing
internal import People
internal import Storage

/// Logs a passphrase that was wrong, without a checkpoint, since no key is open.
struct FailedSignIn {
  private let vault: Vault

  init(_ vault: Vault) { self.vault = vault }

  /// Notes it under a user's id, `recovery` or `unknown`.
  ///
  /// More than one failure a second is counted, not repeated: the same second has one entry.
  func note(_ actor: String) throws(CustodyError) {
    let now = vault.environment.now()
    let transaction = try Transaction(vault, touchesKeys: false)
    guard try !hasFailure(at: now.iso, by: actor) else { return }
    try transaction.add(EntryContent(action: "sign-in-failed", actor: actor, outcome: .refused))
    try transaction.finishUnsigned()
  }

  private func hasFailure(at time: String, by actor: String) throws(CustodyError) -> Bool {
    guard vault.signature.unsignedEntries > 0 else { return false }
    return try CustodyError.gathering {
      guard let last = try LogReader(store: vault.store).entry(at: vault.logSize - 1) else {
        return false
      }
      let entry = try Entry(parsing: last.span)
      return entry.time.iso == time && entry.content.actor == actor
    }
  }
}
