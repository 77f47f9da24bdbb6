internal import Auditing
public import People
public import Rules
internal import Sealing
public import Secrets
internal import Storage
internal import Wording

/// What an administrator, or a holder of a key, does with the people who may work with the vault.
public struct Users {
  private let session: Session
  private var vault: Vault { session.vault }

  /// Acts as the session's user.
  public init(_ session: Session) { self.session = session }

  /// Adds a user with fresh key pairs under a first passphrase.
  ///
  /// With the recovery file the user becomes the first holder of the roles' keys; without it the
  /// user is pending until a holder grants them.
  ///
  /// - Returns: The new user's id.
  /// - Throws: `.refused`, `.exists` for a name in use, `.usage` for an unknown role, a last day that
  ///   has passed, and a name or an organisation that cannot stand in the log.
  @discardableResult
  public func add(
    _ name: String, roles: [RoleID], until: CalendarDate? = nil, organisation: String? = nil,
    passphrase: borrowing SecretBytes, recovery: Recovery? = nil
  ) throws(CustodyError) -> String {
    try session.require(.administerUsers)
    let contract = try contract(of: organisation, roles)
    var until = until
    if let contract { until = try Self.lastDay(until, within: contract.lastDay) }
    let (name, organisation) = try names(name, contract?.record.contract.name ?? organisation)
    try check(name, roles)
    if let until, until < vault.today {
      throw CustodyError(.usage("the last day \(until.isoText) has passed"))
    }
    let transaction = try Transaction(vault, touchesKeys: true)
    let id = "u\(transaction.nextIndex)"
    let secrets = try freshSecrets(id)
    let sealed = try sealed(secrets, under: passphrase)
    var content = session.entry("user-add")
    content.authority = .user(
      UserStatement(
        id: id, name: name, organisation: organisation, contractor: contract?.record.id.text,
        roles: roles.map(\.rawValue), until: until, keys: secrets.publicKeys))
    content.touchesKeys = true
    try transaction.add(content, signedBy: session.secrets.signer)
    do throws(StorageError) {
      try vault.store.putUser(id: id, sealed: sealed.span)
    } catch {
      throw CustodyError(error)
    }
    if let recovery {
      try grantAll(vault.keys(of: roles), to: id, from: KeyHand(session, recovery), in: transaction)
    }
    try transaction.finish(signedBy: session.secrets.signer)
    return id
  }

  /// Makes a user a holder of the keys of their roles, or of the purposes named.
  ///
  /// - Returns: The names of the keys granted.
  /// - Throws: `.usage` when the session holds none of them, `.notFound` for the user.
  @discardableResult
  public func grant(
    to name: String, keys wanted: [String]? = nil, recovery: Recovery? = nil
  ) throws(CustodyError) -> [String] {
    // The recovery file stands for every role.
    if recovery == nil { try session.require(.grant) }
    guard let account = vault.authority.user(named: name) else {
      throw CustodyError(.notFound("user \(name)"))
    }
    let hand = KeyHand(session, recovery)
    let possible = vault.keys(of: account)
    for key in wanted ?? [] where !possible.contains(key) {
      try session.refuse(.roleForbidsPurpose(PurposeID(rawValue: key)), action: .grant)
    }
    let granted = (wanted ?? possible).filter { key in
      hand.ring.holds(key) && !vault.authority.holds(user: account.id, key: key)
    }
    guard !granted.isEmpty else {
      throw CustodyError(
        .usage("nothing to grant: \(name) holds all that you hold and the role may hold"))
    }
    let transaction = try Transaction(vault, touchesKeys: true)
    // Another holder may have granted them since.
    for key in granted where transaction.currentAuthority.holds(user: account.id, key: key) {
      throw CustodyError(.busy)
    }
    try grantAll(granted, to: account.id, from: hand, in: transaction)
    try transaction.finish(signedBy: session.secrets.signer)
    return granted
  }

  /// Ends a user's authority and erases what was sealed to them.
  ///
  /// A copy of keys.sqlite that they have, with their passphrase, still holds their keys.
  public func revoke(_ name: String) throws(CustodyError) {
    try session.require(.administerUsers)
    guard let account = vault.authority.user(named: name) else {
      throw CustodyError(.notFound("user \(name)"))
    }
    guard account.id != session.account.id else {
      throw CustodyError(.usage("an administrator cannot revoke themselves"))
    }
    let transaction = try Transaction(vault, touchesKeys: true)
    try revoke(account, in: transaction)
    try transaction.finish(signedBy: session.secrets.signer)
  }

  /// States the end of a user's authority and erases what was sealed to them.
  func revoke(_ account: UserAccount, in transaction: Transaction) throws(CustodyError) {
    var content = session.entry("user-revoke")
    content.authority = .revoke(user: account.id)
    content.touchesKeys = true
    try transaction.add(content, signedBy: session.secrets.signer)
    do throws(StorageError) {
      _ = try vault.store.eraseUser(id: account.id)
      _ = try vault.store.eraseGrants(user: account.id, key: nil, generation: nil)
    } catch {
      throw CustodyError(error)
    }
  }

  /// Gives the session's user fresh key pairs under a new passphrase, everything re-sealed.
  ///
  /// The old keys sign the entry that announces the new ones. The session cannot be used after it.
  ///
  /// - Throws: `.busy` if the user was granted a key since the session began.
  public func changePassphrase(to passphrase: borrowing SecretBytes) throws(CustodyError) {
    try session.require(.passphrase)
    let id = session.account.id
    let secrets = try freshSecrets(id)
    let sealed = try sealed(secrets, under: passphrase)
    let transaction = try Transaction(vault, touchesKeys: true)
    let keys = try heldKeys(transaction.currentAuthority)
    var content = session.entry("user-passphrase")
    content.authority = .userKeys(user: id, keys: secrets.publicKeys)
    content.touchesKeys = true
    try transaction.add(content, signedBy: session.secrets.signer)
    do throws(StorageError) {
      try vault.store.putUser(id: id, sealed: sealed.span)
      _ = try vault.store.eraseGrants(user: id, key: nil, generation: nil)
    } catch {
      throw CustodyError(error)
    }
    for key in keys { try transaction.seal(key, to: id) }
    try transaction.finish(signedBy: secrets.signer)
  }

  // MARK: Contractors' users

  /// The contract under which a contractor's user works; nil for the employer's own people.
  ///
  /// - Throws: `.usage` unless the role stands alone and the organisation is a contractor;
  ///   `.refused` for one whose contract has ended.
  private func contract(
    of organisation: String?, _ roles: [RoleID]
  ) throws(CustodyError) -> (record: ContractorRecord, lastDay: CalendarDate)? {
    guard roles.contains(where: { vault.policy.role($0)?.isEntrusted == true }) else { return nil }
    guard roles.count == 1, let organisation else {
      throw CustodyError(
        .usage("a contractor's user has that role alone, and an --organisation of the register"))
    }
    let register = try EntrustmentLog(vault).register()
    guard let record = register.record(named: organisation) else {
      throw CustodyError(.notFound("contractor \(organisation)"))
    }
    let gaps = register.gaps(
      of: record.id, on: vault.decisionDay, by: vault.policy.entrustment)
    if let gap = gaps.first(where: { $0.weight == .stops }) {
      try session.refuse(.entrustment(gap), action: .administerUsers)
    }
    return (record, register.lastDay(of: record.id) ?? record.lastDay)
  }

  /// Not longer than the contract.
  private static func lastDay(
    _ until: CalendarDate?, within lastDay: CalendarDate
  ) throws(CustodyError) -> CalendarDate {
    guard let until else { return lastDay }
    guard until <= lastDay else {
      throw CustodyError(.usage("the contract ends on \(lastDay.isoText)"))
    }
    return until
  }

  // MARK: Parts

  /// The keys granted to the session's user, opened.
  ///
  /// One that another process granted since is sealed to the old key pair and not open here: to go
  /// on would lose it.
  private func heldKeys(_ authority: Authority) throws(CustodyError) -> [HeldKey] {
    var keys: [HeldKey] = []
    for grant in authority.grants.filter({ $0.user == session.account.id }).sorted() {
      guard let key = session.keyRing.key(grant.key, generation: grant.generation) else {
        throw CustodyError(.busy)
      }
      keys.append(key)
    }
    return keys
  }

  private func freshSecrets(_ id: String) throws(CustodyError) -> UserSecrets {
    do throws(SealingError) {
      return try UserSecrets(id: id, random: vault.environment.random)
    } catch {
      throw CustodyError(error)
    }
  }

  private func sealed(
    _ secrets: borrowing UserSecrets, under passphrase: borrowing SecretBytes
  ) throws(CustodyError) -> [UInt8] {
    do throws(SealingError) {
      return try secrets.seal(
        under: passphrase, vault: vault.id, random: vault.environment.random)
    } catch {
      throw CustodyError(error)
    }
  }

  /// The names as the log states them.
  private func names(
    _ name: String, _ organisation: String?
  ) throws(CustodyError) -> (String, String?) {
    do throws(AuditingError) {
      return (try LoggedName(name).text, try organisation.map(LoggedName.init)?.text)
    } catch {
      throw CustodyError(error)
    }
  }

  private func check(_ name: String, _ roles: [RoleID]) throws(CustodyError) {
    guard vault.authority.user(named: name) == nil else {
      throw CustodyError(.exists("user \(name)"))
    }
    guard !roles.isEmpty else { throw CustodyError(.usage("a user needs a role")) }
    for role in roles where vault.policy.role(role) == nil {
      throw CustodyError(.usage("the policy has no role \(role.rawValue)"))
    }
  }

  private func grantAll(
    _ keys: [String], to user: String, from hand: KeyHand, in transaction: Transaction
  ) throws(CustodyError) {
    for name in keys {
      for generation in transaction.currentAuthority.generations(of: name) {
        guard let key = hand.ring.key(name, generation: generation) else { continue }
        try hand.grant(key, to: user, in: transaction)
      }
    }
  }
}
