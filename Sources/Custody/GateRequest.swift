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
  private let action: Action
  private var words: QueryWords?
  /// The register of contractors, read once it is asked for, for as long as the log is the same.
  private var register: (logSize: Int, register: EntrustmentRegister)?

  init(_ session: Session, for action: Action = .read) {
    self.session = session
    self.action = action
  }

  /// The request of a query.
  ///
  /// - Throws: `.notFound`, `.integrity`, `.badInput` for a reason that holds a number.
  func request(_ query: NumberQuery) throws(CustodyError) -> Request {
    let words = try words(of: query)
    let person = try session.rows.requirePerson(query.code)
    let use = try entrustment(of: query)
    let record = person.record
    let access = words.access(for: record)
    let wrapExists = try wrapExists(
      person.row, record, version: query.version ?? record.currentVersion, for: access)
    let (now, expires) = (session.vault.decisionTime, session.expires)
    session.use(at: now)
    return Request(
      actor: session.account.id, roles: session.roles, roleUntil: session.account.statement.until,
      sessionExpires: expires, action: action, purpose: access?.purpose, form: query.form,
      reason: query.reason, person: record, personRow: person.row, version: query.version,
      incomeYear: query.incomeYear, holdsKey: access?.isHeld ?? false, wrapExists: wrapExists,
      now: now, key: access?.key, entrustment: use)
  }

  /// The request to share a person's number with a contractor.
  func sharing(
    _ code: PersonCode, for purpose: PurposeID, with contractor: ContractorID
  ) throws(CustodyError) -> Request {
    let person = try session.rows.requirePerson(code)
    let now = session.vault.decisionTime
    var request = Request(
      actor: session.account.id, roles: session.roles, roleUntil: session.account.statement.until,
      sessionExpires: session.expires, action: .share, purpose: purpose, form: nil, reason: "",
      person: person.record, personRow: person.row,
      holdsKey: session.keyRing.holds(purpose.rawValue),
      wrapExists: try wrapExists(
        person.row, person.record, version: person.record.currentVersion,
        for: PurposeAccess(through: PurposeKey(purpose), of: session)),
      now: now)
    request.target = ContractorKey(purpose: purpose, contractor: contractor).key
    request.entrustment = EntrustmentUse(
      .sharing, contractor: contractor, register: try entrustmentRegister())
    return request
  }

  /// What the query has to do with a contractor: its user reads, or somebody hands over to it.
  private func entrustment(of query: NumberQuery) throws(CustodyError) -> EntrustmentUse? {
    if let contractor = session.contractor {
      return EntrustmentUse(
        .reading, contractor: contractor, register: try entrustmentRegister())
    }
    guard let contractor = query.contractor else { return nil }
    return EntrustmentUse(
      .handingOver, contractor: contractor, register: try entrustmentRegister())
  }

  private func entrustmentRegister() throws(CustodyError) -> EntrustmentRegister {
    let logSize = session.vault.logSize
    if let register, register.logSize == logSize { return register.register }
    let found = try EntrustmentLog(session.vault).register()
    register = (logSize, found)
    return found
  }

  private func words(of query: NumberQuery) throws(CustodyError) -> QueryWords {
    if let words, words.fit(query, in: session.vault) { return words }
    let found = try QueryWords(query, of: session)
    words = found
    return found
  }

  /// What the decider would say, without a record.
  func foresee(_ query: NumberQuery) throws(CustodyError) -> Refusal? {
    session.vault.refusal(of: try request(query))
  }

  private func wrapExists(
    _ row: Int64, _ record: borrowing PersonRecord, version: Int, for access: PurposeAccess?
  ) throws(CustodyError) -> Bool {
    guard version > 0, let access, let number = access.keyNumber else { return false }
    let exists: Bool
    do throws(StorageError) {
      exists =
        try session.vault.store.withWrap(
          person: row, object: .number, version: version, key: number
        ) { header, _, _ in !header.isErased } ?? false
    } catch {
      throw CustodyError(error)
    }
    if exists { return true }
    let mustExist =
      access.key.isOwn
      && record.mustHaveWrap(of: version, for: access.purpose.rawValue)
    guard !mustExist else {
      throw CustodyError(
        .integrity("keys.sqlite: a wrap of \(record.code.text) is missing or marked erased"))
    }
    return false
  }
}
