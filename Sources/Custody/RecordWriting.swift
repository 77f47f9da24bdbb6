internal import Auditing
internal import People
internal import Secrets
internal import Storage

/// Changes a person's decision record together with the entry that pins it.
struct RecordWriting {
  private let vault: Vault

  init(_ vault: Vault) { self.vault = vault }

  /// Writes the record; the entry gets its digest.
  ///
  /// - Throws: `.busy` if somebody else changed the person meanwhile.
  func write(
    _ record: PersonRecord, of person: VerifiedPerson, _ content: consuming EntryContent,
    in transaction: Transaction
  ) throws(CustodyError) {
    // The transaction has caught up with the log, which says whose row changed since.
    guard vault.pins.newest(of: record.code.text.utf8.span)?.index == person.pin else {
      throw CustodyError(.busy)
    }
    let bytes = record.canonicalBytes()
    content.row = try CustodyError.gathering { try SHA256.hash(bytes.span) }
    let pin = transaction.nextIndex
    do throws(StorageError) {
      try vault.store.updatePersonRecord(id: person.row, record: bytes.span, pin: pin)
    } catch {
      throw CustodyError(error)
    }
    try transaction.add(inPlace: &content, person: person.row)
  }
}
