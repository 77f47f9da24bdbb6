internal import Auditing
internal import People
internal import Sealing
internal import Secrets
internal import Storage

/// Reads the rows that decisions and opening rest on, each held against its log entry.
///
/// What does not agree with its entry is an integrity failure (76), never a refusal.
final class PinnedRows {
  private let vault: Vault
  private var store: any VaultStore { vault.store }
  private var hashing: SHA256Context
  private var memory = RecordMemory()

  init(_ vault: Vault) throws(CustodyError) {
    self.vault = vault
    do throws(SecretsError) {
      hashing = try SHA256Context()
    } catch {
      throw CustodyError(.bug("\(error)"))
    }
  }

  /// The person of a code, or nil.
  ///
  /// - Throws: `.integrity` if the row is not the one that the log records last, or is gone.
  func person(_ code: PersonCode) throws(CustodyError) -> VerifiedPerson? {
    let code = code.text.utf8.span
    switch try look(code) {
    case .verified(let person): return person
    case .ofAnotherEntry: return try personAnew(code)
    case .absent:
      guard vault.pins.newest(of: code) == nil else { throw Self.missing }
      return nil
    }
  }

  /// The person of a code if the log as last read has one; costs nothing for others.
  ///
  /// Whom another process has added since is met when the row is inserted.
  func loggedPerson(_ code: PersonCode) throws(CustodyError) -> VerifiedPerson? {
    vault.pins.newest(of: code.text.utf8.span) == nil ? nil : try person(code)
  }

  /// Holds a row of the table of people against its entry.
  func verified(_ row: PersonRow) throws(CustodyError) -> VerifiedPerson {
    let found = verified(
      row.code.span, row: row.id, pin: row.pin, uid: row.uid.span, record: row.record.span)
    if let person = try found.get() { return person }
    return try personAnew(row.code.span)
  }

  /// Another process may have written the row since the log was read: the row is read again in
  /// one snapshot with what was added to the log.
  private func personAnew(_ code: Span<UInt8>) throws(CustodyError) -> VerifiedPerson {
    try vault.caughtUp { () throws(CustodyError) in
      switch try look(code) {
      case .verified(let person): return person
      case .ofAnotherEntry(let row, let pin): throw Self.unpinned(row, pin)
      case .absent: throw Self.missing
      }
    }
  }

  /// What the table has under a code.
  private enum Look {
    case verified(VerifiedPerson)
    /// A row of another entry than the newest that is known.
    case ofAnotherEntry(row: Int64, pin: Int)
    case absent
  }

  /// Holds the row of a code against its entry where the store lends it, without a copy.
  private func look(_ code: Span<UInt8>) throws(CustodyError) -> Look {
    let found: Result<Look, CustodyError>?
    do throws(StorageError) {
      found = try store.withPerson(code: code) { row, pin, uid, record in
        verified(code, row: row, pin: pin, uid: uid, record: record).map {
          $0.map(Look.verified) ?? .ofAnotherEntry(row: row, pin: pin)
        }
      }
    } catch {
      throw CustodyError(error)
    }
    return try found?.get() ?? .absent
  }

  /// The person of a row; nil for a row of another entry than the newest that is known.
  private func verified(
    _ code: Span<UInt8>, row: Int64, pin: Int, uid: Span<UInt8>, record bytes: Span<UInt8>
  ) -> Result<VerifiedPerson?, CustodyError> {
    guard let newest = vault.pins.newest(of: code), newest.index == pin else {
      return .success(nil)
    }
    do throws(SecretsError) {
      var digest = [32 of UInt8](repeating: 0)
      var out = digest.mutableSpan
      try hashing.hash(bytes, into: &out)
      guard newest.pins(digest.span) else { return .failure(Self.unpinned(row, pin)) }
    } catch {
      return .failure(CustodyError(.bug("\(error)")))
    }
    do throws(PeopleError) {
      let record = try PersonRecord.decoded(bytes, remembering: &memory)
      guard try PersonID(uid) == record.id, record.code.isSpelt(code) else {
        return .failure(Self.unpinned(row, pin))
      }
      return .success(VerifiedPerson(row: row, pin: pin, record: record))
    } catch {
      return .failure(Self.unpinned(row, pin))
    }
  }

  private static func unpinned(_ row: Int64, _ pin: Int) -> CustodyError {
    CustodyError(
      .integrity(
        "vault.sqlite: person row \(row) is not the one that the log records last "
          + "(its entry is \(pin))"))
  }

  private static let missing = CustodyError(
    .integrity("vault.sqlite: the row of a person whom the log records is missing"))
}

extension PinnedRows: SealedRows {
  func withValue(
    person: Int64, kind: SealedKind, version: Int,
    _ body: (_ sealed: Span<UInt8>, _ commitment: Span<UInt8>) throws(SealingError) -> Void
  ) throws(SealingError) {
    switch kind {
    case .number: try withNumber(person, version, body)
    case .profile: try withProfile(person, version, body)
    case .evidence: try withEvidence(person, version, body)
    case .secondEntry: try withSecondEntry(person, version, body)
    }
  }

  func withWrap(
    person: Int64, kind: SealedKind, version: Int, keyNumber: Int,
    _ body: (
      _ lockboxRow: Int64, _ declaration: Span<UInt8>, _ sealed: Span<UInt8>
    ) throws(SealingError) -> Void
  ) throws(SealingError) {
    try lending("read a wrap") { (failure) throws(StorageError) in
      try store.withWrap(
        person: person, object: kind.stored, version: version, key: Int64(keyNumber)
      ) { header, declaration, sealed in
        failure = Self.failure(isErased: header.isErased, "read a wrap") {
          () throws(SealingError) in
          try body(header.lockbox, declaration, sealed)
        }
      }
    }
  }

  func lockbox(row: Int64) throws(SealingError) -> Lockbox {
    let doing = "read a lockbox"
    let found: LockboxRow?
    do throws(StorageError) {
      found = try store.lockbox(id: row)
    } catch {
      throw SealingError(.unreadable, doing: doing)
    }
    guard let found else { throw SealingError(.missing, doing: doing) }
    let lockbox = Lockbox(found)
    let digest = try lockbox.digest()
    if isPinned(found, digest) { return lockbox }
    // Another process may have made it since the log was read.
    do throws(CustodyError) {
      try vault.caughtUp {}
    } catch {
      throw SealingError(.unreadable, doing: doing)
    }
    guard isPinned(found, digest) else { throw SealingError(.notAuthentic, doing: doing) }
    return lockbox
  }

  /// Nothing lies under a generation that has ended: what does was put back.
  private func isPinned(_ lockbox: LockboxRow, _ digest: [UInt8]) -> Bool {
    vault.pins.pins(lockbox: digest.span, of: lockbox.key, at: lockbox.pin)
      && vault.authority.key(lockbox.key, generation: lockbox.generation) != nil
  }
}

extension PinnedRows {
  private typealias Body = (
    _ sealed: Span<UInt8>, _ commitment: Span<UInt8>
  ) throws(SealingError) -> Void

  private func withNumber(_ person: Int64, _ version: Int, _ body: Body) throws(SealingError) {
    try lending("read a number") { (failure) throws(StorageError) in
      try store.withNumber(person: person, version: version) { isErased, sealed, commitment in
        failure = Self.failure(isErased: isErased, "read a number") { () throws(SealingError) in
          try body(sealed, commitment)
        }
      }
    }
  }

  private func withSecondEntry(
    _ person: Int64, _ version: Int, _ body: Body
  ) throws(SealingError) {
    let doing = "read a second entry"
    try lending(doing) { (failure) throws(StorageError) in
      guard let row = try store.secondEntry(person: person, version: version) else { return nil }
      failure = Self.failure(isErased: row.isErased, doing) { () throws(SealingError) in
        try body(row.sealed.span, row.commitment.span)
      }
    }
  }

  private func withProfile(_ person: Int64, _ version: Int, _ body: Body) throws(SealingError) {
    let doing = "read a profile"
    try lending(doing) { (failure) throws(StorageError) in
      try store.withProfile(id: person) { found, sealed, commitment in
        guard found == version else { return failure = SealingError(.missing, doing: doing) }
        failure = Self.failure(isErased: false, doing) { () throws(SealingError) in
          try body(sealed, commitment)
        }
      }
    }
  }

  private func withEvidence(_ person: Int64, _ version: Int, _ body: Body) throws(SealingError) {
    let doing = "read evidence"
    try lending(doing) { (failure) throws(StorageError) in
      guard let row = try store.evidence(person: person, version: version) else { return nil }
      failure = Self.failure(isErased: false, doing) { () throws(SealingError) in
        try body(row.sealed.span, row.commitment.span)
      }
    }
  }

  /// Runs what lends a row, which cannot throw while the store lends it.
  ///
  /// - Parameter work: Returns nil if there is no such row; keeps what went wrong with it.
  private func lending(
    _ doing: String, _ work: (inout SealingError?) throws(StorageError) -> Void?
  ) throws(SealingError) {
    var failure: SealingError?
    let isThere: Bool
    do throws(StorageError) {
      isThere = try work(&failure) != nil
    } catch {
      throw SealingError(.unreadable, doing: doing)
    }
    if let failure { throw failure }
    guard isThere else { throw SealingError(.missing, doing: doing) }
  }

  private static func failure(
    isErased: Bool, _ doing: String, _ body: () throws(SealingError) -> Void
  ) -> SealingError? {
    guard !isErased else { return SealingError(.erased, doing: doing) }
    do throws(SealingError) {
      try body()
      return nil
    } catch {
      return error
    }
  }
}

extension Lockbox {
  /// The lockbox of a row.
  init(_ row: LockboxRow) {
    self.init(
      uid: row.uid, key: row.key, generation: row.generation, encapsulated: row.encapsulated,
      commitment: row.commitment)
  }
}

extension SealedKind {
  /// The store's name for it.
  var stored: WrapObject {
    switch self {
    case .number: .number
    case .profile: .profile
    case .evidence: .evidence
    case .secondEntry: .secondEntry
    }
  }
}
