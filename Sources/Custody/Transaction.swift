internal import Auditing
internal import JSON
internal import People
internal import Rules
internal import Secrets
internal import Storage
internal import Wording

/// One commit: entries with their places, what they pin, and the checkpoint after them.
///
/// It takes the lock first and catches up with what other processes wrote since, so whatever is
/// decided inside rests on the present. Nothing is durable before `finish` returns; a transaction
/// that is dropped is rolled back.
final class Transaction {
  let vault: Vault
  private let scope: TransactionScope
  /// The time of its entries, by the clock.
  let time: Timestamp
  /// By how much the clock is behind the log, which each entry then says.
  private let delay: Int?
  private var builder: CommitBuilder
  private var authority: Authority
  private var isOpen = true

  /// Begins, waits for the lock and catches up.
  init(_ vault: Vault, touchesKeys: Bool) throws(CustodyError) {
    self.vault = vault
    do throws(SecretsError) {
      scope = touchesKeys ? .both(transactionID: try vault.environment.random.bytes(16)) : .log
    } catch {
      throw CustodyError(.bug("\(error)"))
    }
    do throws(StorageError) {
      try vault.store.begin(scope)
    } catch {
      throw CustodyError(error)
    }
    do throws(CustodyError) {
      try vault.catchUp()
      authority = vault.authority
      time = vault.environment.now()
      delay = vault.delay(at: time)
      builder = try Self.builder(vault, time)
    } catch {
      vault.store.rollback()
      throw error
    }
  }

  deinit { abandon() }

  /// Undoes what is not committed and gives the lock back.
  func abandon() {
    if isOpen { rollback() }
  }

  /// The authority with the entries added here.
  var currentAuthority: Authority { authority }

  /// The index of the entry that is added next.
  var nextIndex: Int { builder.nextIndex }

  /// Adds an entry and returns its index.
  ///
  /// - Parameter person: The row of whom it names, if that is known already.
  @discardableResult
  func add(_ content: EntryContent, person: Int64? = nil) throws(CustodyError) -> Int {
    let index = builder.nextIndex
    let bytes: [UInt8]
    do throws(AuditingError) {
      bytes = try delay == nil ? builder.add(content) : builder.add(marked(content))
    } catch {
      throw CustodyError(error)
    }
    var row = person
    if row == nil { row = try self.row(of: content.person) }
    try store(bytes, at: index, row)
    do throws(AuditingError) {
      try vault.pins.take(content, at: index)
    } catch {
      throw CustodyError(error)
    }
    return index
  }

  /// Adds an entry that stands in a list, where passing it by value copies a dozen texts.
  func add(inPlace content: inout EntryContent, person: Int64?) throws(CustodyError) {
    try add(content, person: person)
  }

  /// Adds a change of authority, signed, after checking that the log would accept it.
  @discardableResult
  func add(_ content: EntryContent, signedBy signer: borrowing Signer) throws(CustodyError) -> Int {
    let index = builder.nextIndex
    let bytes: [UInt8]
    let entry: Entry
    do throws(AuditingError) {
      bytes = try builder.add(marked(content), signedBy: signer)
      entry = try Entry(parsing: bytes.span)
    } catch {
      throw CustodyError(error)
    }
    do throws(AuditingError) {
      try authority.apply(entry, after: vault.latestTime)
    } catch {
      throw Self.unacceptable(error)
    }
    try store(bytes, at: index, nil)
    return index
  }

  /// Why the log would not accept an entry of our own making.
  private static func unacceptable(_ error: AuditingError) -> CustodyError {
    switch error.code {
    case .notAuthorised:
      CustodyError(.usage("only an administrator, or a holder of the key, may do this"))
    // It rests on users and keys that another process changed since.
    case .malformed: CustodyError(.busy)
    case .badSignature: CustodyError(.refused(.sessionExpired))
    default: CustodyError(error)
    }
  }

  /// Signs the checkpoint and makes everything durable.
  ///
  /// - Throws: `.refused` for a user who was revoked, or got other keys, since the session began:
  ///   what such a signature closes could never be opened again.
  func finish(signedBy signer: borrowing Signer) throws(CustodyError) {
    let text: [UInt8]
    let signed: SignedCheckpoint
    do throws(AuditingError) {
      text = try builder.checkpoint(origin: vault.id.origin, signedBy: signer)
      signed = try SignedCheckpoint(parsing: text)
    } catch {
      throw CustodyError(error)
    }
    do throws(AuditingError) {
      try signed.verify(by: authority)
    } catch {
      switch error.code {
      case .notAuthorised, .badSignature: throw CustodyError(.refused(.sessionExpired))
      default: throw CustodyError(error)
      }
    }
    do throws(StorageError) {
      try vault.store.appendCheckpoint(size: builder.nextIndex, text: text.span)
      if scope != .log { try vault.store.setKeysCheckpoint(text.span) }
    } catch {
      throw CustodyError(error)
    }
    try commit()
    vault.latestTime = max(vault.latestTime, time)
    vault.signature = LogSignature(checkpoint: signed, unsignedEntries: 0)
    vault.keepCheckpoint(text, seenBy: signer.id)
  }

  /// Counts a failed sign-in that gets no entry of its own.
  func countFailure() throws(CustodyError) {
    do throws(StorageError) {
      let failures = try vault.store.head().failures
      try vault.store.setFailures(min(failures, CanonicalValue.integerLimit - 1) + 1)
    } catch {
      throw CustodyError(error)
    }
  }

  /// The failed sign-ins that no entry tells of, for the entry that does; nil if there are none.
  func takeFailures() throws(CustodyError) -> Int? {
    do throws(StorageError) {
      let failures = try vault.store.head().failures
      guard failures > 0 else { return nil }
      try vault.store.setFailures(0)
      return min(failures, CanonicalValue.integerLimit)
    } catch {
      throw CustodyError(error)
    }
  }

  /// Makes entries durable that are written before any key is open; no checkpoint is possible.
  func finishUnsigned() throws(CustodyError) {
    let added = builder.nextIndex - vault.logSize
    try commit()
    vault.signature = LogSignature(
      checkpoint: vault.signature.checkpoint,
      unsignedEntries: vault.signature.unsignedEntries + added)
  }

  private func commit() throws(CustodyError) {
    let frontier: MerkleFrontier
    do throws(AuditingError) {
      frontier = try builder.currentFrontier
    } catch {
      throw CustodyError(error)
    }
    do throws(StorageError) {
      try vault.store.setHead(size: frontier.size, frontier: frontier.encodedHashes.span)
      try commitWithin(attempts: 3)
    } catch {
      throw CustodyError(error)
    }
    isOpen = false
    vault.frontier = frontier
    vault.authority = authority
    vault.pins.keep()
  }

  private func rollback() {
    vault.store.rollback()
    vault.pins.forget()
    isOpen = false
  }

  /// A reader that stays makes COMMIT fail with busy; it is tried again as COMMIT, never redone.
  private func commitWithin(attempts: Int) throws(StorageError) {
    for attempt in 1...attempts {
      do throws(StorageError) {
        return try vault.store.commit()
      } catch {
        guard error.code == .busy, attempt < attempts else {
          rollback()
          throw error
        }
      }
    }
  }

  /// The row of whom an entry names, under which the person's entries are found.
  private func row(of code: String?) throws(CustodyError) -> Int64? {
    guard let bytes = code.map({ Array($0.utf8) }) else { return nil }
    do throws(StorageError) {
      return try vault.store.withPerson(code: bytes.span) { row, _, _, _ in row }
    } catch {
      throw CustodyError(error)
    }
  }

  private func store(
    _ bytes: [UInt8], at index: Int, _ person: Int64?
  ) throws(CustodyError) {
    do throws(StorageError) {
      try vault.store.appendEntry(index: index, person: person, bytes: bytes.span)
    } catch {
      throw CustodyError(error)
    }
  }

  /// The content with a mark if the clock is behind the log.
  private func marked(_ content: EntryContent) -> EntryContent {
    guard let delay else { return content }
    var content = content
    content.detail[EntryContent.clockDelay] = .integer(delay)
    return content
  }

  private static func builder(
    _ vault: Vault, _ time: Timestamp
  ) throws(CustodyError) -> CommitBuilder {
    do throws(AuditingError) {
      return try CommitBuilder(
        after: vault.frontier, time: time, random: vault.environment.random)
    } catch {
      throw CustodyError(error)
    }
  }
}
