internal import Auditing
internal import People
internal import Sealing
internal import Secrets
internal import Storage

/// Seals the evidence of one transaction and puts it in the place of what was kept before.
struct EvidenceSealing {
  /// One person's sealed evidence, with the wraps of its data key.
  struct Sealed {
    let version: Int
    let value: SealedValue
    let wraps: SealedWraps
    let declaration: [UInt8]
  }

  private let session: Session
  private let sealer: CollectionSealer
  private let keys: [AuthenticatedKey]

  init(_ session: Session) throws(CustodyError) {
    self.session = session
    sealer = try CustodyError.gathering {
      try CollectionSealer(vault: session.vault.id, random: session.vault.environment.random)
    }
    var known = try CollectionKeys(session.vault.authority)
    keys = try known.keys([Session.evidence])
  }

  /// Seals to the evidence compartment, under the person's newest declaration.
  func seal(
    _ evidence: EvidenceRecord, of record: PersonRecord
  ) throws(CustodyError) -> Sealed {
    let object = SealedObject(
      person: record.id, kind: .evidence, version: record.currentVersion)
    let random = session.vault.environment.random
    return try CustodyError.gathering {
      let declaration =
        try record.declarations.last?.id ?? DeclarationID(try random.bytes(16))
      let (value, wraps) = try sealer.seal(
        evidence.encoded(), as: object, to: keys, declaration: declaration)
      return Sealed(
        version: record.currentVersion, value: value, wraps: wraps,
        declaration: declaration.bytes)
    }
  }

  /// Adds the batch's own entry, which pins its lockboxes, and stores them.
  ///
  /// - Returns: Their rows, by ordinal.
  func addLockboxes(to transaction: Transaction, count: Int) throws(CustodyError) -> [Int64] {
    try CustodyError.gathering { try sealer.finish() }
    var content = session.entry("verify-batch")
    content.count = count
    content.touchesKeys = true
    return try transaction.add(content, pinning: sealer.madeLockboxes)
  }
}

extension EvidenceSealing.Sealed {
  /// Stores it; the key of what was kept before is destroyed.
  func store(
    of row: Int64, in store: any VaultStore, _ lockboxes: [Int64]
  ) throws(CustodyError) {
    do throws(StorageError) {
      _ = try store.eraseWraps(person: row, object: .evidence, version: version, key: nil)
      try value.withParts { (sealed, commitment) throws(StorageError) in
        try store.putEvidence(
          person: row, version: version, sealed: sealed, commitment: commitment)
      }
      try wraps.forEach { (key, ordinal, sealed) throws(StorageError) in
        _ = try store.insertWrap(
          person: row, object: .evidence, version: version, key: Int64(key),
          lockbox: lockboxes[ordinal], declaration: declaration.span, sealed: sealed)
      }
    } catch {
      throw CustodyError(error)
    }
  }
}
