internal import Auditing
internal import Numbers
internal import People
internal import Rules
internal import Sealing
internal import Storage
internal import Wording

/// Second entries from the asking to the commit, one or many.
final class SecondEntryRun {
  /// Why a person's number cannot be entered a second time.
  enum Obstacle {
    case notWaiting(Phrase)
    /// The user entered it first.
    case same
  }

  private let session: Session
  private let sealer: CollectionSealer
  private var keys: CollectionKeys
  private var items: [SecondEntryItem] = []
  private var vault: Vault { session.vault }

  init(_ session: Session) throws(CustodyError) {
    self.session = session
    let (id, random) = (session.vault.id, session.vault.environment.random)
    sealer = try CustodyError.gathering { try CollectionSealer(vault: id, random: random) }
    keys = try CollectionKeys(session.vault.authority)
  }

  /// What keeps the session's user from entering the person's number again; nil if nothing does.
  func obstacle(of person: VerifiedPerson) -> Obstacle? {
    guard let current = person.record.current, current.how == .current else {
      return .notWaiting("there is no number in use")
    }
    guard let entry = person.record.secondEntry(of: current.version) else {
      return .notWaiting("no second entry is asked for of this number")
    }
    switch entry.state {
    case .awaitingEntry: return entry.firstBy == session.account.id ? .same : nil
    case .awaitingCheck: return .notWaiting("this number waits for a check (number checked)")
    case .entered: return .notWaiting("the number was entered a second time already")
    case .agreed, .checked: return .notWaiting("the number is confirmed already")
    case .differed, .disagreed:
      return .notWaiting(
        "the number has to be corrected first (person import --replace correction)")
    }
  }

  /// Seals a second entry to the keys to which the first one is sealed.
  func seal(_ number: consuming MyNumber, of person: VerifiedPerson) throws(CustodyError) {
    let version = person.record.currentVersion
    guard let declaration = person.record.declarations.last?.id else {
      throw CustodyError(.bug("a number without a declaration"))
    }
    let holders = try keys.keys(try openPurposes(of: person, version))
    let object = SealedObject(person: person.record.id, kind: .secondEntry, version: version)
    do throws(SealingError) {
      let (value, wraps) = try sealer.seal(
        number, as: object, to: holders, declaration: declaration)
      items.append(
        SecondEntryItem(
          person: person, version: version, value: value, wraps: wraps, declaration: declaration))
    } catch {
      throw CustodyError(error)
    }
  }

  /// The purposes for which the number opens, once its two entries agree.
  private func openPurposes(
    of person: VerifiedPerson, _ version: Int
  ) throws(CustodyError) -> [String] {
    let live = LiveWraps(vault)
    var purposes: [String] = []
    for purpose in person.record.declaredPurposes
    where try live.has(person: person.row, version: version, purpose: purpose) {
      purposes.append(purpose)
    }
    return purposes
  }

  /// Writes what was sealed in one commit of both files.
  ///
  /// - Throws: `.busy` if somebody else changed one of the people meanwhile.
  func write() throws(CustodyError) {
    do throws(SealingError) {
      try sealer.finish()
    } catch {
      throw CustodyError(error)
    }
    guard !items.isEmpty else { return }
    let transaction = try Transaction(vault, touchesKeys: true)
    let lockboxes = try writeBatch(in: transaction)
    for item in items { try write(item, lockboxes, in: transaction) }
    try transaction.finish(signedBy: session.secrets.signer)
  }

  /// Writes the batch's own entry, which pins its lockboxes, and returns their rows by ordinal.
  private func writeBatch(in transaction: Transaction) throws(CustodyError) -> [Int64] {
    var content = session.entry("second-entry-batch")
    content.count = items.count
    content.touchesKeys = true
    return try transaction.add(content, pinning: sealer.madeLockboxes)
  }

  private func write(
    _ item: SecondEntryItem, _ lockboxes: [Int64], in transaction: Transaction
  ) throws(CustodyError) {
    var record = item.person.record
    guard let waiting = record.secondEntry(of: item.version) else {
      throw CustodyError(.bug("a second entry that nothing waits for"))
    }
    record.note(waiting.moved(to: .entered, by: session.account.id, on: vault.today))
    var content = session.entry(Action.secondEntry.rawValue)
    content.person = record.code.text
    content.version = item.version
    content.touchesKeys = true
    try RecordWriting(vault).write(record, of: item.person, content, in: transaction)
    do throws(StorageError) {
      try store(item, lockboxes)
    } catch {
      throw error.code == .constraint ? CustodyError(.busy) : CustodyError(error)
    }
  }

  private func store(_ item: SecondEntryItem, _ lockboxes: [Int64]) throws(StorageError) {
    let store = vault.store
    let row = item.person.row
    try item.value.withParts { (sealed, commitment) throws(StorageError) in
      try store.insertSecondEntry(
        person: row, version: item.version, sealed: sealed, commitment: commitment)
    }
    let declaration = item.declaration.bytes
    try item.wraps.forEach { (key, ordinal, sealed) throws(StorageError) in
      _ = try store.insertWrap(
        person: row, object: .secondEntry, version: item.version, key: Int64(key),
        lockbox: lockboxes[ordinal], declaration: declaration.span, sealed: sealed)
    }
  }
}
