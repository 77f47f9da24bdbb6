internal import Auditing
internal import People
internal import Rules
internal import Sealing
internal import Storage
internal import Wording

/// Gathers what a decision rests on: the pinned record, the keys held, the wraps there are.
///
/// The queries of a bulk read share their words, so what follows from words is worked out once.
final class GateRequest {
  private let session: Session
  private var words: QueryWords?
  /// The number of the last purpose's key, for as long as the log is the same.
  private var key: (purpose: PurposeID, logSize: Int, number: Int64)?

  init(_ session: Session) { self.session = session }

  /// The request of a query.
  ///
  /// - Throws: `.notFound`, `.integrity`, `.badInput` for a reason that holds a number.
  func request(_ query: NumberQuery) throws(CustodyError) -> Request {
    let words = try words(of: query)
    guard let person = try session.rows.person(query.code) else {
      throw CustodyError(.notFound("person \(query.code.text)"))
    }
    let purpose = query.purpose ?? usablePurpose(among: words.formPurposes, for: person.record)
    let version = query.version ?? person.record.currentVersion
    let (now, expires) = (session.vault.decisionTime, session.expires)
    session.use(at: now)
    return Request(
      actor: session.account.id, roles: session.roles, roleUntil: session.account.statement.until,
      sessionExpires: expires, action: .read, purpose: purpose, form: query.form,
      reason: query.reason,
      person: person.record, personRow: person.row, version: query.version,
      incomeYear: query.incomeYear,
      holdsKey: purpose.map { session.keyRing.holds($0.rawValue) } ?? false,
      wrapExists: try wrapExists(person, version: version, purpose: purpose),
      now: now)
  }

  private func words(of query: NumberQuery) throws(CustodyError) -> QueryWords {
    if let words, words.fit(query) { return words }
    let found = try QueryWords(query, session.vault.policy)
    words = found
    return found
  }

  /// What the decider would say, without a record.
  func foresee(_ query: NumberQuery) throws(CustodyError) -> Refusal? {
    let request = try request(query)
    do throws(Refusal) {
      _ = try session.vault.decider.decide(request)
      return nil
    } catch {
      return error
    }
  }

  /// The form's first purpose that is declared and whose key is held; else the first declared one,
  /// else the form's first, so that the refusal names it.
  private func usablePurpose(
    among purposes: [PurposeID], for record: PersonRecord
  ) -> PurposeID? {
    var declared: PurposeID?
    for purpose in purposes where record.declares(purpose.rawValue) {
      if session.keyRing.holds(purpose.rawValue) { return purpose }
      declared = declared ?? purpose
    }
    return declared ?? purposes.first
  }

  private func keyNumber(_ purpose: PurposeID) -> Int64? {
    let logSize = session.vault.logSize
    if let key, key.logSize == logSize, key.purpose == purpose { return key.number }
    guard let found = session.vault.authority.key(purpose.rawValue) else { return nil }
    key = (purpose, logSize, Int64(found.number))
    return Int64(found.number)
  }

  private func wrapExists(
    _ person: VerifiedPerson, version: Int, purpose: PurposeID?
  ) throws(CustodyError) -> Bool {
    guard version > 0, let purpose, let key = keyNumber(purpose) else {
      return false
    }
    let exists: Bool
    do throws(StorageError) {
      exists =
        try session.vault.store.withWrap(
          person: person.row, object: .number, version: version, key: key
        ) { header, _, _ in !header.isErased } ?? false
    } catch {
      throw CustodyError(error)
    }
    if exists { return true }
    let mustExist = person.record.mustHaveWrap(
      of: version, for: purpose.rawValue, under: session.vault.policy)
    guard !mustExist else {
      throw CustodyError(
        .integrity("keys.sqlite: a wrap of \(person.record.code.text) is missing or marked erased"))
    }
    return false
  }
}
