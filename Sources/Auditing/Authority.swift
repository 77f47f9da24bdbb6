public import People
internal import Rules
public import Secrets

/// Who may do what, as replayed from the authority entries of the log.
///
/// It is built from entry 0 on, each entry checked against the state before it. Everything that
/// is sealed or believed goes back to this value.
public struct Authority: Sendable {
  /// The self-certifying id.
  public let vaultID: VaultID
  /// What entry 0 states.
  public let genesis: Genesis
  /// When entry 0 was made, and with it the vault.
  public let createdAt: Timestamp
  /// Users by id, revoked ones included.
  public private(set) var users: [String: UserAccount]
  /// Who holds which key, the recovery file's holdings not counted.
  public private(set) var grants: Set<KeyGrant> = []
  /// SHA-256 of the policy in force.
  public var policyDigest: [UInt8] { policies.last?.digest ?? genesis.policy }
  /// The contracts of entrustment in force, by the contractor's id.
  public private(set) var contracts: [String: ContractStatement] = [:]
  /// The keys of which a user who was revoked held the newest generation.
  public private(set) var rotationDue: Set<String> = []
  private(set) var contractIndices: [String: Int] = [:]
  private(set) var keys: [String: KeyHistory] = [:]
  /// The policies after that of entry 0, each with the index of its entry.
  private var policies: [(index: Int, digest: [UInt8])] = []
  /// Who approved which plan of a purge, by its SHA-256.
  private var approvals: [[UInt8]: Set<String>] = [:]

  /// Starts from entry 0.
  ///
  /// - Throws: `.outOfOrder` if it is not entry 0, `.malformed` if it is no genesis entry,
  ///   `.badSignature` if the administrator's signature does not verify.
  public init(entry: Entry, bytes: Span<UInt8>) throws(AuditingError) {
    guard entry.index == 0 else { throw AuditingError(.outOfOrder, index: entry.index) }
    guard case .genesis(let genesis)? = entry.content.authority, entry.content.actor == "u0",
      genesis.administrator.id == "u0", !genesis.administrator.roles.isEmpty
    else { throw AuditingError(.malformed, index: 0, detail: "entry 0 is no genesis") }
    do throws(SecretsError) {
      guard let id = VaultID(try SHA256.hash(bytes)) else {
        throw SecretsError(.badLength)
      }
      vaultID = id
    } catch {
      throw AuditingError(.cryptography(error))
    }
    self.genesis = genesis
    createdAt = entry.time
    users = [
      "u0": UserAccount(
        statement: genesis.administrator, keys: genesis.administrator.keys, keysIndex: 0,
        addedIndex: 0)
    ]
    try verify(entry, by: genesis.administrator.keys.ed25519)
  }

  /// Applies the next authority entry.
  ///
  /// - Parameter latest: The latest time of the entries before it that somebody signed for. A
  ///   clock that is set back does not give a user whose last day has passed another one.
  /// - Throws: `.badSignature`, `.notAuthorised`, `.unknownSigner` or `.malformed`, with its index.
  public mutating func apply(
    _ entry: Entry, after latest: Timestamp
  ) throws(AuditingError) {
    guard let statement = entry.content.authority else { return }
    let day = max(entry.time, latest).japanDate
    try verify(entry, by: try signingKey(of: entry, for: statement, on: day))
    switch statement {
    case .genesis: throw AuditingError(.outOfOrder, index: entry.index)
    case .user(let user): try add(user, at: entry.index)
    case .revoke(let user): try revoke(user, at: entry.index)
    case .userKeys(let user, let keys): try replaceKeys(of: user, with: keys, at: entry.index)
    case .key(let key): try addGeneration(key, by: entry.content.actor, on: day, at: entry.index)
    case .contract(let contract): try add(contract, at: entry.index)
    case .keyEnd(let key): try end(key, at: entry.index)
    case .keyRetire(let key, let before): try retire(key, before: before, at: entry.index)
    case .grant(let user, let key, let generation):
      let grant = KeyGrant(user: user, key: key, generation: generation)
      try self.grant(grant, on: day, at: entry.index)
    case .policy(let digest): policies.append((entry.index, digest))
    case .approval(let plan): approve(plan, by: entry.content.actor)
    }
  }

  // MARK: What follows from it

  /// SHA-256 of the policy that was in force when the entry at `index` was made.
  public func policyDigest(at index: Int) -> [UInt8] {
    policies.last { $0.index < index }?.digest ?? genesis.policy
  }

  /// The users not revoked since who approved the plan of a purge with this SHA-256, under a
  /// passphrase of their own.
  public func approvers(ofPlan digest: [UInt8]) -> Set<String> {
    (approvals[digest] ?? []).filter { users[$0]?.revokedIndex == nil }
  }

  /// The newest generation of a key, to seal to.
  public func key(_ name: String) -> AuthenticatedKey? {
    keys[name].flatMap { $0.authenticated(generation: $0.generations.count) }
  }

  /// A generation of a key.
  public func key(_ name: String, generation: Int) -> AuthenticatedKey? {
    keys[name]?.authenticated(generation: generation)
  }

  /// The names of all keys that have not ended, in the order in which they were made.
  public var keyNames: [String] {
    keys.values.filter(\.isLive).sorted { $0.number < $1.number }.map(\.name)
  }

  /// The sealing key of a user who is not revoked.
  public func sealingKey(ofUser id: String) -> AuthenticatedKey? {
    guard let user = users[id], user.revokedIndex == nil else { return nil }
    return AuthenticatedKey(
      name: "user:" + id, generation: user.keysIndex, number: user.addedIndex,
      publicKey: user.keys.x25519)
  }

  /// The sealing key of the recovery file.
  public var recoverySealingKey: AuthenticatedKey {
    AuthenticatedKey(
      name: "recovery", generation: 0, number: 0, publicKey: genesis.recovery.x25519)
  }

  /// The active user of a name, compared as it was written.
  public func user(named name: String) -> UserAccount? {
    users.values.first { $0.name == name && $0.revokedIndex == nil }
  }

  /// The key that a checkpoint's signature is held against: the user's, or the recovery key.
  public func signatureKey(of signer: String) -> Ed25519PublicKey? {
    signer == "recovery" ? genesis.recovery.ed25519 : users[signer]?.keys.ed25519
  }

  /// Whether the user holds a generation of the key.
  public func holds(user: String, key: String) -> Bool {
    grants.contains { $0.user == user && $0.key == key }
  }

  /// Whether the user holds the newest generation of the key, to which is sealed.
  public func holdsNewest(user: String, key name: String) -> Bool {
    guard let key = key(name) else { return false }
    return grants.contains(KeyGrant(user: user, key: name, generation: key.generation))
  }

  // MARK: Checking

  private func verify(_ entry: Entry, by key: Ed25519PublicKey) throws(AuditingError) {
    guard let signature = entry.signature else {
      throw AuditingError(.badSignature, index: entry.index)
    }
    let valid: Bool
    do throws(SecretsError) {
      valid = try key.isValid(signature: signature.span, for: entry.signedBytes().span)
    } catch {
      throw AuditingError(.cryptography(error), index: entry.index)
    }
    guard valid else { throw AuditingError(.badSignature, index: entry.index) }
  }

  private func signingKey(
    of entry: Entry, for statement: AuthorityStatement, on day: CalendarDate
  ) throws(AuditingError) -> Ed25519PublicKey {
    let signer = entry.content.actor
    guard let key = signatureKey(of: signer) else {
      throw AuditingError(.unknownSigner, index: entry.index)
    }
    guard isAuthorised(signer, for: statement, on: day) else {
      throw AuditingError(.notAuthorised, index: entry.index)
    }
    return key
  }

  /// The administrator for users, roles and policy; a holder or the recovery key for grants and
  /// generations; everybody for their own keys.
  private func isAuthorised(
    _ signer: String, for statement: AuthorityStatement, on date: CalendarDate
  ) -> Bool {
    let isRecovery = signer == "recovery"
    guard isRecovery || users[signer]?.isActive(on: date) == true else { return false }
    switch statement {
    case .genesis: return false
    case .user, .revoke, .policy, .contract: return isAdministrator(signer)
    case .keyEnd(let key): return mayEnd(key, by: signer, on: date)
    case .userKeys(let user, _): return user == signer
    case .approval: return users[signer]?.statement.contractor == nil && !isRecovery
    case .keyRetire(let key, let before):
      // Nobody else can have carried over what lay under the generations before.
      return isRecovery || grants.contains(KeyGrant(user: signer, key: key, generation: before))
    case .key(let key):
      // Only who holds the newest generation can carry its wraps over to the next.
      let held = KeyGrant(user: signer, key: key.name, generation: key.generation - 1)
      return isRecovery || mayPassOn(key.name, signer, holding: held)
    case .grant(_, let key, let generation):
      let held = KeyGrant(user: signer, key: key, generation: generation)
      return isRecovery || (grants.contains(held) && mayPassOn(key, signer, holding: held))
    }
  }

  /// Whether a user may sign the certificate of what another or they destroyed.
  public func mayCertify(_ user: String, disposalBy destroyer: String) -> Bool {
    guard let account = users[user], account.revokedIndex == nil,
      account.statement.contractor == nil
    else { return false }
    return user == destroyer || isAdministrator(user)
  }

  private func isAdministrator(_ signer: String) -> Bool {
    users[signer]?.statement.roles.contains("administrator") == true
  }

  // MARK: Changing

  private mutating func add(_ user: UserStatement, at index: Int) throws(AuditingError) {
    guard user.id == "u\(index)", self.user(named: user.name) == nil, !user.roles.isEmpty,
      isUnderContract(user)
    else {
      throw AuditingError(.malformed, index: index, detail: "user")
    }
    users[user.id] = UserAccount(
      statement: user, keys: user.keys, keysIndex: index, addedIndex: index)
  }

  private mutating func revoke(_ user: String, at index: Int) throws(AuditingError) {
    guard users[user] != nil, users[user]?.revokedIndex == nil else {
      throw AuditingError(.malformed, index: index, detail: "revoke")
    }
    users[user]?.revokedIndex = index
    for held in grants where held.user == user {
      if keys[held.key]?.generations.count == held.generation { rotationDue.insert(held.key) }
    }
    grants = grants.filter { $0.user != user }
  }

  /// Whoever set a user's first passphrase could approve in that user's name; only the
  /// administrator of entry 0 chose it.
  private mutating func approve(_ plan: [UInt8], by user: String) {
    guard user == "u0" || users[user]?.hasFirstPassphrase == false else { return }
    approvals[plan, default: []].insert(user)
  }

  private mutating func replaceKeys(
    of user: String, with keys: PublicKeys, at index: Int
  ) throws(AuditingError) {
    guard users[user] != nil else { throw AuditingError(.malformed, index: index, detail: "user") }
    users[user]?.keys = keys
    users[user]?.keysIndex = index
  }

  /// A user who makes a generation holds it, and can grant it on; the recovery file always does.
  private mutating func addGeneration(
    _ key: KeyStatement, by signer: String, on day: CalendarDate, at index: Int
  ) throws(AuditingError) {
    let next = (keys[key.name]?.generations.count ?? 0) + 1
    guard key.generation == next, mayLast(key, from: day), mayReseal(key) else {
      throw AuditingError(.malformed, index: index, detail: "generation")
    }
    // What is shared is wrapped anew, so nothing is left for the pairs before.
    if ContractorKey(name: key.name) != nil { endGenerations(of: key.name) }
    keys[key.name, default: KeyHistory(name: key.name, number: index, generations: [])]
      .generations.append(key.publicKey)
    keys[key.name]?.until = key.until
    keys[key.name]?.reseals = key.reseals
    rotationDue.remove(key.name)
    if users[signer] != nil {
      grants.insert(KeyGrant(user: signer, key: key.name, generation: key.generation))
    }
  }

  private mutating func add(_ contract: ContractStatement, at index: Int) throws(AuditingError) {
    var next = contracts
    next[contract.contractor] = contract
    guard ContractorID(contract.contractor) != nil, !contract.purposes.isEmpty,
      Self.chain(of: contract.contractor, in: next) != nil
    else { throw AuditingError(.malformed, index: index, detail: "contract") }
    contracts = next
    contractIndices[contract.contractor] = index
  }

  private mutating func end(_ key: String, at index: Int) throws(AuditingError) {
    guard let history = keys[key], history.isLive, ContractorKey(name: key) != nil else {
      throw AuditingError(.malformed, index: index, detail: "key-end")
    }
    endGenerations(of: key)
    rotationDue.remove(key)
  }

  private mutating func retire(
    _ key: String, before: Int, at index: Int
  ) throws(AuditingError) {
    guard mayRetire(key, before: before) else {
      throw AuditingError(.malformed, index: index, detail: "key-retire")
    }
    endGenerations(of: key, before: before)
  }

  /// Ends all generations so far, with their grants.
  private mutating func endGenerations(of key: String) {
    endGenerations(of: key, before: (keys[key]?.generations.count ?? 0) + 1)
  }

  private mutating func endGenerations(of key: String, before first: Int) {
    keys[key]?.ended = first - 1
    grants = grants.filter { $0.key != key || $0.generation >= first }
  }

  private mutating func grant(
    _ grant: KeyGrant, on day: CalendarDate, at index: Int
  ) throws(AuditingError) {
    guard users[grant.user]?.revokedIndex == nil, users[grant.user] != nil,
      key(grant.key, generation: grant.generation) != nil, mayHold(grant),
      mayBeGranted(grant.key, on: day)
    else { throw AuditingError(.malformed, index: index, detail: "grant") }
    grants.insert(grant)
  }
}

extension Authority {
  /// The recovery file holds every generation of every key.
  public var recoveryGrants: Set<KeyGrant> {
    var grants: Set<KeyGrant> = []
    for name in keyNames {
      for generation in generations(of: name) {
        grants.insert(KeyGrant(user: "recovery", key: name, generation: generation))
      }
    }
    return grants
  }
}
