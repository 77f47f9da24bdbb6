internal import Auditing
internal import People
internal import Storage

/// Logs a passphrase that was wrong, without a checkpoint, since no key is open.
struct FailedSignIn {
  private let vault: Vault

  init(_ vault: Vault) { self.vault = vault }

  /// Notes it under a user's id, `recovery` or `unknown`.
  ///
  /// Of several failures in a second, whoever they name, the first has an entry. The others are
  /// counted, and the next entry of a sign-in, failed or not, says how many they were.
  func note(_ actor: String) throws(CustodyError) {
    let transaction = try Transaction(vault, touchesKeys: false)
    if try hasFailure(at: transaction.time) {
      try transaction.countFailure()
    } else {
      var content = EntryContent(action: "sign-in-failed", actor: actor, outcome: .refused)
      content.count = try transaction.takeFailures()
      try transaction.add(content)
    }
    try transaction.finishUnsigned()
  }

  private func hasFailure(at time: Timestamp) throws(CustodyError) -> Bool {
    guard vault.signature.unsignedEntries > 0 else { return false }
    return try CustodyError.gathering {
      guard let last = try LogReader(store: vault.store).entry(at: vault.logSize - 1) else {
        return false
      }
      return try Entry(parsing: last.span).time == time
    }
  }
}
