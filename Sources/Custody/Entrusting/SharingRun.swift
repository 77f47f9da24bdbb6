internal import Auditing
internal import JSON
internal import People
internal import Rules
internal import Sealing
internal import Storage
internal import Wording

/// One sharing from its decisions to the wraps.
final class SharingRun {
  /// A number's data key, wrapped for the contractor and not stored yet.
  private struct Wrapped {
    let row: Int64
    let version: Int
    let declaration: DeclarationID
    let wraps: SealedWraps
  }

  private let session: Session
  private let contractor: ContractorID
  private let key: ContractorKey
  /// The users who are to hold the key.
  private let users: [UserAccount]
  private let named: [PersonCode]
  private let needsGeneration: Bool
  /// Those named, and those shared before if the key pair is made anew.
  private var people: [PersonCode]
  private var receipts: BatchReceipt<Sharing>?
  private var vault: Vault { session.vault }

  init(
    _ session: Session, with name: String, for purpose: PurposeID, _ people: [PersonCode]
  ) throws(CustodyError) {
    self.session = session
    let vault = session.vault
    let user = vault.authority.user(named: name)
    if let id = user?.statement.contractor.flatMap(ContractorID.init) {
      contractor = id
    } else if let record = try EntrustmentLog(vault).register().record(named: name) {
      contractor = record.id
    } else {
      throw CustodyError(.notFound("contractor or contractor's user \(name)"))
    }
    key = ContractorKey(purpose: purpose, contractor: contractor)
    let holders = Self.holders(user, of: contractor, key, vault)
    users = holders
    needsGeneration = Self.needsGeneration(of: key, for: holders, session)
    var seen: Set<PersonCode> = []
    named = people.filter { seen.insert($0).inserted }
    self.people = named
    guard !named.isEmpty else { throw CustodyError(.usage("name the people to share")) }
    if needsGeneration { try addThoseSharedBefore() }
  }

  /// Decides without a record; refuses all if one is refused.
  func foresee(_ told: (PersonCode, Refusal) -> Void) throws(CustodyError) {
    let requests = GateRequest(session)
    var entries: [EntryContent] = []
    var first: Refusal?
    var kept: [PersonCode] = []
    for code in people {
      let request = try requests.sharing(code, for: key.purpose, with: contractor)
      guard let refusal = refusal(of: request) else {
        kept.append(code)
        continue
      }
      // What can no longer be shared is not carried over, and that is no failure of this call.
      guard named.contains(code) else { continue }
      told(code, refusal)
      first = first ?? refusal
      entries.append(EntryContent(refusal, of: request, policy: vault.policy.digestHex))
    }
    people = kept
    guard let first else { return }
    try session.record(entries)
    throw CustodyError(.refused(first))
  }

  /// Decides each and makes the entries durable.
  func record() throws(CustodyError) {
    let decisions = try GateDecisions<Sharing>(session)
    let requests = GateRequest(session)
    for code in people {
      let request = try requests.sharing(code, for: key.purpose, with: contractor)
      if let refusal = try decisions.decide(request) { throw CustodyError(.refused(refusal)) }
    }
    receipts = try decisions.record()
  }

  /// Spends the receipts: states the key if it is new, grants it, and stores the wraps.
  func wrap() throws(CustodyError) -> ContractorSharing.Outcome {
    let transaction = try Transaction(vault, touchesKeys: true)
    let isRotated = needsGeneration && vault.authority.key(key.name) != nil
    let granted = try giveKey(in: transaction)
    guard let stated = transaction.currentAuthority.key(key.name),
      let until = transaction.currentAuthority.lastDay(of: key)
    else { throw CustodyError(.busy) }
    try store(try wrapped(for: stated), stated, transaction)
    try transaction.finish(signedBy: session.secrets.signer)
    return ContractorSharing.Outcome(
      contractor: contractor, key: key.name, people: people.count, users: granted,
      isRotated: isRotated, until: until)
  }

  // MARK: Keys

  /// The user named, or all users of the contractor; who held the last pair holds the next.
  private static func holders(
    _ user: UserAccount?, of contractor: ContractorID, _ key: ContractorKey, _ vault: Vault
  ) -> [UserAccount] {
    vault.authority.users.values.filter { account in
      account.isActive(on: vault.decisionDay)
        && account.statement.contractor == contractor.text
        && (user?.statement.contractor == nil || user?.id == account.id
          || vault.authority.holds(user: account.id, key: key.name))
    }.sorted { $0.addedIndex < $1.addedIndex }
  }

  /// A pair is made at first, after somebody who held the last one was revoked, and when one is to
  /// be granted that nobody here can grant.
  private static func needsGeneration(
    of key: ContractorKey, for users: [UserAccount], _ session: Session
  ) -> Bool {
    let authority = session.vault.authority
    guard authority.key(key.name) != nil, !authority.rotationDue.contains(key.name) else {
      return true
    }
    return !session.keyRing.holds(key.name)
      && users.contains { !authority.holds(user: $0.id, key: key.name) }
  }

  private func giveKey(in transaction: Transaction) throws(CustodyError) -> [String] {
    let keys = ContractorKeys(session)
    let held: HeldKey
    if needsGeneration {
      guard let until = try EntrustmentLog(vault).register().lastDay(of: contractor) else {
        throw CustodyError(.busy)
      }
      held = try keys.makeGeneration(of: key, until: until, in: transaction)
    } else if let mine = session.keyRing.key(key.name) {
      held = mine
    } else {
      return []
    }
    let lacking = users.filter { user in
      needsGeneration || !transaction.currentAuthority.holds(user: user.id, key: key.name)
    }
    for user in lacking { try keys.grant(held, to: user, in: transaction) }
    return lacking.map(\.name)
  }

  // MARK: Wraps

  private func addThoseSharedBefore() throws(CustodyError) {
    guard vault.authority.keyNumber(key.name) != nil else { return }
    let live = LiveWraps(vault)
    let chosen = Set(named)
    try vault.forEachPerson { (person) throws(CustodyError) in
      let record = person.record
      guard !chosen.contains(record.code),
        try live.has(person: person.row, version: record.currentVersion, purpose: key.name)
      else { return }
      people.append(record.code)
    }
  }

  private func wrapped(for stated: AuthenticatedKey) throws(CustodyError) -> (
    [Wrapped], [Lockbox]
  ) {
    do {
      let sealer = try CollectionSealer(vault: vault.id, random: vault.environment.random)
      var all: [Wrapped] = []
      for code in people {
        guard let receipt = receipts?.next(), receipt.personCode == code.text,
          let declaration = receipt.declaration
        else { throw CustodyError(.busy) }
        let (row, version) = (receipt.personRow, receipt.version)
        let wraps = try session.opener.share(
          spending: receipt, to: stated, with: sealer)
        all.append(Wrapped(row: row, version: version, declaration: declaration, wraps: wraps))
      }
      try sealer.finish()
      try session.opener.finish()
      return (all, sealer.madeLockboxes)
    } catch {
      // Why the work failed matters more than that the wiping failed too.
      try? session.opener.finish()
      throw CustodyError(any: error)
    }
  }

  private func store(
    _ sealed: ([Wrapped], [Lockbox]), _ stated: AuthenticatedKey, _ transaction: Transaction
  ) throws(CustodyError) {
    var content = session.entry("share-batch")
    content.purpose = key.purpose.rawValue
    content.article = EntrustmentUse.article
    content.count = sealed.0.count
    content.detail["contractor"] = .string(contractor.text)
    content.touchesKeys = true
    do {
      for lockbox in sealed.1 { content.lockboxes[lockbox.key] = try lockbox.digest() }
      let pin = try transaction.add(content)
      let rows = try sealed.1.map { try insert($0, pin: pin) }
      for wrapped in sealed.0 { try insert(wrapped, in: rows, under: Int64(stated.number)) }
    } catch {
      throw CustodyError(any: error)
    }
  }

  private func insert(_ lockbox: Lockbox, pin: Int) throws(StorageError) -> Int64 {
    try vault.store.insertLockbox(
      uid: lockbox.uid.span, key: lockbox.key, generation: lockbox.generation,
      encapsulated: lockbox.encapsulated.span, commitment: lockbox.commitment.span, pin: pin)
  }

  /// One wrap of a number lies under the contractor's key, whatever lay there before.
  private func insert(
    _ wrapped: Wrapped, in lockboxes: [Int64], under key: Int64
  ) throws(StorageError) {
    _ = try vault.store.eraseWraps(
      person: wrapped.row, object: .number, version: wrapped.version, key: key)
    let declaration = wrapped.declaration.bytes
    try wrapped.wraps.forEach { (number, ordinal, sealed) throws(StorageError) in
      _ = try vault.store.insertWrap(
        person: wrapped.row, object: .number, version: wrapped.version, key: Int64(number),
        lockbox: lockboxes[ordinal], declaration: declaration.span, sealed: sealed)
    }
  }

  private func refusal(of request: borrowing Request) -> Refusal? {
    do throws(Refusal) {
      _ = try vault.decider.decide(request)
      return nil
    } catch {
      return error
    }
  }
}
