internal import Auditing
internal import People
internal import Rules
internal import Storage

/// Finds what is due of each version that still opens.
struct PurgePlanning {
  private let vault: Vault

  init(_ vault: Vault) { self.vault = vault }

  /// What is due on a day.
  ///
  /// - Throws: `.integrity` naming a row that is marked erased though the log shows no purge of it.
  func plan(asOf date: CalendarDate, acceptPresumed: Bool) throws(CustodyError) -> PurgePlan {
    var due: [PurgeItem] = []
    var presumed: [PurgeItem] = []
    try vault.forEachPerson { (person) throws(CustodyError) in
      for item in try items(of: person, asOf: date, acceptPresumed: acceptPresumed) {
        if item.isPresumed, !acceptPresumed {
          presumed.append(item)
        } else {
          due.append(item)
        }
      }
    }
    return PurgePlan(
      asOf: date, acceptsPresumed: acceptPresumed, items: due, presumed: presumed)
  }

  /// What is due of a person on a day; a filed number that was corrected or changed goes like the
  /// one in use, a wrong one that was not filed at once.
  func items(
    of person: VerifiedPerson, asOf date: CalendarDate, acceptPresumed: Bool
  ) throws(CustodyError) -> [PurgeItem] {
    var items: [PurgeItem] = []
    for version in person.record.versions where version.how != .purged {
      let isWrong = version.how == .corrected && !person.record.wasFiled
      for name in try VersionWraps(vault, of: person, version).livePurposes() {
        let purpose = PurposeID(rawValue: name)
        let item =
          isWrong
          ? wrong(version, of: person.record, purpose, asOf: date)
          : ended(version, of: person.record, purpose, asOf: date, acceptPresumed)
        if let item { items.append(item) }
      }
    }
    if person.record.isWhollyPurged, let item = try name(of: person, asOf: date, acceptPresumed) {
      items.append(item)
    }
    return items
  }

  /// The name and the address of one whose numbers are all destroyed, and who is needed for no purpose
  /// any more: those of whom a number was wrong stay known until then.
  ///
  /// - Returns: The item of the purpose that kept them longest; nil while one keeps them, and once they
  ///   are gone.
  private func name(
    of person: VerifiedPerson, asOf date: CalendarDate, _ acceptPresumed: Bool
  ) throws(CustodyError) -> PurgeItem? {
    guard let last = person.record.versions.last, try hasName(person.row) else { return nil }
    var items: [PurgeItem] = []
    for purpose in person.record.declaredPurposes {
      let item = ended(
        last, of: person.record, PurposeID(rawValue: purpose), asOf: date, acceptPresumed)
      guard let item else { return nil }
      items.append(item)
    }
    let presumed = items.filter(\.isPresumed)
    return (presumed.isEmpty ? items : presumed).max { $0.disposal < $1.disposal }
  }

  private func hasName(_ row: Int64) throws(CustodyError) -> Bool {
    do throws(StorageError) {
      let version = try vault.store.withProfile(id: row) { version, _, _ in version } ?? 0
      return try vault.store.wraps(person: row, object: .profile, version: version)
        .contains { !$0.header.isErased }
    } catch {
      throw CustodyError(error)
    }
  }

  /// What goes of a person's number that a file says was wrong.
  func corrected(
    _ version: Int, of person: VerifiedPerson
  ) throws(CustodyError) -> [PurgeItem] {
    guard let known = person.record.version(version) else { return [] }
    return try VersionWraps(vault, of: person, known).livePurposes().map { name in
      PurgeItem(
        code: person.record.code, version: version, purpose: PurposeID(rawValue: name),
        cause: .corrected, disposal: vault.today)
    }
  }

  private func wrong(
    _ version: NumberVersion, of record: PersonRecord, _ purpose: PurposeID,
    asOf date: CalendarDate
  ) -> PurgeItem? {
    let disposal = version.replacedOn ?? version.declaredOn
    guard disposal <= date, record.holds(on: date).isEmpty else { return nil }
    return PurgeItem(
      code: record.code, version: version.version, purpose: purpose, cause: .corrected,
      disposal: disposal)
  }

  private func ended(
    _ version: NumberVersion, of record: PersonRecord, _ purpose: PurposeID,
    asOf date: CalendarDate, _ acceptPresumed: Bool
  ) -> PurgeItem? {
    let retention = vault.policy.retention
    let replaced = version.how == .changed ? version : nil
    let disposal = retention.erasure(of: purpose, for: record, version: replaced)
    guard let disposal, disposal <= date else { return nil }
    let documents = retention.holdings(
      of: record,
      version: replaced ?? NumberVersion(version: version.version, declaredOn: version.declaredOn),
      asOf: date)
    return PurgeItem(
      code: record.code, version: version.version, purpose: purpose,
      cause: .retentionEnded(acceptsPresumption: acceptPresumed),
      documents: documents.filter { $0.purpose == purpose }, disposal: disposal,
      isPresumed: retention.isPresumed(purpose, for: record, version: replaced))
  }
}
