internal import Auditing
internal import People
internal import Rules
internal import Sealing
internal import Secrets

/// Whoever hands keys on: a session's user, or the recovery file that the user has brought.
struct KeyHand {
  let session: Session
  /// The recovery file; nil for the user's own keys.
  let recovery: Recovery?

  /// The user's own hand, unless there is a recovery file.
  init(_ session: Session, _ recovery: Recovery? = nil) {
    self.session = session
    self.recovery = recovery
  }

  /// The private halves in it.
  var ring: KeyRing { recovery?.keyRing ?? session.keyRing }

  /// The id that the log knows it by.
  var id: String { recovery == nil ? session.account.id : "recovery" }

  /// Begins a transaction of a rotation; whether the user may is asked again under its lock.
  func begin() throws(CustodyError) -> Transaction {
    guard recovery == nil else { return try Transaction(session.vault, touchesKeys: true) }
    let transaction = try session.begin(.rotate, touchesKeys: true)
    session.use(at: session.vault.decisionTime)
    return transaction
  }

  /// An entry of it.
  func entry(_ action: String) -> EntryContent {
    guard recovery != nil else { return session.entry(action) }
    return EntryContent(action: action, actor: id, outcome: .done)
  }

  /// Adds a change of authority that it signs.
  @discardableResult
  func add(_ content: EntryContent, to transaction: Transaction) throws(CustodyError) -> Int {
    var content = content
    content.touchesKeys = true
    guard let recovery else {
      return try transaction.add(content, signedBy: session.secrets.signer)
    }
    return try transaction.add(content, signedBy: recovery.secrets.signer)
  }

  /// States the next generation of a key and seals its private half to the recovery file.
  ///
  /// - Parameter content: The entry, without the statement.
  func makeGeneration(
    of name: String, until: CalendarDate? = nil, reseals: Bool = false, under content: EntryContent,
    in transaction: Transaction
  ) throws(CustodyError) -> HeldKey {
    let next = (transaction.currentAuthority.newestGeneration(of: name) ?? 0) + 1
    do {
      let privateKey = try HeldKey.makePair(random: session.vault.environment.random)
      var content = content
      content.authority = .key(
        KeyStatement(
          name: name, generation: next, publicKey: privateKey.publicKey, until: until,
          reseals: reseals))
      try add(content, to: transaction)
      guard let stated = transaction.currentAuthority.key(name) else {
        throw CustodyError(.bug("a key that was stated is not known"))
      }
      let held = try HeldKey(fresh: privateKey, for: stated)
      try transaction.seal(held, to: "recovery")
      return held
    } catch {
      throw CustodyError(any: error)
    }
  }

  /// Makes a user a holder.
  func grant(
    _ key: HeldKey, to user: String, in transaction: Transaction
  ) throws(CustodyError) {
    var content = entry("grant")
    content.authority = .grant(user: user, key: key.key.name, generation: key.key.generation)
    try add(content, to: transaction)
    try transaction.seal(key, to: user)
  }
}
