internal import Auditing
public import Sealing
public import Secrets
internal import Wording

/// The recovery file, opened: it holds every key, hence a safe.
public final class Recovery {
  let secrets: UserSecrets
  let keyRing: KeyRing

  /// Opens a recovery file of this vault.
  ///
  /// A wrong passphrase is logged as a failed sign-in of `recovery`.
  ///
  /// - Throws: `.signInFailed` for a wrong passphrase; `.usage` for another vault's file.
  public init(
    _ file: RecoveryFile, of vault: Vault, passphrase: borrowing SecretBytes
  ) throws(CustodyError) {
    guard file.vault == vault.id else {
      throw CustodyError(.usage("the recovery file belongs to another vault"))
    }
    do throws(SealingError) {
      secrets = try UserSecrets.open(
        file.sealed, under: passphrase, user: "recovery", vault: vault.id,
        expecting: vault.authority.genesis.recovery)
    } catch {
      if error.code == .wrongPassphrase { try FailedSignIn(vault).note("recovery") }
      throw CustodyError(error)
    }
    keyRing = KeyRing(vault: vault.id)
    try GrantedKeys(vault: vault).open(
      holder: "recovery", name: "recovery", with: secrets, into: keyRing)
  }
}
