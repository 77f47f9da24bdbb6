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
    let code = Array(code.text.utf8)
    guard let found = try found(code) else {
      guard vault.newestPin(of: code.span) == nil else { throw Self.missing }
      return nil
    }
    if let person = try verified(found, code) { return person }
    return try personAnew(code)
  }

  /// The person of a code if the log as last read has one; costs nothing for others.
  ///
  /// Whom another process has added since is met when the row is inserted.
  func loggedPerson(_ code: PersonCode) throws(CustodyError) -> VerifiedPerson? {
    let key = Array(code.text.utf8)
    return vault.newestPin(of: key.span) == nil ? nil : try person(code)
  }

  /// Holds a row of the table of people against its entry.
  func verified(_ row: PersonRow) throws(CustodyError) -> VerifiedPerson {
    let found = FoundPerson(row: row.id, pin: row.pin, uid: row.uid, record: row.record)
    if let person = try verified(found, row.code) { return person }
    return try personAnew(row.code)
  }

  /// Another process may have written the row since the log was read: the row is read again in
  /// one snapshot with what was added to the log.
  private func personAnew(_ code: [UInt8]) throws(CustodyError) -> VerifiedPerson {
    try vault.caughtUp { () throws(CustodyError) in
      guard let found = try self.found(code) else { throw Self.missing }
      guard let person = try verified(found, code) else { throw Self.unpinned(found) }
      return person
    }
  }

  private func found(_ code: [UInt8]) throws(CustodyError) -> FoundPerson? {
    do throws(StorageError) {
      return try store.withPerson(code: code.span) { row, pin, uid, record in
        FoundPerson(
          row: row, pin: pin, uid: [UInt8](copying: uid), record: [UInt8](copying: record))
      }
    } catch {
      throw CustodyError(error)
    }
  }

  /// Returns nil for a row of another entry than the newest that is known.
  private func verified(
    _ found: FoundPerson, _ code: [UInt8]
  ) throws(CustodyError) -> VerifiedPerson? {
    guard let pin = vault.newestPin(of: code.span), pin.index == found.pin else { return nil }
    let digest = try digest(found.record)
    guard pin.pins(digest.span) else { throw Self.unpinned(found) }
    let record: PersonRecord
    do throws(PeopleError) {
      record = try PersonRecord(decoding: found.record.span)
    } catch {
      throw Self.unpinned(found)
    }
    guard record.id.bytes == found.uid, record.code.text.utf8.elementsEqual(code) else {
      throw Self.unpinned(found)
    }
    return VerifiedPerson(row: found.row, pin: found.pin, record: record)
  }

  private func digest(_ bytes: [UInt8]) throws(CustodyError) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: SHA256.count)
    var out = digest.mutableSpan
    do throws(SecretsError) {
      try hashing.hash(bytes.span, into: &out)
    } catch {
      throw CustodyError(.bug("\(error)"))
    }
    return digest
  }

  private static func unpinned(_ found: FoundPerson) -> CustodyError {
    CustodyError(
      .integrity(
        "vault.sqlite: person row \(found.row) is not the one that the log records last "
          + "(its entry is \(found.pin))"))
  }

  private static let missing = CustodyError(
    .integrity("vault.sqlite: the row of a person whom the log records is missing"))
}

extension PinnedRows: SealedRows {
  func value(
    person: Int64, kind: SealedKind, version: Int
  ) throws(SealingError) -> SealedValue {
    switch kind {
    case .number: try number(person, version)
    case .profile: try profile(person, version)
    case .evidence: try evidence(person, version)
    }
  }

  func wrap(
    person: Int64, kind: SealedKind, version: Int, keyNumber: Int
  ) throws(SealingError) -> StoredWrap {
    let found: (WrapHeader, [UInt8], [UInt8])?
    do throws(StorageError) {
      found = try store.withWrap(
        person: person, object: kind.stored, version: version, key: Int64(keyNumber)
      ) { header, declaration, sealed in
        (header, [UInt8](copying: declaration), [UInt8](copying: sealed))
      }
    } catch {
      throw SealingError(.unreadable, doing: "read a wrap")
    }
    guard let found else { throw SealingError(.missing, doing: "read a wrap") }
    guard !found.0.isErased else { throw SealingError(.erased, doing: "read a wrap") }
    return StoredWrap(lockboxRow: found.0.lockbox, declaration: found.1, sealed: found.2)
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
    let lockbox = Lockbox(
      uid: found.uid, key: found.key, generation: found.generation,
      encapsulated: found.encapsulated, commitment: found.commitment)
    let digest = try lockbox.digest()
    guard vault.pins(lockbox: digest.span, of: found.key, at: found.pin) else {
      throw SealingError(.notAuthentic, doing: doing)
    }
    return lockbox
  }
}

extension PinnedRows {
  private func number(_ person: Int64, _ version: Int) throws(SealingError) -> SealedValue {
    let doing = "read a number"
    let found: (isErased: Bool, value: SealedValue)?
    do throws(StorageError) {
      found = try store.withNumber(person: person, version: version) {
        ($0, SealedValue(sealed: $1, commitment: $2))
      }
    } catch {
      throw SealingError(.unreadable, doing: doing)
    }
    guard let found else { throw SealingError(.missing, doing: doing) }
    guard !found.isErased else { throw SealingError(.erased, doing: doing) }
    return found.value
  }

  private func profile(_ person: Int64, _ version: Int) throws(SealingError) -> SealedValue {
    let found: (version: Int, value: SealedValue)?
    do throws(StorageError) {
      found = try store.withProfile(id: person) {
        ($0, SealedValue(sealed: $1, commitment: $2))
      }
    } catch {
      throw SealingError(.unreadable, doing: "read a profile")
    }
    guard let found, found.version == version else {
      throw SealingError(.missing, doing: "read a profile")
    }
    return found.value
  }

  private func evidence(_ person: Int64, _ version: Int) throws(SealingError) -> SealedValue {
    let found: EvidenceRow?
    do throws(StorageError) {
      found = try store.evidence(person: person, version: version)
    } catch {
      throw SealingError(.unreadable, doing: "read evidence")
    }
    guard let found else { throw SealingError(.missing, doing: "read evidence") }
    return SealedValue(sealed: found.sealed, commitment: found.commitment)
  }
}

extension SealedKind {
  /// The store's name for it.
  var stored: WrapObject {
    switch self {
    case .number: .number
    case .profile: .profile
    case .evidence: .evidence
    }
  }
}
