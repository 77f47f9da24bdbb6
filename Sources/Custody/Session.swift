public import Auditing
public import People
public import Rules
internal import Sealing

/// A user who has signed in, with the keys that the log says they hold.
public final class Session {
  /// The vault.
  public let vault: Vault
  /// The user, as the log knew them at sign-in.
  public let account: UserAccount
  /// The roles, as the policy names them.
  public let roles: [RoleID]
  /// The roles as one word of the log.
  let roleText: String
  let secrets: UserSecrets
  let keyRing: KeyRing
  let rows: PinnedRows
  let opener: Opener<PinnedRows>
  private let began: Timestamp
  private var lastUse: Timestamp
  /// Whether many profiles are opened one after another.
  var isReading = false

  init(
    vault: Vault, account: UserAccount, secrets: consuming UserSecrets, keyRing: KeyRing
  ) throws(CustodyError) {
    self.vault = vault
    self.account = account
    roles = account.statement.roles.map(RoleID.init(rawValue:))
    roleText = account.statement.roles.joined(separator: "+")
    self.secrets = secrets
    self.keyRing = keyRing
    rows = try PinnedRows(vault)
    began = vault.decisionTime
    lastUse = began
    do throws(SealingError) {
      opener = try Opener(vault: vault.id, keyRing: keyRing, rows: rows)
    } catch {
      throw CustodyError(error)
    }
  }

  /// The moment at which the session ends unless it is used before: every decision asks for it.
  ///
  /// The keys are wiped when the session is let go.
  public var expires: Timestamp {
    let life = vault.environment.sessionLife
    return min(began.adding(seconds: life.total), lastUse.adding(seconds: life.idle))
  }

  /// Puts off the end of a session that has not ended yet.
  func use(at now: Timestamp) {
    if now < expires { lastUse = max(lastUse, now) }
  }

  /// The contractor whose user this is; nil for the employer's own people.
  public var contractor: ContractorID? { account.statement.contractor.flatMap(ContractorID.init) }

  /// The key by which this session opens what is sealed for a purpose.
  func key(for purpose: PurposeID) -> PurposeKey {
    contractor.map { ContractorKey(purpose: purpose, contractor: $0).key } ?? PurposeKey(purpose)
  }

  /// The names of the keys this session holds.
  public var heldKeys: [String] { keyRing.keyNames }

  /// Whether some role of the user allows the action.
  public func allows(_ action: Action) -> Bool {
    roles.contains { vault.policy.role($0)?.actions.contains(action) == true }
  }

  /// Refuses, with a log entry, what no role of the user allows, and everything after the session's
  /// end or the user's last day.
  ///
  /// - Throws: `.refused`.
  public func require(_ action: Action) throws(CustodyError) {
    let now = vault.decisionTime
    if let refusal = refusal(of: action, at: now) { try refuse(refusal, action: action) }
    use(at: now)
  }

  /// Begins a transaction and, under its lock, asks for the permission again: the policy that allowed
  /// it before may have been replaced by another process.
  ///
  /// - Throws: `.refused`, with its entry; what beginning throws.
  func begin(_ action: Action, touchesKeys: Bool) throws(CustodyError) -> Transaction {
    let transaction = try Transaction(vault, touchesKeys: touchesKeys)
    if let refusal = refusal(of: action, at: vault.decisionTime) {
      transaction.abandon()
      try refuse(refusal, action: action)
    }
    return transaction
  }

  private func refusal(of action: Action, at now: Timestamp) -> Refusal? {
    do throws(Refusal) {
      try vault.policyDecider.authorise(
        action, roles: roles, roleUntil: account.statement.until, sessionExpires: expires, now: now)
      return nil
    } catch {
      return error
    }
  }

  /// Requires the first of these actions that some role allows, or else the last.
  ///
  /// - Throws: `.refused`.
  public func require(oneOf actions: [Action]) throws(CustodyError) {
    guard let action = actions.first(where: allows) ?? actions.last else { return }
    try require(action)
  }

  /// Writes a refusal to the log, then throws it.
  ///
  /// - Parameter code: The person whom it is about; nil for nobody.
  /// - Throws: `.refused`, always.
  public func refuse(
    _ refusal: Refusal, action: Action, of code: PersonCode? = nil
  ) throws(CustodyError) {
    try note(refusal, action: action, of: [code])
    throw CustodyError(.refused(refusal))
  }

  /// Writes a refusal to the log, an entry for each of the people whom it is about.
  func note(
    _ refusal: Refusal, action: Action, of codes: [PersonCode?]
  ) throws(CustodyError) {
    guard !codes.isEmpty else { return }
    var content = entry(action.rawValue, outcome: .refused)
    content.rule = refusal.rule
    content.article = refusal.article
    try record(
      codes.map { code in
        content.person = code?.text
        return content
      })
  }

  /// An entry of this user.
  func entry(_ action: String, outcome: Outcome = .done) -> EntryContent {
    var content = EntryContent(action: action, actor: account.id, outcome: outcome)
    content.role = roleText
    content.policy = vault.policy.digestHex
    return content
  }

  /// Makes entries durable that touch no keys.
  func record(_ contents: [EntryContent]) throws(CustodyError) {
    let transaction = try Transaction(vault, touchesKeys: false)
    for content in contents { try transaction.add(content) }
    try transaction.finish(signedBy: secrets.signer)
  }

  /// Makes one entry durable that touches no keys; the right to it is asked for again under the lock.
  ///
  /// - Returns: The index of the entry.
  /// - Throws: `.refused`, with its entry.
  func record(_ content: EntryContent, for action: Action) throws(CustodyError) -> Int {
    let transaction = try begin(action, touchesKeys: false)
    let index = transaction.nextIndex
    try transaction.add(content)
    try transaction.finish(signedBy: secrets.signer)
    return index
  }
}
