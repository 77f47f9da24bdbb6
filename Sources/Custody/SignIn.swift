internal import Auditing
internal import People
internal import Rules
internal import Sealing
public import Secrets
internal import Storage

/// Opens a user's keys with a passphrase.
///
/// What fails here is logged too, without a checkpoint, since no key is open yet.
public struct SignIn {
  private let vault: Vault

  /// Signs in to a vault.
  public init(_ vault: Vault) { self.vault = vault }

  /// Opens the user's private keys and every key that the log grants to them.
  ///
  /// - Throws: `.signInFailed` for a wrong passphrase, an unknown or a revoked user; `.refused` for
  ///   one whose last day has passed; `.checkpointNotKept` before any work is done.
  public func session(
    user name: String, passphrase: borrowing SecretBytes
  ) throws(CustodyError) -> Session {
    let session = try opened(user: name, passphrase: passphrase)
    try record(session)
    try ContractorKeys(session).endLapsed()
    if let failure = vault.unkeptCheckpoint { throw failure }
    return session
  }

  /// The same without an entry that it succeeded, and without what follows from a sign-in.
  func opened(
    user name: String, passphrase: borrowing SecretBytes
  ) throws(CustodyError) -> Session {
    guard let account = vault.authority.user(named: name), let sealed = try sealedKeys(account.id)
    else {
      try FailedSignIn(vault).note("unknown")
      throw CustodyError(.signInFailed)
    }
    let secrets: UserSecrets
    do throws(SealingError) {
      secrets = try UserSecrets.open(
        sealed, under: passphrase, user: account.id, vault: vault.id, expecting: account.keys)
    } catch {
      if error.code == .wrongPassphrase { try FailedSignIn(vault).note(account.id) }
      throw CustodyError(error)
    }
    let session = try Session(
      vault: vault, account: account, secrets: secrets, keyRing: try keyRing(account, secrets))
    if let until = account.statement.until, !account.isActive(on: vault.decisionDay) {
      try session.refuse(.grantNotInDate(until: until), action: .signIn)
    }
    return session
  }

  private func record(_ session: Session) throws(CustodyError) {
    let transaction = try Transaction(vault, touchesKeys: false)
    var content = session.entry("sign-in")
    content.count = try transaction.takeFailures()
    try transaction.add(content)
    try transaction.finish(signedBy: session.secrets.signer)
  }

  private func sealedKeys(_ id: String) throws(CustodyError) -> [UInt8]? {
    do throws(StorageError) {
      return try vault.store.users().first { $0.id == id }?.sealed
    } catch {
      throw CustodyError(error)
    }
  }

  private func keyRing(
    _ account: UserAccount, _ secrets: borrowing UserSecrets
  ) throws(CustodyError) -> KeyRing {
    let ring = KeyRing(vault: vault.id)
    try GrantedKeys(vault: vault).open(
      holder: account.id, name: "user:" + account.id, with: secrets, into: ring)
    return ring
  }
}
