internal import Auditing
internal import People
internal import Rules
internal import Sealing

/// Wraps the data keys of numbers in use for further keys: decide, record, open, wrap.
///
/// The decisions are durable in a commit of their own before any data key is opened, as for a read:
/// whoever stops the program in between leaves a log that says too much, never too little. No number
/// is opened. A data key is in locked memory until it is wrapped again, and what is stored, in one
/// commit with the record that allows it, is sealed. A commit that fails leaves no wrap without its
/// declaration and no declaration without its wrap.
struct KeyWidening {
  private let session: Session
  private let requests: WideningRequest
  private var vault: Vault { session.vault }

  init(_ session: Session) {
    self.session = session
    requests = WideningRequest(session)
  }

  /// What the decider would say to an item, without a record.
  func foresee(_ item: WideningItem) throws(CustodyError) -> Refusal? {
    let request = try requests.request(item)
    do throws(Refusal) {
      _ = try vault.decider.decide(request)
      return nil
    } catch {
      return error
    }
  }

  /// Decides all items, makes the decisions durable, and wraps for each the one key it names.
  ///
  /// - Throws: `.refused` when one is refused, with all decisions in the log and nothing opened;
  ///   `.busy` when a person changed since they were read; `.integrity` for what does not open,
  ///   with a `failed` entry in the log.
  func wrap(_ items: [WideningItem]) throws(CustodyError) -> WidenedKeys {
    let targets = try targets(of: items)
    var receipts = try record(items)
    let sealer = try CustodyError.gathering {
      try CollectionSealer(vault: vault.id, random: vault.environment.random)
    }
    var isDone = false
    // Why the work failed matters more than that the wiping of OpenSSL's memory failed too.
    defer { if !isDone { try? finish(sealer) } }
    var made: [SealedWraps] = []
    for (item, target) in zip(items, targets) {
      guard let receipt = receipts.next() else { throw CustodyError(.bug("a receipt is missing")) }
      made.append(try widen(item, spending: receipt, to: target, with: sealer))
    }
    try CustodyError.gathering { try finish(sealer) }
    isDone = true
    return WidenedKeys(items, made, sealer.madeLockboxes)
  }

  private func finish(_ sealer: CollectionSealer) throws(SealingError) {
    try session.opener.finish()
    try sealer.finish()
  }

  /// The keys to wrap for, each vouched for by the log.
  private func targets(of items: [WideningItem]) throws(CustodyError) -> [AuthenticatedKey] {
    var keys = try CollectionKeys(vault.authority)
    return try keys.keys(items.map(\.target.name))
  }

  /// Decides under the lock, so that the decisions rest on the present.
  private func record(
    _ items: [WideningItem]
  ) throws(CustodyError) -> BatchReceipt<Widening> {
    let decisions = try GateDecisions<Widening>(session)
    var refusal: Refusal?
    for item in items {
      guard try session.rows.person(item.record.code)?.pin == item.person.pin else {
        throw CustodyError(.busy)
      }
      let refused = try decisions.decide(try requests.request(item))
      refusal = refusal ?? refused
    }
    let receipts = try decisions.record()
    if let refusal { throw CustodyError(.refused(refusal)) }
    return receipts
  }

  private func widen(
    _ item: WideningItem, spending receipt: consuming Receipt<Widening>,
    to target: AuthenticatedKey, with sealer: CollectionSealer
  ) throws(CustodyError) -> SealedWraps {
    do throws(SealingError) {
      return try session.opener.widen(spending: receipt, to: target, with: sealer)
    } catch {
      // What failed matters more than that the note of it failed too; nothing is stored either way.
      try? noteFailure(error, of: item)
      throw CustodyError(error)
    }
  }

  /// What was allowed and then did not open goes into the log before the error is thrown.
  private func noteFailure(
    _ error: SealingError, of item: WideningItem
  ) throws(CustodyError) {
    var content = session.entry(Action.widen.rawValue, outcome: .failed)
    content.person = item.record.code.text
    content.purpose = item.target.purpose.rawValue
    content.rule = error.ruleName
    try session.record([content])
  }
}
