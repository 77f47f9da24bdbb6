internal import Auditing
internal import JSON
internal import People
internal import Sealing
internal import Storage

/// Brings the people of a restored backup up to date with the keys: rows whose wraps are destroyed
/// become tombstones, names whose wraps are destroyed are noted as lost, and holds stand again.
final class RestoredPeople {
  /// What became of whom.
  struct Outcome {
    /// Whose numbers had been destroyed since.
    var purged: [PersonCode] = []
    /// Whose name and address cannot be opened any more, though a number can.
    var namesLost: [PersonCode] = []
    /// Of whose number the particulars of the verification cannot be opened any more.
    var evidenceLost: [PersonCode] = []
    /// For whom holds were entered again.
    var held: [PersonCode] = []
  }

  private let session: Session
  private let restore: Int
  private let given: GivenUpRecords?
  private var outcome = Outcome()
  private var vault: Vault { session.vault }

  /// - Parameters:
  ///   - restore: The index of the entry that declares the restore.
  ///   - given: What the records that are given up say; nil where they cannot be read.
  init(_ session: Session, restore: Int, giving given: GivenUpRecords?) {
    self.session = session
    self.restore = restore
    self.given = given
  }

  /// Looks at everybody, and writes those who are not as the backup has them.
  func reconcile(in transaction: Transaction) throws(CustodyError) -> Outcome {
    var people: [VerifiedPerson] = []
    try vault.forEachPerson { (person) throws(CustodyError) in
      let isGone = try !gone(of: person).isEmpty
      let isLost = try !SealLoss(of: person, in: vault).isEmpty
      if isGone || isLost || !missingHolds(of: person.record).isEmpty { people.append(person) }
    }
    for person in people {
      var person = person
      try bury(&person, transaction)
      try noteLoss(of: &person, transaction)
      try hold(&person, transaction)
    }
    return outcome
  }

  private func write(
    _ record: PersonRecord, of person: inout VerifiedPerson, _ content: EntryContent,
    _ transaction: Transaction
  ) throws(CustodyError) {
    var content = content
    content.person = record.code.text
    content.touchesKeys = true
    let pin = transaction.nextIndex
    try RecordWriting(vault).write(record, of: person, content, in: transaction)
    person = VerifiedPerson(row: person.row, pin: pin, record: record)
  }

  // MARK: Numbers

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
    _ person: inout VerifiedPerson, _ transaction: Transaction
  ) throws(CustodyError) {
    let gone = try gone(of: person)
    if gone.isEmpty { return }
    var items: [CanonicalValue] = []
    var days: [String: CalendarDate] = [:]
    for (version, purposes) in gone {
      var destroyed = try destroy(version, of: person)
      for purpose in purposes {
        let known = given?.disposals.disposal(of: person.record.code, purpose, version)
        items.append(
          PurgedItem.restored(purpose, version, at: restore, on: vault.today, known, destroyed)
            .value)
        destroyed = []
        if let known { days[purpose] = max(known.on, days[purpose] ?? known.on) }
      }
    }
    var record = person.record
    let purposes = Set(gone.flatMap(\.purposes))
    do throws(StorageError) {
      let wraps = try PersonWraps(vault.store, of: person.row)
      GoneNumbers(vault).note(purposes, by: wraps, in: &record, on: days)
    } catch {
      throw CustodyError(error)
    }
    var content = session.entry("purged")
    content.detail["purposes"] = .string(purposes.sorted().joined(separator: ","))
    content.detail["items"] = .array(items)
    try write(record, of: &person, content, transaction)
    outcome.purged.append(record.code)
  }

  private func destroy(
    _ version: Int, of person: VerifiedPerson
  ) throws(CustodyError) -> [ErasedRow] {
    let rows = PinnedErasure(vault.store, evidenceKey: vault.authority.key(Session.evidence))
    do throws(SealingError) {
      return try rows.eraseIfUnwrapped(person: person.row, version: version)
    } catch {
      throw CustodyError(error)
    }
  }

  // MARK: What else was sealed

  /// Notes what was sealed anew since the backup, so that neither seal opens: it has to be collected
  /// again, and is not taken for tampering until then.
  private func noteLoss(
    of person: inout VerifiedPerson, _ transaction: Transaction
  ) throws(CustodyError) {
    let loss = try SealLoss(of: person, in: vault)
    if loss.isEmpty { return }
    var record = person.record
    if loss.profile {
      record.isProfileLost = true
      outcome.namesLost.append(record.code)
    }
    if !loss.evidence.isEmpty { outcome.evidenceLost.append(record.code) }
    for version in loss.secondEntries {
      // What a second entry was to show, a check of the document shows too.
      guard let entry = record.secondEntry(of: version) else { continue }
      record.note(entry.moved(to: .awaitingCheck), usable: false)
      try eraseSecondEntry(version, of: person)
    }
    try write(record, of: &person, loss.note(in: session.entry("restore-loss")), transaction)
  }

  private func eraseSecondEntry(
    _ version: Int, of person: VerifiedPerson
  ) throws(CustodyError) {
    let rows = PinnedErasure(vault.store, evidenceKey: vault.authority.key(Session.evidence))
    do throws(SealingError) {
      _ = try rows.eraseSecondEntry(person: person.row, version: version)
    } catch {
      throw CustodyError(error)
    }
  }

  // MARK: Holds

  /// What keeps a purge away by the log that is given up, and not by the backup's.
  private func missingHolds(of record: PersonRecord) -> [Hold] {
    (given?.holds?[record.code] ?? []).filter { !record.holds.contains($0) }
  }

  /// A purge that a hold would have kept away cannot be undone: the hold stands again at once.
  private func hold(
    _ person: inout VerifiedPerson, _ transaction: Transaction
  ) throws(CustodyError) {
    for hold in missingHolds(of: person.record) {
      var record = person.record
      let isTaken = record.holds.contains { $0.id == hold.id }
      let id = isTaken ? record.nextHoldID : hold.id
      record.holds.append(Hold(id: id, reason: hold.reason, until: hold.until))
      var content = session.entry("hold-add")
      content.detail["hold"] = .string(id)
      try write(record, of: &person, content, transaction)
      if outcome.held.last != record.code { outcome.held.append(record.code) }
    }
  }
}
