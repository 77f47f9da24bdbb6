internal import Auditing
internal import Rules
internal import Storage

extension Vault {
  /// Takes the entries that other processes wrote since this vault was opened or last wrote.
  ///
  /// It runs under the lock, before anything is decided.
  func catchUp() throws(CustodyError) {
    let head = try LogReader(store: store).head()
    guard head.size != logSize || head.frontier != frontier.encodedHashes else { return }
    guard head.size > logSize else {
      throw CustodyError(.integrity("vault.sqlite went back while it was open"))
    }
    let signed: SignedCheckpoint = try CustodyError.gathering {
      guard let newest = try store.newestCheckpoint() else {
        throw CustodyError(.integrity("vault.sqlite: no signed checkpoint"))
      }
      return try SignedCheckpoint(parsing: newest.text)
    }
    var replay = try resumedReplay()
    try LogReader(store: store).forEachEntry(from: logSize) { (bytes) throws(CustodyError) in
      try replay.take(bytes, checking: signed)
    }
    guard replay.size == head.size, replay.currentFrontier.encodedHashes == head.frontier else {
      throw CustodyError(.integrity("vault.sqlite: the log and its head differ"))
    }
    guard replay.isFullySigned else {
      throw CustodyError(.integrity("vault.sqlite: entries were added that nobody signed"))
    }
    try checkNewest(signed, replay)
    try adopt(replay, signed)
  }

  /// The newest checkpoint is the one that was adopted before, or it verified in the entries since.
  private func checkNewest(
    _ signed: SignedCheckpoint, _ replay: borrowing LogReplay
  ) throws(CustodyError) {
    let isKnown = signed.checkpoint.size <= logSize && signed.text == signature.checkpoint.text
    guard isKnown || signed.checkpoint.size == replay.signedSize else {
      throw CustodyError(.integrity("vault.sqlite: its newest checkpoint is not of its log"))
    }
  }

  /// Runs `body` in one snapshot with the log as it stands now.
  func caughtUp<R>(_ body: () throws(CustodyError) -> R) throws(CustodyError) -> R {
    let isMine = !store.isInTransaction
    if isMine {
      do throws(StorageError) {
        try store.begin(.reading)
      } catch {
        throw CustodyError(error)
      }
    }
    defer { if isMine { store.rollback() } }
    try catchUp()
    return try body()
  }

  private func resumedReplay() throws(CustodyError) -> LogReplay {
    do throws(AuditingError) {
      return try LogReplay(
        resuming: frontier, authority: authority, pins: pins.known, latestTime: latestTime)
    } catch {
      throw CustodyError(error)
    }
  }

  private func adopt(
    _ replay: borrowing LogReplay, _ newest: SignedCheckpoint
  ) throws(CustodyError) {
    do throws(AuditingError) {
      authority = try replay.authority()
    } catch {
      throw CustodyError(error)
    }
    frontier = replay.currentFrontier
    pins.replace(with: replay.pins)
    latestTime = replay.latestTime
    signature = LogSignature(
      checkpoint: newest, unsignedEntries: replay.size - newest.checkpoint.size)
    if policy.digest != authority.policyDigest {
      policy = try PolicyArchive(store: store).policy(digest: authority.policyDigest)
    }
  }
}

extension LogReplay {
  /// Takes an entry and, where the checkpoint stands, holds the log against it.
  mutating func take(
    _ bytes: Span<UInt8>, checking signed: SignedCheckpoint
  ) throws(CustodyError) {
    do throws(AuditingError) {
      try take(bytes)
      if size == signed.checkpoint.size { try check(signed) }
    } catch {
      throw CustodyError(error)
    }
  }
}
