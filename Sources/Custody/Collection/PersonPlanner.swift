internal import Auditing
internal import Numbers
internal import People
internal import Rules
internal import Sealing
internal import Secrets
internal import Storage
internal import Wording

/// Decides what becomes of a row, given what the vault knows, and seals it.
final class PersonPlanner {
  private let session: Session
  private let options: ImportOptions
  private let sealer: CollectionSealer
  private let declaration: DeclarationID
  private let today: CalendarDate
  private var keys: CollectionKeys
  private var bundles: KnownBundles
  private var tellings: KnownTellings
  private var hashing: SHA256Context
  /// Offices to tell, or documents to correct, for the numbers replaced.
  private(set) var toNotify = 0
  /// Whose name or address changed, so that the declaration ledger is outdated for them.
  private(set) var ledgerOutdated: [String] = []
  private var vault: Vault { session.vault }

  init(
    _ session: Session, _ options: ImportOptions, _ sealer: CollectionSealer,
    declaration: DeclarationID
  ) throws(CustodyError) {
    self.session = session
    self.options = options
    self.sealer = sealer
    self.declaration = declaration
    today = session.vault.today
    bundles = KnownBundles(session.vault.policy)
    keys = try CollectionKeys(session.vault.authority)
    tellings = KnownTellings(
      id: declaration, date: today, method: options.method, noticeDigest: options.noticeDigest,
      by: session.account.id)
    hashing = try CustodyError.gathering { try SHA256Context() }
  }

  /// The purposes a person is told: the row's, else the bundle's, narrowed by the options.
  ///
  /// - Returns: The purposes, or why they cannot be declared.
  func purposes(
    _ draft: PersonDraft, _ record: PersonRecord
  ) -> (purposes: [PurposeID], mistake: Phrase?) {
    let known = bundles.purposes(for: record)
    var purposes = draft.purposes ?? known.bundle
    for purpose in purposes where !known.declarable.contains(purpose) {
      return ([], needless(purpose))
    }
    if let wanted = options.purposes { purposes.removeAll { !wanted.contains($0) } }
    let isTold = !purposes.isEmpty || draft.noForm != nil
    return (purposes, isTold ? nil : "no purpose is left to declare (番号法14条)")
  }

  /// Why a purpose cannot be declared to a person whom none of its forms carries.
  private func needless(_ id: PurposeID) -> Phrase {
    let purpose = vault.policy.purpose(id)
    let name = Phrase(english: purpose?.en ?? id.rawValue, japanese: purpose?.ja ?? id.rawValue)
    return
      "no form of \(name) (\(id)) carries such a person (番号法14条1項, 番号法15条); leave it out"
  }

  /// A new person's record, before declaration and number.
  func blankRecord(_ draft: PersonDraft, code: PersonCode) throws(CustodyError) -> PersonRecord {
    let id: PersonID = try CustodyError.gathering {
      try PersonID(try vault.environment.random.bytes(16))
    }
    var record = PersonRecord(
      id: id, code: code, kind: draft.kind, relationship: draft.relationship,
      standing: draft.standing)
    copyDates(of: draft, into: &record)
    return record
  }

  /// Seals a new person.
  func add(
    _ draft: PersonDraft, _ record: PersonRecord, _ purposes: [PurposeID],
    number: consuming MyNumber?
  ) throws(CustodyError) -> ImportItem {
    var record = record
    let told = declare(purposes, &record)
    record.noNumberReason = draft.noNumberReason
    var sealed = [try profile(draft, record, version: 1)]
    if let number = number.take() {
      sealed.append(try take(number, draft, &record))
      if let part = try evidence(draft, record) { sealed.append(part) }
    }
    return try item("import", nil, draft, record, told, sealed)
  }

  /// A known person's record with the row's columns under `--update`, else as it is.
  func record(_ draft: PersonDraft, of person: VerifiedPerson) -> PersonRecord {
    var record = person.record
    guard options.update else { return record }
    record.kind = draft.kind
    record.relationship = draft.relationship ?? record.relationship
    record.standing = draft.standing
    copyDates(of: draft, into: &record)
    // A blank reason takes none back: only a reason given replaces one.
    if record.currentVersion == 0, let reason = draft.noNumberReason, reason != .notAsked {
      record.noNumberReason = reason
    }
    return record
  }

  /// Gives a known person their first number, or another after a purge.
  func addNumber(
    _ draft: PersonDraft, to person: VerifiedPerson, _ record: PersonRecord,
    _ purposes: [PurposeID], number: consuming MyNumber
  ) throws(CustodyError) -> ImportItem {
    var record = record
    let told = declare(purposes, &record)
    record.noNumberReason = nil
    var sealed = [try take(number, draft, &record)]
    if let part = try evidence(draft, record) { sealed.append(part) }
    return try item("import", person, draft, record, told, sealed)
  }

  /// Puts another number in the place of the one held.
  func replace(
    _ draft: PersonDraft, of person: VerifiedPerson, _ record: PersonRecord,
    _ purposes: [PurposeID], number: consuming MyNumber,
    as replacement: ImportOptions.Replacement
  ) throws(CustodyError) -> ImportItem {
    var record = record
    retire(record.currentVersion, &record, replacement)
    let told = declare(purposes, &record)
    var sealed = [try take(number, draft, &record)]
    toNotify += vault.policy.numberChanges.tasks(of: record).count { task in
      task.version == person.record.currentVersion
    }
    if let part = try evidence(draft, record) { sealed.append(part) }
    return try item("replace", person, draft, record, told, sealed)
  }

  /// Brings the other columns of a known person up to date; nil if nothing differs.
  ///
  /// - Parameter verification: What is recorded anew of the number held, with the row's evidence.
  func update(
    _ draft: PersonDraft, of person: VerifiedPerson, _ record: PersonRecord,
    _ verification: Verification?
  ) throws(CustodyError) -> ImportItem? {
    var record = record
    var sealed: [ImportItem.Sealed] = []
    if let verification {
      record.verification = verification
      if let part = try evidence(draft, record) { sealed.append(part) }
    }
    var item = try item("update", person, draft, record, [], sealed)
    item.isVerified = verification != nil
    return record == person.record && item.sealed.isEmpty ? nil : item
  }

  /// Carries what happened to an employee to a dependent whom the file leaves out; nil if nothing
  /// differs.
  func update(
    _ person: VerifiedPerson, following employee: HouseholdEvents
  ) throws(CustodyError) -> ImportItem? {
    var record = person.record
    record.follow(employee)
    return record == person.record ? nil : try item("update", person, record, [], [])
  }

  // MARK: Parts

  private func copyDates(of draft: PersonDraft, into record: inout PersonRecord) {
    for event in draft.events { record.add(event) }
    if let events = draft.employeeEvents { record.follow(events) }
    record.hiredOn = draft.hiredOn ?? record.hiredOn
    record.leftOn = draft.leftOn ?? record.leftOn
    record.leaveReason = draft.leaveReason ?? record.leaveReason
    record.lastPaidOn = draft.lastPaidOn ?? record.lastPaidOn
  }

  /// The purposes that the person was not told of yet, or for which the number was destroyed since;
  /// what was declared before, with its notice, stands.
  ///
  /// No day is asked: a purge that a clock set back dates before the declaration is a purge.
  func untold(_ purposes: [PurposeID], _ record: PersonRecord) -> [PurposeID] {
    if record.declarations.isEmpty { return purposes }
    return purposes.filter {
      !record.declares($0.rawValue) || record.purgedOn($0.rawValue) != nil
    }
  }

  /// Notes what the person is told by being asked for the number, and returns it.
  private func declare(
    _ purposes: [PurposeID], _ record: inout PersonRecord
  ) -> [PurposeID] {
    let told = untold(purposes, record)
    if told.isEmpty { return told }
    record.declarations.append(tellings.telling(told).declaration)
    if record.purgedPurposes.isEmpty { return told }
    for purpose in told { record.forgetPurge(of: purpose.rawValue) }
    return told
  }

  private func retire(
    _ version: Int, _ record: inout PersonRecord, _ replacement: ImportOptions.Replacement
  ) {
    guard let place = record.versions.lastIndex(where: { $0.version == version }) else { return }
    let old = record.versions[place]
    let (date, how): (CalendarDate, NumberVersion.State) =
      switch replacement {
      case .correction: (today, .corrected)
      case .change(let date, _): (date, .changed)
      }
    if how == .changed { record.keepVerification() }
    // What was never verified is not made usable by the verification of what comes after it.
    record.versions[place] = NumberVersion(
      version: version, declaredOn: old.declaredOn, replacedOn: date, how: how,
      usable: how == .changed && old.usable && record.verification.isComplete)
  }

  /// Seals the number to each purpose declared for the person and notes its version.
  private func take(
    _ number: consuming MyNumber, _ draft: PersonDraft, _ record: inout PersonRecord
  ) throws(CustodyError) -> ImportItem.Sealed {
    let version = (record.versions.map(\.version).max() ?? 0) + 1
    let waiting = SecondEntry.State(awaitedUnder: vault.policy.collection.secondEntry)
    record.versions.append(
      NumberVersion(version: version, declaredOn: today, usable: waiting == nil))
    if let waiting {
      record.note(SecondEntry(version: version, state: waiting, firstBy: session.account.id))
    }
    record.currentVersion = version
    record.verification = draft.verification
    let object = SealedObject(person: record.id, kind: .number, version: version)
    let (sealed, unsealed) = sealedPurposes(of: record)
    if record.unsealedPurposes != unsealed { record.noteUnsealed(unsealed) }
    // What is told now is always among them.
    guard !sealed.isEmpty else { throw CustodyError(.bug("a number that is sealed to nobody")) }
    let holders = try keys.keys(sealed)
    // Where nothing is told anew the number rests on what was told before.
    let declaration = record.declarations.last?.id ?? declaration
    do throws(SealingError) {
      let (value, wraps) = try sealer.seal(
        number, as: object, to: holders, declaration: declaration)
      return ImportItem.Sealed(
        kind: .number, version: version, value: value, wraps: wraps, declaration: declaration)
    } catch {
      throw CustodyError(error)
    }
  }

  /// The purposes to whose keys a person's number is sealed, and those told that it is not sealed to.
  ///
  /// What is told now was taken back from the purged ones; what stays purged gets no wrap. What was
  /// told to somebody who has become an officer since is not sealed to either, and noted.
  private func sealedPurposes(
    of record: PersonRecord
  ) -> (sealed: [String], unsealed: [String]) {
    let known = bundles.purposes(for: record)
    let told = record.declaredPurposes
    if record.purgedPurposes.isEmpty, told.allSatisfy(known.names.contains) { return (told, []) }
    let kept = told.filter { record.purgedOn($0) == nil }
    return (kept.filter(known.names.contains), kept.filter { !known.names.contains($0) })
  }

  private func profile(
    _ draft: PersonDraft, _ record: PersonRecord, version: Int
  ) throws(CustodyError) -> ImportItem.Sealed {
    try seal(draft.profile.encoded(), .profile, version, record, Session.roster)
  }

  private func evidence(
    _ draft: PersonDraft, _ record: PersonRecord
  ) throws(CustodyError) -> ImportItem.Sealed? {
    guard let evidence = draft.evidence else { return nil }
    return try seal(
      evidence, .evidence, record.currentVersion, record, Session.evidence)
  }

  private func seal(
    _ bytes: [UInt8], _ kind: SealedKind, _ version: Int, _ record: PersonRecord, _ key: String
  ) throws(CustodyError) -> ImportItem.Sealed {
    let object = SealedObject(person: record.id, kind: kind, version: version)
    let holders = try keys.key(key)
    do throws(SealingError) {
      let (value, wraps) = try sealer.seal(
        bytes, as: object, to: holders, declaration: declaration)
      return ImportItem.Sealed(
        kind: kind, version: version, value: value, wraps: wraps, declaration: declaration)
    } catch {
      throw CustodyError(error)
    }
  }

  /// The new version of a known person's profile under `--update`; nil if nothing differs.
  ///
  /// Another name or address is noted, since the declaration ledger is outdated then.
  private func freshProfile(
    _ draft: PersonDraft, _ record: inout PersonRecord, of person: VerifiedPerson
  ) throws(CustodyError) -> ImportItem.Sealed? {
    // Who comes back after a purge is named anew, and so is whose name a restore has lost.
    if try session.isProfileDestroyed(of: person) {
      record.isProfileLost = false
      return try profile(draft, record, version: try profileVersion(person) + 1)
    }
    guard options.update else { return nil }
    let known = try session.profile(of: person)
    guard known != draft.profile else { return nil }
    let changes = ProfileChange.changes(from: known, to: draft.profile)
    for change in changes {
      record.add(LifeEvent(change, on: options.particularsChangedOn ?? today, basis: .derived))
    }
    let declares = record.declares(vault.policy.ledger.purpose.rawValue)
    if declares, !changes.isEmpty { ledgerOutdated.append(record.code.text) }
    return try profile(draft, record, version: try profileVersion(person) + 1)
  }

  private func item(
    _ action: String, _ person: VerifiedPerson?, _ draft: PersonDraft, _ record: PersonRecord,
    _ purposes: [PurposeID], _ sealed: [ImportItem.Sealed]
  ) throws(CustodyError) -> ImportItem {
    var record = record
    var fresh: ImportItem.Sealed?
    if let person { fresh = try freshProfile(draft, &record, of: person) }
    var item = try item(action, person, record, purposes, sealed)
    if let fresh {
      item.sealed.append(fresh)
      item.replacedProfile = fresh.version - 1
    }
    return item
  }

  private func item(
    _ action: String, _ person: VerifiedPerson?, _ record: PersonRecord, _ purposes: [PurposeID],
    _ sealed: [ImportItem.Sealed]
  ) throws(CustodyError) -> ImportItem {
    let bytes = record.canonicalBytes()
    return ImportItem(
      existing: person.map { ($0.row, $0.pin) }, code: record.code.text, uid: record.id.bytes,
      record: bytes, digest: try digest(bytes), action: action, kind: record.kind.english,
      purposes: tellings.telling(purposes).text, version: record.currentVersion,
      attests: Self.attests(record, since: person?.record), sealed: sealed)
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

  /// Whether the number is attested by this item, not before it.
  private static func attests(_ record: PersonRecord, since known: PersonRecord?) -> Bool {
    guard case .legacy = record.verification else { return false }
    return known?.currentVersion != record.currentVersion
  }

  private func profileVersion(_ person: VerifiedPerson) throws(CustodyError) -> Int {
    try CustodyError.gathering {
      try vault.store.withProfile(id: person.row) { version, _, _ in version } ?? 0
    }
  }
}
