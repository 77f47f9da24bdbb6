internal import Auditing
internal import JSON
internal import People
internal import Rules
internal import Sealing
internal import Wording

/// One sharing: a widening by a contract, and the contractor's key with its holders.
struct SharingRun {
  /// What a sharing does with the key.
  private struct KeyPlan {
    /// The generation to which is sealed; nil before the first.
    let generation: Int?
    /// The users who are to hold it.
    let users: [UserAccount]
    /// Whether a pair is made: at first, after somebody who held the last one was revoked, and when
    /// one is to be granted that nobody here can grant.
    let needsPair: Bool
  }

  private let session: Session
  private let key: ContractorKey
  /// The one user named; nil for all of the contractor's.
  private let user: UserAccount?
  private let named: [PersonCode]
  private var vault: Vault { session.vault }

  init(
    _ session: Session, with name: String, for purpose: PurposeID, _ people: [PersonCode]
  ) throws(CustodyError) {
    self.session = session
    let vault = session.vault
    let user = vault.authority.user(named: name)
    let contractor: ContractorID
    if let id = user?.statement.contractor.flatMap(ContractorID.init) {
      contractor = id
      self.user = user
    } else if let record = try EntrustmentLog(vault).register().record(named: name) {
      contractor = record.id
      self.user = nil
    } else {
      throw CustodyError(.notFound("contractor or contractor's user \(name)"))
    }
    key = ContractorKey(purpose: purpose, contractor: contractor)
    var seen: Set<PersonCode> = []
    named = people.filter { seen.insert($0).inserted }
    guard !named.isEmpty else { throw CustodyError(.usage("name the people to share")) }
  }

  /// Decides, states the key if it is new, grants it, and stores the wraps.
  ///
  /// If the pair is new, those shared before are wrapped anew.
  func share(_ told: (PersonCode, Refusal) -> Void) throws(CustodyError)
    -> ContractorSharing.Outcome
  {
    let plan = keyPlan(vault.authority)
    let isRotated = plan.needsPair && plan.generation != nil
    let rule = SharingRule(session, to: key)
    let people = plan.needsPair ? named + (try sharedBefore()) : named
    let items = try foresee(people, by: rule, told)
    let widening = KeyWidening(items, by: rule)
    try widening.record()
    let transaction = try widening.begin()
    let granted = try giveKey(as: plan, carryingOver: Set(people), in: transaction)
    try widening.store(in: transaction, under: batchEntry(of: items.count))
    guard let until = transaction.currentAuthority.lastDay(of: key) else {
      throw CustodyError(.busy)
    }
    try transaction.finish(signedBy: session.secrets.signer)
    return ContractorSharing.Outcome(
      contractor: key.contractor, key: key.name, people: items.count, users: granted,
      isRotated: isRotated, until: until)
  }

  // MARK: People

  /// Decides without a record; refuses all if one who was named is refused.
  ///
  /// Who was shared before and can no longer be is not carried over, and that is no failure.
  private func foresee(
    _ people: [PersonCode], by rule: SharingRule, _ told: (PersonCode, Refusal) -> Void
  ) throws(CustodyError) -> [WideningItem] {
    var kept: [WideningItem] = []
    var entries: [EntryContent] = []
    var first: Refusal?
    for code in people {
      let item = try item(of: code)
      let request = try rule.request(item)
      guard let refusal = vault.refusal(of: request) else {
        kept.append(item)
        continue
      }
      guard named.contains(code) else { continue }
      told(code, refusal)
      first = first ?? refusal
      entries.append(EntryContent(refusal, of: request, policy: vault.policy.digestHex))
    }
    guard let first else { return kept }
    try session.record(entries)
    throw CustodyError(.refused(first))
  }

  private func item(of code: PersonCode) throws(CustodyError) -> WideningItem {
    guard let person = try session.rows.person(code) else {
      throw CustodyError(.notFound("person \(code.text)"))
    }
    return WideningItem(person: person, record: person.record, target: key.key)
  }

  /// Those besides the named whose number in use lies under the key.
  private func sharedBefore() throws(CustodyError) -> [PersonCode] {
    let live = LiveWraps(vault)
    let chosen = Set(named)
    var people: [PersonCode] = []
    try vault.forEachPerson { (person) throws(CustodyError) in
      let record = person.record
      guard !chosen.contains(record.code),
        try live.has(person: person.row, version: record.currentVersion, purpose: key.name)
      else { return }
      people.append(record.code)
    }
    return people
  }

  private func batchEntry(of count: Int) -> EntryContent {
    var content = session.entry("share-batch")
    content.purpose = key.purpose.rawValue
    content.article = EntrustmentUse.article
    content.count = count
    content.detail["contractor"] = .string(key.contractor.text)
    return content
  }

  // MARK: The key

  private func keyPlan(_ authority: Authority) -> KeyPlan {
    let users = holders(authority)
    guard let current = authority.key(key.name), !authority.rotationDue.contains(key.name) else {
      return KeyPlan(
        generation: authority.key(key.name)?.generation, users: users, needsPair: true)
    }
    // A generation that was renewed meanwhile is none to grant.
    let isHeld = session.keyRing.key(key.name, generation: current.generation) != nil
    let isWanted = users.contains { !authority.holdsNewest(user: $0.id, key: key.name) }
    return KeyPlan(
      generation: current.generation, users: users, needsPair: isWanted && !isHeld)
  }

  /// The user named, or all users of the contractor; who held the last pair holds the next.
  private func holders(_ authority: Authority) -> [UserAccount] {
    authority.users.values.filter { account in
      account.isActive(on: vault.decisionDay)
        && account.statement.contractor == key.contractor.text
        && (user.map { $0.id == account.id } ?? true
          || authority.holds(user: account.id, key: key.name))
    }.sorted { $0.addedIndex < $1.addedIndex }
  }

  /// - Returns: The names of the users who were made holders.
  /// - Throws: `.busy` if somebody else renewed the key since the people were chosen, or shared with
  ///   it whom a new pair would leave behind.
  private func giveKey(
    as planned: KeyPlan, carryingOver people: Set<PersonCode>, in transaction: Transaction
  ) throws(CustodyError) -> [String] {
    let authority = transaction.currentAuthority
    let plan = keyPlan(authority)
    guard plan.needsPair == planned.needsPair, plan.generation == planned.generation else {
      throw CustodyError(.busy)
    }
    if plan.needsPair {
      guard try sharedBefore().allSatisfy(people.contains) else { throw CustodyError(.busy) }
    }
    let until = try lastDay(in: transaction)
    let keys = ContractorKeys(session)
    let held: HeldKey
    if plan.needsPair {
      held = try keys.makeGeneration(of: key, until: until, in: transaction)
    } else if let mine = currentHalf(authority) {
      held = mine
    } else {
      return []
    }
    let lacking = plan.users.filter { user in
      !transaction.currentAuthority.holdsNewest(user: user.id, key: key.name)
    }
    for user in lacking { try keys.grant(held, to: user, in: transaction) }
    return lacking.map(\.name)
  }

  private func currentHalf(_ authority: Authority) -> HeldKey? {
    authority.key(key.name).flatMap {
      session.keyRing.key(key.name, generation: $0.generation)
    }
  }

  /// The last day of what is shared today, by what the log states and by what happened since.
  ///
  /// The decider asks for the same; without it the log would vouch for no key all the same.
  private func lastDay(in transaction: Transaction) throws(CustodyError) -> CalendarDate {
    let refusal: Refusal
    switch try EntrustmentLog(vault).lastDay(entrusting: key.purpose, to: key.contractor) {
    case .success(let until) where isLive: return until
    case .success: refusal = .entrustment(.notRegistered(key.contractor))
    case .failure(let gap): refusal = gap
    }
    transaction.abandon()
    try session.refuse(refusal, action: .share)
    throw CustodyError(.refused(refusal))
  }

  /// Whether the key that stands, if one does, has not passed its day.
  private var isLive: Bool {
    guard vault.authority.key(key.name) != nil, let until = vault.authority.lastDay(of: key) else {
      return true
    }
    return until >= vault.decisionDay
  }
}
