internal import Auditing
internal import JSON
internal import People
internal import Sealing
internal import Storage

/// Inserts an import's sealed rows with their entries.
final class ImportWriter {
  private let session: Session
  private let transaction: Transaction
  private let declaration: DeclarationID
  private var store: any VaultStore { session.vault.store }
  /// The rows of the lockboxes, by ordinal.
  private let lockboxRows: [Int64]
  /// The last entry without what is the person's own: the next is mostly the same.
  private var last: (action: String, kind: String, purposes: String, content: EntryContent)?

  /// Writes the batch's own entry, which pins its lockboxes.
  init(
    _ session: Session, _ transaction: Transaction, lockboxes: [Lockbox],
    declaration: DeclarationID, count: Int, replacement: ImportOptions.Replacement?
  ) throws(CustodyError) {
    self.session = session
    self.transaction = transaction
    self.declaration = declaration
    var content = session.entry("import-batch")
    content.count = count
    content.declaration = declaration
    content.touchesKeys = true
    replacement?.note(in: &content)
    lockboxRows = try transaction.add(content, pinning: lockboxes)
  }

  /// Writes one person.
  ///
  /// - Throws: `.busy` if somebody else took the code or changed the person meanwhile.
  func write(_ item: ImportItem) throws(CustodyError) {
    let row: Int64
    do throws(StorageError) {
      row = try place(item, pin: transaction.nextIndex)
      for part in item.sealed { try write(part, of: row, isNew: item.existing == nil) }
      if item.replacedProfile > 0 {
        _ = try store.eraseWraps(
          person: row, object: .profile, version: item.replacedProfile, key: nil)
      }
    } catch {
      throw error.code == .constraint ? CustodyError(.busy) : CustodyError(error)
    }
    try transaction.add(entry(item), person: row)
  }

  /// Inserts the person's row, or changes it if nobody else did meanwhile.
  private func place(_ item: ImportItem, pin: Int) throws(StorageError) -> Int64 {
    guard let existing = item.existing else {
      guard let profile = item.sealed.first(where: { $0.kind == .profile }) else {
        throw StorageError(.constraint, doing: "insert a person")
      }
      let code = Array(item.code.utf8)
      return try profile.value.withParts { (sealed, commitment) throws(StorageError) in
        try store.insertPerson(
          code: code.span, uid: item.uid.span, record: item.record.span, pin: pin,
          profile: sealed, profileCommitment: commitment, profileVersion: profile.version)
      }
    }
    guard try store.person(id: existing.row)?.pin == existing.pin else {
      throw StorageError(.constraint, doing: "update a person")
    }
    try store.updatePersonRecord(id: existing.row, record: item.record.span, pin: pin)
    return existing.row
  }

  private func write(
    _ part: ImportItem.Sealed, of row: Int64, isNew: Bool
  ) throws(StorageError) {
    try part.value.withParts { (sealed, commitment) throws(StorageError) in
      switch part.kind {
      case .number:
        try store.insertNumber(
          person: row, version: part.version, sealed: sealed, commitment: commitment)
      case .secondEntry:
        try store.insertSecondEntry(
          person: row, version: part.version, sealed: sealed, commitment: commitment)
      case .evidence:
        // The key of what was kept before is destroyed.
        if !isNew {
          _ = try store.eraseWraps(
            person: row, object: .evidence, version: part.version, key: nil)
        }
        try store.putEvidence(
          person: row, version: part.version, sealed: sealed, commitment: commitment)
      case .profile:
        if !isNew {
          try store.updateProfile(
            id: row, profile: sealed, commitment: commitment, version: part.version)
        }
      }
    }
    let declaration = part.declaration.bytes
    try part.wraps.forEach { (key, ordinal, sealed) throws(StorageError) in
      _ = try store.insertWrap(
        person: row, object: part.kind.stored, version: part.version, key: Int64(key),
        lockbox: lockboxRows[ordinal], declaration: declaration.span, sealed: sealed)
    }
  }

  private func entry(_ item: ImportItem) -> EntryContent {
    var content = common(item)
    content.person = item.code
    content.row = item.digest
    content.version = item.version == 0 ? nil : item.version
    if item.attests { content.detail["attested"] = .bool(true) }
    if item.isVerified { content.detail["verified"] = .bool(true) }
    return content
  }

  private func common(_ item: ImportItem) -> EntryContent {
    if let last, last.kind == item.kind, last.action == item.action,
      last.purposes == item.purposes
    {
      return last.content
    }
    var content = session.entry(item.action)
    content.touchesKeys = true
    if !item.purposes.isEmpty { content.declaration = declaration }
    content.detail["kind"] = .string(item.kind)
    if !item.purposes.isEmpty { content.detail["purposes"] = .string(item.purposes) }
    last = (item.action, item.kind, item.purposes, content)
    return content
  }
}
