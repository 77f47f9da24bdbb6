public import Auditing
internal import JSON
internal import People
internal import Rules
internal import Sealing
public import Secrets
public import Storage
internal import Wording

/// Puts a backup of the records in the place of a vault's, beside today's keys.
///
/// The restore is declared: its entry has the newest checkpoint known of the log that is given up, so
/// whoever kept one finds out what was lost and by whom. What was purged since stays purged: rows whose
/// wraps are destroyed become tombstones in the transaction of that entry.
public final class Restoration {
  private let replacement: any RecordsReplacement
  private let manifest: BackupManifest
  private let environment: VaultEnvironment
  private let vault: Vault
  private let abandoned: SignedCheckpoint?

  /// Copies a backup beside the records and checks it: its bytes, its manifest and its log.
  ///
  /// - Parameter source: The path of the backup.
  /// - Throws: `.integrity` for a backup that is not what its manifest says, or another vault's, or
  ///   newer than the keys; `.usage` for one whose keys were rotated since.
  public init(
    of source: String, _ manifest: BackupManifest, into replacement: any RecordsReplacement,
    environment: VaultEnvironment
  ) throws(CustodyError) {
    self.replacement = replacement
    self.manifest = manifest
    self.environment = environment
    try Self.copy(source, manifest, into: replacement)
    let store: any VaultStore
    do throws(StorageError) {
      store = try replacement.opened()
    } catch {
      throw CustodyError(error)
    }
    // What is kept outside is moved on once the backup is in its place.
    var inside = environment
    inside.keeper = nil
    (vault, abandoned) = try VaultOpening.openBackup(
      store, environment: inside, seen: try Self.seen(manifest.vault, replacement, environment))
    try Self.check(manifest, vault)
    try RestoredAuthority.checkNotRotated(vault)
  }

  private static func copy(
    _ source: String, _ manifest: BackupManifest, into replacement: any RecordsReplacement
  ) throws(CustodyError) {
    var digest = try RunningDigest()
    do throws(StorageError) {
      try replacement.copy(from: source) { digest.take($0) }
    } catch {
      throw CustodyError(error)
    }
    let count = digest.count
    guard try digest.finish() == manifest.digest, count == manifest.byteCount else {
      throw CustodyError(.integrity("the backup is not the file that its manifest describes"))
    }
  }

  /// The checkpoints known of the log that stood there.
  private static func seen(
    _ vault: VaultID, _ replacement: any RecordsReplacement, _ environment: VaultEnvironment
  ) throws(CustodyError) -> [SignedCheckpoint] {
    let kept = try environment.keeper?.kept(for: vault).map(\.signed) ?? []
    let newest = replacement.abandonedCheckpoint.flatMap { try? SignedCheckpoint(parsing: $0) }
    return kept + (newest.map { [$0] } ?? [])
  }

  private static func check(
    _ manifest: BackupManifest, _ vault: Vault
  ) throws(CustodyError) {
    let isSigned: Bool
    do throws(AuditingError) {
      isSigned = try manifest.isSigned(by: vault.authority)
    } catch {
      throw CustodyError(error)
    }
    guard isSigned, manifest.vault == vault.id, manifest.logSize == vault.logSize,
      manifest.root == (try vault.root())
    else {
      throw CustodyError(
        .integrity("the manifest is not signed by a user of the backup's vault, or of another log"))
    }
  }

  /// Signs in by the backup's log, brings the backup up to date with the keys, and puts it in place.
  ///
  /// - Throws: `.signInFailed` also for a user added since; `.refused`; `.integrity` for one whose
  ///   passphrase was changed since, and for what does not verify; `.checkpointNotKept` once all is
  ///   done.
  public func run(
    user: String, passphrase: borrowing SecretBytes
  ) throws(CustodyError) -> RestoreSummary {
    let session = try SignIn(vault).opened(user: user, passphrase: passphrase)
    try session.require(.restore)
    var summary = try declare(session)
    let aside = try "vault.sqlite.abandoned-" + String(ExportRegister(session).newID().prefix(8))
    vault.store.close()
    do throws(StorageError) {
      if try replacement.finish(settingAside: aside) { summary.aside = aside }
    } catch {
      throw CustodyError(error)
    }
    try environment.keeper?.keep(
      vault.signature.checkpoint.text, seenBy: session.account.id, inPlaceOfAllIn: vault.id)
    return summary
  }

  /// The one transaction over both files.
  private func declare(_ session: Session) throws(CustodyError) -> RestoreSummary {
    let transaction = try session.begin(.restore, touchesKeys: true)
    let entry = transaction.nextIndex
    let wraps: Int
    do throws(StorageError) {
      wraps = try vault.store.eraseWraps(pinnedFrom: manifest.logSize)
    } catch {
      throw CustodyError(error)
    }
    try transaction.add(content(of: session, wraps))
    let revoked = try RestoredAuthority(session).reconcile(in: transaction)
    let purged = try RestoredPeople(session, restore: entry).reconcile(in: transaction)
    try transaction.finish(signedBy: session.secrets.signer)
    return RestoreSummary(
      entry: entry, abandoned: abandoned, purged: purged, revoked: revoked, wraps: wraps)
  }

  private func content(of session: Session, _ wraps: Int) -> EntryContent {
    var content = session.entry("restore")
    let given = abandoned ?? vault.signature.checkpoint
    content.checkpoint = String(decoding: given.text, as: UTF8.self)
    content.touchesKeys = true
    content.detail = [
      "backup": .string(manifest.id), "made": .string(manifest.time.iso),
      "size": .integer(manifest.logSize), "wraps": .integer(wraps),
    ]
    return content
  }
}
