internal import Auditing
internal import People
internal import Rules
internal import Sealing
internal import Storage

/// A widening by a declaration: whoever holds a key that opens the number wraps it for the purpose
/// that the person is told of.
///
/// The decision rests on the record to be, and on the keys that open.
struct DeclarationRule: WideningRule {
  typealias Use = Widening

  let session: Session
  private var vault: Vault { session.vault }

  /// The request that opens through the first key held that may be opened through.
  ///
  /// - Throws: `.integrity` when a wrap is missing that the record says there is.
  func request(_ item: WideningItem) throws(CustodyError) -> Request {
    let openers = try openers(of: item.person)
    var request = blank(item)
    request.openers = openers.map(\.purpose)
    request.key = openers.first
    request.wrapExists = !openers.isEmpty
    for key in openers where session.keyRing.holds(key.name) {
      request.key = key
      request.holdsKey = true
      if !isPast(request, key) { break }
    }
    return request
  }

  private func blank(_ item: WideningItem) -> Request {
    let (now, expires) = (vault.decisionTime, session.expires)
    session.use(at: now)
    var request = Request(
      actor: session.account.id, roles: session.roles,
      roleUntil: session.account.statement.until, sessionExpires: expires, action: .widen,
      purpose: item.target.purpose, form: nil, reason: item.reason, person: item.record,
      personRow: item.person.row, holdsKey: false, wrapExists: false, now: now)
    request.target = item.target
    return request
  }

  /// Whether the number should be gone for the key's purpose, so that another key is tried.
  private func isPast(_ request: borrowing Request, _ key: PurposeKey) -> Bool {
    guard case .pastDisposal(key.purpose, _)? = vault.refusal(of: request) else { return false }
    return key.purpose != request.purpose
  }

  /// The keys that open the person's current number, in the order in which the keys were made.
  private func openers(of person: VerifiedPerson) throws(CustodyError) -> [PurposeKey] {
    let version = person.record.currentVersion
    guard version > 0 else { return [] }
    let live: Set<Int64>
    do throws(StorageError) {
      let wraps = try vault.store.wraps(person: person.row, object: .number, version: version)
      live = Set(wraps.lazy.filter { !$0.header.isErased }.map(\.header.key))
    } catch {
      throw CustodyError(error)
    }
    var names: [String] = []
    for name in vault.authority.keyNames {
      if let key = vault.authority.key(name), live.contains(Int64(key.number)) {
        names.append(name)
      }
    }
    let sealed = person.record.sealedPurposes
    guard sealed.allSatisfy(names.contains) else {
      throw CustodyError(
        .integrity("keys.sqlite: a wrap of \(person.record.code.text) is missing or marked erased"))
    }
    // What is shared with a contractor is shared for its purpose, and no source of another.
    return names.map(PurposeKey.init(named:)).filter(\.isOwn)
  }
}
