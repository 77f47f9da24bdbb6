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
  private let given: GivenUpLog

  /// Copies a backup beside the records and checks it: its bytes, its manifest and its log.
  ///
  /// - Parameter source: The path of the backup.
  /// - Throws: `.integrity` for a backup that is not what its manifest says, or another vault's, or
  ///   newer than the keys, and for keys that are older than the records that stand there; `.usage` for
  ///   one whose keys were rotated since.
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
    let reading = try GivenUpLog.Reading(manifest, replacement, keys: store, environment)
    let opened = try VaultOpening.openBackup(store, environment: inside, seen: reading.seen)
    vault = opened.vault
    given = try reading.finish(abandoned: opened.abandoned, by: vault.authority)
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
  /// What is refused is noted in the log that stands there, where it opens.
  ///
  /// - Throws: `.signInFailed` also for a user added since; `.refused`; `.integrity` for one whose
  ///   passphrase was changed since, and for what does not verify; `.checkpointNotKept` once all is
  ///   done.
  public func run(
    user: String, passphrase: borrowing SecretBytes
  ) throws(CustodyError) -> RestoreSummary {
    let session = try signedIn(user, passphrase)
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

  private func signedIn(
    _ user: String, _ passphrase: borrowing SecretBytes
  ) throws(CustodyError) -> Session {
    do throws(CustodyError) {
      let session = try SignIn(vault).opened(user: user, passphrase: passphrase)
      try session.require(.restore)
      return session
    } catch {
      // Why the restore failed matters more than that the note of it failed too.
      try? noteFailure(user, passphrase)
      throw error
    }
  }

  /// The copy, in whose log the refusal was noted, is thrown away: it is noted in the log that stands.
  private func noteFailure(
    _ user: String, _ passphrase: borrowing SecretBytes
  ) throws(CustodyError) {
    vault.store.close()
    replacement.giveUp()
    let found: (any VaultStore)?
    do throws(StorageError) {
      found = try replacement.standing()
    } catch {
      throw CustodyError(error)
    }
    guard let store = found else { return }
    defer { store.close() }
    let standing = try VaultOpening.open(store, environment: environment)
    let session = try SignIn(standing).opened(user: user, passphrase: passphrase)
    try session.require(.restore)
    var content = session.entry(Action.restore.rawValue, outcome: .failed)
    content.rule = "not-by-the-backup"
    try session.record([content])
  }

  /// The one transaction over both files.
  private func declare(_ session: Session) throws(CustodyError) -> RestoreSummary {
    let transaction = try session.begin(.restore, touchesKeys: true)
    let entry = transaction.nextIndex
    let wraps = try eraseUnpinned()
    let own = try CarriedRegister.read(vault)
    let state = given.state(beside: vault, own)
    try transaction.add(content(of: session, wraps, state))
    let revoked = try RestoredAuthority(session).reconcile(in: transaction)
    let people = try RestoredPeople(session, restore: entry, giving: given.records)
      .reconcile(in: transaction)
    let carried = try carryOver(own, session, transaction)
    try transaction.finish(signedBy: session.secrets.signer)
    return RestoreSummary(
      entry: entry, abandoned: given.abandoned, people, revoked: revoked, wraps: wraps,
      carried: carried, log: state)
  }

  /// Destroys the wraps in lockboxes that the backup's log does not pin.
  ///
  /// It goes by what the log pins and not by its size: another log may have pinned others at the same
  /// places.
  private func eraseUnpinned() throws(CustodyError) -> Int {
    try CustodyError.gathering {
      var unpinned: [Int64] = []
      var last: Int64 = 0
      while true {
        let page = try vault.store.lockboxes(after: last, limit: 1000)
        for row in page where try !isPinned(row) { unpinned.append(row.id) }
        guard let end = page.last?.id, page.count == 1000 else { break }
        last = end
      }
      return try vault.store.eraseWraps(inLockboxes: unpinned)
    }
  }

  private func isPinned(_ row: LockboxRow) throws(SealingError) -> Bool {
    let digest = try Lockbox(row).digest()
    return vault.pins.pins(lockbox: digest.span, of: row.key, at: row.pin)
  }

  /// Enters the files anew that stand by the log that is given up.
  ///
  /// - Returns: How many entries it took.
  private func carryOver(
    _ own: CarriedRegister, _ session: Session, _ transaction: Transaction
  ) throws(CustodyError) -> Int {
    guard let records = given.records else { return 0 }
    let missing = records.register.missing(in: own)
    let carrier = session.entry(CarriedEntry.action)
    for entry in missing { try transaction.add(entry.content(by: carrier)) }
    return missing.count
  }

  private func content(
    of session: Session, _ wraps: Int, _ state: GivenUpState
  ) -> EntryContent {
    var content = session.entry("restore")
    let checkpoint = given.abandoned ?? vault.signature.checkpoint
    content.checkpoint = String(decoding: checkpoint.text, as: UTF8.self)
    content.touchesKeys = true
    content.detail = [
      "backup": .string(manifest.id), "made": .string(manifest.time.iso),
      "size": .integer(manifest.logSize), "wraps": .integer(wraps),
    ]
    content.detail.merge(state.detail) { $1 }
    return content
  }
}
