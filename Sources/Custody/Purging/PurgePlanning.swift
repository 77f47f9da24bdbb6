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
  /// - Throws: `.integrity` naming a row of somebody of whom something is due that is marked erased
  ///   though the log shows no purge of it; of others `doctor` tells.
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
      let ends = due(version, of: person.record, asOf: date)
      // Of most people nothing is due, and their wraps are not looked at.
      if ends.isEmpty { continue }
      let live = try VersionWraps(vault, of: person, version).live(of: ends.map(\.purpose))
      let due = ends.filter { live.contains($0.purpose) }
      items +=
        isWrong(version, of: person.record)
        ? due.map { wrong(version, of: person.record, $0) }
        : ended(version, of: person.record, due, asOf: date, acceptPresumed)
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
    // Of what is destroyed no document tells any more whether its end is presumed.
    let record = person.record.beforePurges
    var ends: [Due] = []
    for purpose in record.declaredPurposes {
      guard let day = disposal(last, of: record, purpose, asOf: date), day <= date else {
        return nil
      }
      ends.append((purpose, day))
    }
    let items = ended(last, of: record, ends, asOf: date, acceptPresumed)
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

  /// A purpose for which a version has to go, and since when.
  private typealias Due = (purpose: String, since: CalendarDate)

  private func due(
    _ version: NumberVersion, of record: PersonRecord, asOf date: CalendarDate
  ) -> [Due] {
    record.declaredPurposes.compactMap { purpose in
      guard record.purgedOn(purpose) == nil,
        let day = disposal(version, of: record, purpose, asOf: date), day <= date
      else { return nil }
      return (purpose, day)
    }
  }

  private func disposal(
    _ version: NumberVersion, of record: PersonRecord, _ purpose: String, asOf date: CalendarDate
  ) -> CalendarDate? {
    guard isWrong(version, of: record) else {
      return vault.policy.retention.erasure(
        of: PurposeID(rawValue: purpose), for: record,
        version: version.how == .changed ? version : nil)
    }
    return record.holds(on: date).isEmpty ? version.replacedOn ?? version.declaredOn : nil
  }

  /// A number that was never the person's and stands in no document.
  private func isWrong(_ version: NumberVersion, of record: PersonRecord) -> Bool {
    version.how == .corrected && !record.wasFiled
  }

  private func wrong(
    _ version: NumberVersion, of record: PersonRecord, _ due: Due
  ) -> PurgeItem {
    PurgeItem(
      code: record.code, version: version.version, purpose: PurposeID(rawValue: due.purpose),
      cause: .corrected, disposal: due.since)
  }

  private func ended(
    _ version: NumberVersion, of record: PersonRecord, _ due: [Due], asOf date: CalendarDate,
    _ acceptPresumed: Bool
  ) -> [PurgeItem] {
    // Only a number that was changed stays with the documents of its time.
    let held =
      version.how == .changed
      ? version : NumberVersion(version: version.version, declaredOn: version.declaredOn)
    let holdings = vault.policy.retention.holdings(of: record, version: held, asOf: date)
    return due.map { due in
      let purpose = PurposeID(rawValue: due.purpose)
      let documents = holdings.filter { $0.purpose == purpose }
      return PurgeItem(
        code: record.code, version: version.version, purpose: purpose,
        cause: .retentionEnded(acceptsPresumption: acceptPresumed), documents: documents,
        disposal: due.since, isPresumed: RetentionSchedule.isPresumed(documents))
    }
  }
}
