internal import Auditing
internal import JSON
internal import People
internal import Sealing
internal import Storage

/// Turns the rows of a restored backup whose wraps are destroyed into tombstones.
struct RestoredPeople {
  private let session: Session
  private let restore: Int
  private var vault: Vault { session.vault }

  /// - Parameter restore: The index of the entry that declares the restore.
  init(_ session: Session, restore: Int) {
    self.session = session
    self.restore = restore
  }

  /// - Returns: Whose numbers had been destroyed since.
  func reconcile(in transaction: Transaction) throws(CustodyError) -> [PersonCode] {
    var found: [(person: VerifiedPerson, gone: [Gone])] = []
    try vault.forEachPerson { (person) throws(CustodyError) in
      let gone = try gone(of: person)
      if !gone.isEmpty { found.append((person, gone)) }
    }
    for (person, gone) in found { try bury(gone, of: person, transaction) }
    return found.map(\.person.record.code)
  }

  /// One version that opens no more for some purposes.
  private typealias Gone = (version: Int, purposes: [String])

  private func gone(of person: VerifiedPerson) throws(CustodyError) -> [Gone] {
    var gone: [Gone] = []
    for version in person.record.versions where version.how != .purged {
      let purposes = try purposes(of: person, version.version)
      if !purposes.isEmpty { gone.append((version.version, purposes)) }
    }
    return gone
  }

  /// The purposes for which a version was sealed and no wrap opens.
  ///
  /// - Throws: `.integrity` for a wrap of which not even a tombstone is there.
  private func purposes(
    of person: VerifiedPerson, _ version: Int
  ) throws(CustodyError) -> [String] {
    let rows: [WrapRow]
    do throws(StorageError) {
      rows = try vault.store.wraps(person: person.row, object: .number, version: version)
    } catch {
      throw CustodyError(error)
    }
    var gone: [String] = []
    for name in person.record.declaredPurposes where person.record.purgedOn(name) == nil {
      let key = vault.authority.key(name).map { Int64($0.number) }
      let mine = rows.filter { $0.header.key == key }
      if mine.contains(where: { !$0.header.isErased }) { continue }
      guard mine.isEmpty else {
        gone.append(name)
        continue
      }
      guard !person.record.mustHaveWrap(of: version, for: name) else {
        throw CustodyError(
          .integrity("keys.sqlite: a wrap of \(person.record.code.text) for \(name) is missing"))
      }
    }
    return gone
  }

  private func bury(
    _ gone: [Gone], of person: VerifiedPerson, _ transaction: Transaction
  ) throws(CustodyError) {
    let rows = PinnedErasure(vault.store, evidenceKey: vault.authority.key(Session.evidence))
    var items: [CanonicalValue] = []
    for (version, purposes) in gone {
      var destroyed: [ErasedRow] = []
      do throws(SealingError) {
        destroyed = try rows.eraseIfUnwrapped(person: person.row, version: version)
      } catch {
        throw CustodyError(error)
      }
      for purpose in purposes {
        items.append(
          PurgedItem.restored(
            purpose, version, at: restore, on: vault.today, destroyed.map(PurgedItem.row)))
        destroyed = []
      }
    }
    var record = person.record
    let purposes = Set(gone.flatMap(\.purposes))
    try GoneNumbers(vault).note(purposes, of: person.row, in: &record)
    var content = session.entry("purged")
    content.person = record.code.text
    content.touchesKeys = true
    content.detail["purposes"] = .string(purposes.sorted().joined(separator: ","))
    content.detail["items"] = .array(items)
    try RecordWriting(vault).write(record, of: person, content, in: transaction)
  }
}
