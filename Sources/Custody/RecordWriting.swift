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
    _ record: PersonRecord, of person: VerifiedPerson, _ content: EntryContent,
    in transaction: Transaction
  ) throws(CustodyError) {
    let bytes = record.canonicalBytes()
    var content = content
    content.row = try CustodyError.gathering { try SHA256.hash(bytes.span) }
    let pin = transaction.nextIndex
    do throws(StorageError) {
      guard try vault.store.person(id: person.row)?.pin == person.pin else {
        throw StorageError(.busy, doing: "update a person")
      }
      try vault.store.updatePersonRecord(id: person.row, record: bytes.span, pin: pin)
    } catch {
      throw CustodyError(error)
    }
    try transaction.add(content, person: person.row)
  }
}
