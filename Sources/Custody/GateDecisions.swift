internal import Auditing
internal import People
internal import Rules
internal import Sealing

/// The decisions of one durable batch, taken under the lock so that they rest on the present.
final class GateDecisions<Use: ReceiptUse> {
  private let session: Session
  private let transaction: Transaction
  private let requests: GateRequest
  /// The policy cannot change under the lock.
  private let decider: any Decider
  private var batch: Batch<Use>?
  private var rows: [Int64?] = []

  /// Takes the lock.
  init(_ session: Session) throws(CustodyError) {
    self.session = session
    transaction = try Transaction(session.vault, touchesKeys: Use.action == .purge)
    requests = GateRequest(session, for: Use.action)
    decider = session.vault.decider
    batch = Batch()
  }

  /// Decides one query; a refusal becomes an entry like a grant.
  func decide(_ query: NumberQuery) throws(CustodyError) -> Refusal? {
    try decide(try requests.request(query))
  }

  /// Decides one request.
  func decide(_ request: borrowing Request) throws(CustodyError) -> Refusal? {
    rows.append(request.personRow)
    let failure: CustodyError?
    do throws(Refusal) {
      failure = try takeGrant(request)
    } catch {
      batch?.add(EntryContent(error, of: request, policy: session.vault.policy.digestHex))
      return error
    }
    if let failure { throw failure }
    return nil
  }

  /// Gives the lock back without a record; nothing was decided then.
  func abandon() { transaction.abandon() }

  /// Makes the batch durable; only then are there receipts.
  func record() throws(CustodyError) -> BatchReceipt<Use> {
    guard let batch = batch.take() else { throw CustodyError(.bug("a batch was recorded twice")) }
    return try batch.commit(to: self)
  }

  /// Puts the decider's grant into the batch; a failure of that is returned, so that what is
  /// thrown is a refusal and nothing else.
  private func takeGrant(_ request: borrowing Request) throws(Refusal) -> CustodyError? {
    let grant = try decider.decide(request)
    do throws(AuditingError) {
      try batch?.add(grant)
      return nil
    } catch {
      return CustodyError(error)
    }
  }
}

extension GateDecisions: LogSink {
  func append(_ contents: consuming [EntryContent]) throws(CustodyError) -> Int {
    let first = transaction.nextIndex
    for place in contents.indices {
      try transaction.add(inPlace: &contents[place], person: rows[place])
    }
    try transaction.finish(signedBy: session.secrets.signer)
    return first
  }
}
