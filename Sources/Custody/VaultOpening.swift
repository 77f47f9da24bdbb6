internal import Auditing
internal import Rules
internal import Secrets
public import Storage

/// Opens a vault: replays the log, holds it against every checkpoint known, and refuses caches
/// that differ from it.
public struct VaultOpening {
  private let store: any VaultStore
  private let environment: VaultEnvironment

  /// Opens the vault of a store.
  ///
  /// - Throws: `.integrity` naming the file that is older, altered or foreign; `.badPolicy`;
  ///   `.unfinished` for one that was never made to the end.
  public static func open(
    _ store: any VaultStore, environment: VaultEnvironment
  ) throws(CustodyError) -> Vault {
    let opening = VaultOpening(store: store, environment: environment)
    return try opening.reading { () throws(CustodyError) in try opening.vault() }
  }

  /// Opens the records of a backup beside today's keys, which have seen a later log.
  ///
  /// The log is checked as ever. What the backup cannot know is not held against it: what the keys and
  /// others saw of the log since is returned.
  ///
  /// - Throws: `.integrity` also where the keys are older than the backup, or another vault's.
  static func openBackup(
    _ store: any VaultStore, environment: VaultEnvironment, seen: [SignedCheckpoint]
  ) throws(CustodyError) -> (vault: Vault, abandoned: [SignedCheckpoint]) {
    let opening = VaultOpening(store: store, environment: environment)
    return try opening.reading { () throws(CustodyError) in try opening.backup(seen) }
  }

  /// Opens the records that a restore gives up, whatever the keys have seen: their log verifies.
  ///
  /// - Parameter sizes: Of which the roots are remembered.
  static func openGivenUp(
    _ store: any VaultStore, environment: VaultEnvironment, rememberingRootsAt sizes: Set<Int>
  ) throws(CustodyError) -> (vault: Vault, roots: [Int: MerkleHash], lastKeysIndex: Int?) {
    let opening = VaultOpening(store: store, environment: environment)
    return try opening.reading { () throws(CustodyError) in
      let newest = try opening.newestCheckpoint()
      let replay = try opening.replayed(against: newest, rememberingRootsAt: sizes)
      return (try opening.vault(of: replay, newest), replay.roots, replay.lastKeysIndex)
    }
  }

  private func reading<R>(_ body: () throws(CustodyError) -> R) throws(CustodyError) -> R {
    do throws(StorageError) {
      try store.begin(.reading)
    } catch {
      throw CustodyError(error)
    }
    defer { store.rollback() }
    return try body()
  }

  private func backup(
    _ seen: [SignedCheckpoint]
  ) throws(CustodyError) -> (vault: Vault, abandoned: [SignedCheckpoint]) {
    let newest = try newestCheckpoint()
    let keys = try keysCheckpoint()
    let id = try vaultID()
    let known = (seen + [keys]).filter { $0.checkpoint.origin == id.origin }
    guard known.contains(keys) else {
      throw CustodyError(.integrity("keys.sqlite belongs to another vault than the backup"))
    }
    let replay = try replayed(
      against: newest, rememberingRootsAt: Set(known.map(\.checkpoint.size)))
    let abandoned = known.filter { replay.roots[$0.checkpoint.size] != $0.checkpoint.root }
    if !abandoned.contains(keys) { try checkKeys(keys, replay) }
    return (try vault(of: replay, newest), abandoned)
  }

  private func vault() throws(CustodyError) -> Vault {
    guard try !isUnfinished() else { throw CustodyError(.unfinished) }
    let newest = try newestCheckpoint()
    let keys = try keysCheckpoint()
    let id = try vaultID()
    let kept = try environment.keeper?.kept(for: id) ?? []
    let known = Set(kept.map(\.signed.checkpoint.size) + [keys.checkpoint.size])
    let replay = try replayed(against: newest, rememberingRootsAt: known)
    try checkKeys(keys, replay)
    try checkPair()
    try checkKept(kept, replay)
    let vault = try vault(of: replay, newest)
    guard vault.id == id else {
      throw CustodyError(.integrity("vault.sqlite: entry 0 changed while the log was checked"))
    }
    try checkCaches(vault.authority)
    return vault
  }

  private func vault(
    of replay: borrowing LogReplay, _ newest: SignedCheckpoint
  ) throws(CustodyError) -> Vault {
    let authority: Authority
    do throws(AuditingError) {
      guard replay.isFullySigned else {
        throw AuditingError(.badSignature, detail: "entries after the newest checkpoint")
      }
      authority = try replay.authority()
    } catch {
      throw CustodyError(error)
    }
    return Vault(
      store: store, authority: authority, policy: try pinnedPolicy(authority),
      frontier: replay.currentFrontier, pins: replay.pins, latestTime: replay.latestTime,
      signature: LogSignature(checkpoint: newest, unsignedEntries: replay.unsignedTail),
      environment: environment)
  }

  // MARK: The log

  /// Whether both files are as they were made: a log that was emptied has left its checkpoint.
  private func isUnfinished() throws(CustodyError) -> Bool {
    try CustodyError.gathering {
      try store.head().size == 0 && store.newestCheckpoint() == nil
        && store.keysHead().checkpoint.isEmpty
    }
  }

  private func vaultID() throws(CustodyError) -> VaultID {
    try CustodyError.gathering {
      guard let first = try LogReader(store: store).entry(at: 0),
        let id = VaultID(try SHA256.hash(first.span))
      else {
        throw CustodyError(.integrity("vault.sqlite: the log has no entry 0"))
      }
      return id
    }
  }

  private func newestCheckpoint() throws(CustodyError) -> SignedCheckpoint {
    let row: CheckpointRow?
    do throws(StorageError) {
      row = try store.newestCheckpoint()
    } catch {
      throw CustodyError(error)
    }
    guard let row else { throw CustodyError(.integrity("vault.sqlite: no signed checkpoint")) }
    return try Self.parsed(row.text)
  }

  private func keysCheckpoint() throws(CustodyError) -> SignedCheckpoint {
    let text = try CustodyError.gathering { try store.keysHead().checkpoint }
    return try Self.parsed(text)
  }

  private static func parsed(_ text: [UInt8]) throws(CustodyError) -> SignedCheckpoint {
    do throws(AuditingError) {
      return try SignedCheckpoint(parsing: text)
    } catch {
      throw CustodyError(error)
    }
  }

  private func replayed(
    against newest: SignedCheckpoint, rememberingRootsAt sizes: Set<Int>
  ) throws(CustodyError) -> LogReplay {
    let reader = LogReader(store: store)
    let head = try reader.head()
    var replay = try Self.emptyReplay(sizes)
    try reader.forEachEntry(from: 0) { (bytes) throws(CustodyError) in
      try replay.take(bytes, checking: newest)
      if replay.size % 50_000 == 0 { environment.progress(replay.size, head.size) }
    }
    guard replay.size == head.size, replay.currentFrontier.encodedHashes == head.frontier else {
      throw CustodyError(.integrity("vault.sqlite: the log and its head differ"))
    }
    return replay
  }

  private static func emptyReplay(_ sizes: Set<Int>) throws(CustodyError) -> LogReplay {
    do throws(AuditingError) {
      return try LogReplay(
        expecting: nil, thoroughness: .authority, rememberingRootsAt: sizes)
    } catch {
      throw CustodyError(error)
    }
  }

  // MARK: What is known from elsewhere

  private func checkKeys(
    _ keys: SignedCheckpoint, _ replay: borrowing LogReplay
  ) throws(CustodyError) {
    guard replay.roots[keys.checkpoint.size] == keys.checkpoint.root else {
      throw CustodyError(
        .integrity(
          "vault.sqlite is older than keys.sqlite, or another: its log lacks the entries that "
            + "keys.sqlite has seen"))
    }
    guard let last = replay.lastKeysIndex, last < keys.checkpoint.size else {
      throw CustodyError(
        .integrity(
          "keys.sqlite is older than vault.sqlite: entry \(replay.lastKeysIndex ?? 0) changed keys"
            + " that it does not have"))
    }
  }

  /// The last two-file commit wrote one id into both files.
  ///
  /// It comes after the checks that can name the older file.
  private func checkPair() throws(CustodyError) {
    let ids: (records: [UInt8], keys: [UInt8])
    do throws(StorageError) {
      ids = (try store.head().transactionID, try store.keysHead().transactionID)
    } catch {
      throw CustodyError(error)
    }
    guard ids.records == ids.keys else {
      throw CustodyError(.integrity("vault.sqlite and keys.sqlite do not belong together"))
    }
  }

  private func checkKept(
    _ kept: [KeptCheckpoint], _ replay: borrowing LogReplay
  ) throws(CustodyError) {
    for checkpoint in kept {
      let size = checkpoint.signed.checkpoint.size
      guard replay.roots[size] == checkpoint.signed.checkpoint.root else {
        throw CustodyError(
          .integrity(
            "vault.sqlite does not contain the log of \(size) entries that \(checkpoint.place) has "
              + "seen: "
              + (replay.restores.loss(of: checkpoint.signed.checkpoint)
                ?? "it, or both files, were put back or rewritten"))
        )
      }
    }
  }

  private func checkCaches(_ authority: Authority) throws(CustodyError) {
    let reader = AuthorityCache(store: store)
    guard try reader.userIDs() == AuthorityCache.userIDs(of: authority) else {
      throw CustodyError(
        .integrity("keys.sqlite: the table of users differs from the log's authority entries"))
    }
    guard try reader.grants() == AuthorityCache.grants(of: authority) else {
      throw CustodyError(
        .integrity("keys.sqlite: the table of grants differs from the log's authority entries"))
    }
  }

  private func pinnedPolicy(_ authority: Authority) throws(CustodyError) -> Policy {
    try PolicyArchive(store: store).policy(digest: authority.policyDigest)
  }
}
