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
  func person(_ code: PersonCode) throws(CustodyError) -> VerifiedPerson? {
    let found: (row: Int64, pin: Int, uid: [UInt8], record: [UInt8])?
    let key = Array(code.text.utf8)
    do throws(StorageError) {
      found = try store.withPerson(code: key.span) { row, pin, uid, record in
        (row, pin, [UInt8](copying: uid), [UInt8](copying: record))
      }
    } catch {
      throw CustodyError(error)
    }
    guard let found else { return nil }
    return try verified(
      row: found.row, pin: found.pin, uid: found.uid, code: key, record: found.record)
  }

  /// Holds a row of the table of people against its entry.
  func verified(_ row: PersonRow) throws(CustodyError) -> VerifiedPerson {
    try verified(
      row: row.id, pin: row.pin, uid: row.uid, code: row.code, record: row.record)
  }

  private func verified(
    row: Int64, pin: Int, uid: [UInt8], code: [UInt8], record bytes: [UInt8]
  ) throws(CustodyError) -> VerifiedPerson {
    let digest = try digest(bytes)
    let pinned: Bool?
    do throws(StorageError) {
      pinned = try store.withEntry(at: pin) { entry in
        Pin.entry(entry, pinsRow: digest.span)
      }
    } catch {
      throw CustodyError(error)
    }
    guard pinned == true, vault.pins.isNewest(pin, of: code.span) else {
      throw Self.unpinned(row, pin)
    }
    let record: PersonRecord
    do throws(PeopleError) {
      record = try PersonRecord(decoding: bytes.span)
    } catch {
      throw Self.unpinned(row, pin)
    }
    guard record.id.bytes == uid, record.code.text.utf8.elementsEqual(code) else {
      throw Self.unpinned(row, pin)
    }
    return VerifiedPerson(row: row, pin: pin, record: record)
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

  private static func unpinned(_ row: Int64, _ pin: Int) -> CustodyError {
    CustodyError(
      .integrity(
        "vault.sqlite: person row \(row) is not the one that the log records last (its entry is \(pin))"
      ))
  }
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
      throw SealingError(.missing, doing: "read a wrap")
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
      throw SealingError(.missing, doing: doing)
    }
    guard let found else { throw SealingError(.missing, doing: doing) }
    let lockbox = Lockbox(
      uid: found.uid, key: found.key, generation: found.generation,
      encapsulated: found.encapsulated, commitment: found.commitment)
    let digest = try lockbox.digest()
    let pinned: Bool?
    do throws(StorageError) {
      pinned = try store.withEntry(at: found.pin) { entry in
        Pin.entry(entry, pinsLockboxOf: found.key, digest: digest)
      }
    } catch {
      throw SealingError(.missing, doing: doing)
    }
    guard pinned == true else { throw SealingError(.notAuthentic, doing: doing) }
    return lockbox
  }
}

extension PinnedRows {
  private func number(_ person: Int64, _ version: Int) throws(SealingError) -> SealedValue {
    let doing = "read a number"
    let found: (isErased: Bool, sealed: [UInt8], commitment: [UInt8])?
    do throws(StorageError) {
      found = try store.withNumber(person: person, version: version) {
        ($0, [UInt8](copying: $1), [UInt8](copying: $2))
      }
    } catch {
      throw SealingError(.missing, doing: doing)
    }
    guard let found else { throw SealingError(.missing, doing: doing) }
    guard !found.isErased else { throw SealingError(.erased, doing: doing) }
    return SealedValue(sealed: found.sealed, commitment: found.commitment)
  }

  private func profile(_ person: Int64, _ version: Int) throws(SealingError) -> SealedValue {
    let found: (version: Int, sealed: [UInt8], commitment: [UInt8])?
    do throws(StorageError) {
      found = try store.withProfile(id: person) {
        ($0, [UInt8](copying: $1), [UInt8](copying: $2))
      }
    } catch {
      throw SealingError(.missing, doing: "read a profile")
    }
    guard let found, found.version == version else {
      throw SealingError(.missing, doing: "read a profile")
    }
    return SealedValue(sealed: found.sealed, commitment: found.commitment)
  }

  private func evidence(_ person: Int64, _ version: Int) throws(SealingError) -> SealedValue {
    let found: EvidenceRow?
    do throws(StorageError) {
      found = try store.evidence(person: person, version: version)
    } catch {
      throw SealingError(.missing, doing: "read evidence")
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
