internal import Auditing
internal import People
internal import Rules
internal import Wording

/// Works out what a declaration changes of each person.
struct DeclarationDrafting {
  private let session: Session
  private let wish: DeclarationWish
  private let id: DeclarationID
  private let notice: [UInt8]?
  private var bundles: KnownBundles

  init(
    _ session: Session, _ wish: DeclarationWish, id: DeclarationID
  ) throws(CustodyError) {
    self.session = session
    self.wish = wish
    self.id = id
    notice = try wish.notice.map { (text) throws(CustodyError) in
      try KeptDocuments(session.vault).digest(text.bytes)
    }
    bundles = KnownBundles(session.vault.policy)
  }

  /// - Throws: `.notFound`, `.integrity`.
  mutating func draft(_ code: PersonCode) throws(CustodyError) -> DeclarationDraft {
    let person = try session.rows.requirePerson(code)
    let possible = bundles.purposes(for: person.record)
    let wanted = wish.purposes ?? possible.bundle
    let known = wanted.filter { isKnown($0, to: person.record) }
    let told = wanted.filter { !known.contains($0) }
    let record = record(person.record, telling: told)
    return DeclarationDraft(
      person: person, record: record, told: told, known: known,
      needless: told.filter { !possible.declarable.contains($0) },
      items: items(person, record, told))
  }

  /// Whether the person was told of a purpose already, and by this text if there is one.
  private func isKnown(_ purpose: PurposeID, to record: PersonRecord) -> Bool {
    let name = purpose.rawValue
    guard record.isKept(for: name), !record.lacksSeal(for: name) else { return false }
    guard let notice else { return true }
    return record.declarations.contains {
      $0.covers(name) && $0.noticeDigest == notice
    }
  }

  private func record(_ record: PersonRecord, telling purposes: [PurposeID]) -> PersonRecord {
    guard !purposes.isEmpty else { return record }
    var record = record
    record.declarations.append(
      Declaration(
        id: id, purposes: purposes.map(\.rawValue), date: wish.date, method: wish.method.english,
        noticeDigest: notice, by: session.account.id))
    // What was told before the numbers were destroyed gives none of them back.
    for purpose in purposes.map(\.rawValue) {
      if let day = record.purgedOn(purpose), day <= wish.date { record.forgetPurge(of: purpose) }
      record.noteSealed(for: purpose)
    }
    return record
  }

  /// A number that is held already must open for what is told now, or the record would not agree
  /// with the keys.
  private func items(
    _ person: VerifiedPerson, _ record: PersonRecord, _ told: [PurposeID]
  ) -> [WideningItem] {
    let version = person.record.currentVersion
    guard person.record.current?.how == .current else { return [] }
    let new = told.filter {
      !person.record.mustHaveWrap(of: version, for: $0.rawValue)
    }
    return new.map { WideningItem(person: person, record: record, target: PurposeKey($0)) }
  }
}
