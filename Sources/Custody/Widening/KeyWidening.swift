internal import Auditing
internal import People
internal import Rules
internal import Sealing

/// One widening from its decisions to its wraps: decide, record, ask again, open, wrap.
///
/// The decisions are durable in a commit of their own before any data key is opened, as for a read:
/// whoever stops the program in between leaves a log that says too much, never too little. No number
/// is opened. A data key is in locked memory until it is wrapped again, and what is stored, in one
/// commit with the record that allows it, is sealed. A commit that fails leaves no wrap without what
/// allows it. Whom and for which key it concerns, and by what it is decided, is the rule's.
final class KeyWidening<Rule: WideningRule> {
  private let rule: Rule
  private let items: [WideningItem]
  private var receipts: BatchReceipt<Rule.Use>?
  private var session: Session { rule.session }
  private var vault: Vault { session.vault }

  init(_ items: [WideningItem], by rule: Rule) {
    self.items = items
    self.rule = rule
  }

  /// Decides all items under the lock, so that the decisions rest on the present, and makes the
  /// decisions durable.
  ///
  /// - Throws: `.refused` when one is refused, with all decisions in the log and nothing opened;
  ///   `.busy` when a person changed since they were read.
  func record() throws(CustodyError) {
    guard !items.isEmpty else { return }
    let decisions = try GateDecisions<Rule.Use>(session)
    var refusal: Refusal?
    for item in items {
      try checkUnchanged(item)
      let refused = try decisions.decide(try rule.request(item))
      refusal = refusal ?? refused
    }
    receipts = try decisions.record()
    if let refusal { throw CustodyError(.refused(refusal)) }
  }

  /// Takes the lock again, over both files, and asks again what was decided: a person or a contract
  /// may have changed in between.
  ///
  /// - Throws: `.busy`, `.refused` with its entry in the log.
  func begin() throws(CustodyError) -> Transaction {
    let transaction = try Transaction(vault, touchesKeys: !items.isEmpty)
    for item in items {
      try checkUnchanged(item)
      let request = try rule.request(item)
      guard let refusal = vault.refusal(of: request) else { continue }
      transaction.abandon()
      try session.record([EntryContent(refusal, of: request, policy: vault.policy.digestHex)])
      throw CustodyError(.refused(refusal))
    }
    return transaction
  }

  /// Spends the receipts and stores, in the transaction that was begun, the lockboxes and the wraps
  /// for the keys as they stand in it, pinned by an entry of the batch.
  ///
  /// - Throws: `.integrity` for what does not open, with a `failed` entry in the log.
  func store(in transaction: Transaction, under content: EntryContent) throws(CustodyError) {
    let widened = items.isEmpty ? .none : try wrapped(in: transaction)
    try widened.store(in: transaction, of: vault, under: content)
  }

  // MARK: Parts

  private func checkUnchanged(_ item: WideningItem) throws(CustodyError) {
    guard try session.rows.person(item.record.code)?.pin == item.person.pin else {
      throw CustodyError(.busy)
    }
  }

  private func wrapped(in transaction: Transaction) throws(CustodyError) -> WidenedKeys {
    let targets = try targets(in: transaction)
    let sealer = try CustodyError.gathering {
      try CollectionSealer(vault: vault.id, random: vault.environment.random)
    }
    var isDone = false
    // Why the work failed matters more than that the wiping of OpenSSL's memory failed too.
    defer { if !isDone { try? finish(sealer) } }
    var made: [SealedWraps] = []
    for (item, target) in zip(items, targets) {
      made.append(try wrap(item, to: target, with: sealer, in: transaction))
    }
    try CustodyError.gathering { try finish(sealer) }
    isDone = true
    return WidenedKeys(items, made, sealer.madeLockboxes)
  }

  /// The keys to wrap for, each vouched for by the log.
  private func targets(in transaction: Transaction) throws(CustodyError) -> [AuthenticatedKey] {
    var keys = try CollectionKeys(transaction.currentAuthority)
    return try keys.keys(items.map(\.target.name))
  }

  private func wrap(
    _ item: WideningItem, to target: AuthenticatedKey, with sealer: CollectionSealer,
    in transaction: Transaction
  ) throws(CustodyError) -> SealedWraps {
    guard let receipt = receipts?.next(), receipt.personCode == item.record.code.text else {
      throw CustodyError(.bug("a receipt is missing"))
    }
    do throws(SealingError) {
      return try session.opener.wrap(spending: receipt, to: target, with: sealer)
    } catch {
      transaction.abandon()
      // What failed matters more than that the note of it failed too; nothing is stored either way.
      try? session.noteFailure(
        error, of: Rule.Use.action, person: item.record.code.text,
        purpose: item.target.purpose.rawValue)
      throw CustodyError(error)
    }
  }

  private func finish(_ sealer: CollectionSealer) throws(SealingError) {
    try session.opener.finish()
    try sealer.finish()
  }
}
