internal import Auditing
public import Numbers
internal import People
public import Rules
internal import Sealing
internal import Storage

/// The one path by which plaintext leaves: decide, record, open.
///
/// A decision is a `Grant`, a durable log entry turns it into a `Receipt`, and opening consumes
/// the receipt, which names the one row it opens. The compiler refuses the steps in another order;
/// without the key no step after them succeeds, whatever was decided. A number of two sealed entries
/// is compared by the same steps before the first read of it.
public struct Gate {
  private let session: Session
  private var vault: Vault { session.vault }

  /// How many numbers one durable batch of a bulk read covers.
  public static let batchSize = 1000

  /// The gate of a session.
  public init(_ session: Session) { self.session = session }

  /// Reads one number and lends it to `body`.
  ///
  /// - Throws: `.refused` with its entry in the log, `.notFound` for the person, `.integrity` with
  ///   a `failed` entry in the log.
  public func read<R: ~Copyable>(
    _ query: NumberQuery, _ body: (borrowing MyNumber) -> R
  ) throws(CustodyError) -> R {
    let decided = try decide([query], 0..<1)
    let refusal = decided.refusals.first?.refusal
    var receipts = try decided.decisions.record()
    return try forgettingKeys { () throws(CustodyError) -> R in
      guard let receipt = receipts.next() else {
        throw CustodyError(.refused(refusal ?? .notSignedIn))
      }
      return try open(receipt, body)
    }
  }

  /// Reads many numbers through the same gate, in durable batches.
  ///
  /// - Parameters:
  ///   - refused: Told of each refusal, which the log has too.
  ///   - body: Lent each number with its place among the queries, after its batch is durable. It
  ///     should be quick: nobody can write to the vault while a batch's numbers are lent.
  /// - Throws: `.notFound` for a person before anything of the batch is opened; `.integrity`.
  public func readEach(
    _ queries: [NumberQuery], refused: (Int, Refusal) -> Void = { _, _ in },
    _ body: (Int, borrowing MyNumber) -> Void
  ) throws(CustodyError) {
    try forgettingKeys { () throws(CustodyError) in
      var start = 0
      while start < queries.count {
        let end = min(start + Self.batchSize, queries.count)
        try readBatch(queries, start..<end, refused, body)
        start = end
      }
    }
  }

  /// Says for each query whether the gate would refuse it, without a record and without opening.
  ///
  /// For the list that an export shows before it begins; the export itself decides again. Whether two
  /// sealed entries that wait agree shows only when they are compared, so that is done first.
  ///
  /// - Throws: `.notFound`; `.integrity`, with a `failed` entry for an entry that does not open.
  public func foresee(_ queries: [NumberQuery]) throws(CustodyError) -> [Refusal?] {
    let refusals = try refusals(of: queries)
    let waiting = zip(queries, refusals).filter { $0.1 == .notCompared }.map { $0.0 }
    guard !waiting.isEmpty else { return refusals }
    try compareEntries(of: waiting)
    return try self.refusals(of: queries)
  }

  private func refusals(of queries: [NumberQuery]) throws(CustodyError) -> [Refusal?] {
    let requests = GateRequest(session)
    var refusals: [Refusal?] = []
    try vault.reading { () throws(CustodyError) in
      for query in queries { refusals.append(try requests.foresee(query)) }
    }
    return refusals
  }

  /// Compares the two sealed entries of numbers that wait for it, each by decision, entry and
  /// receipt, and records what came of it; nothing of them leaves but whether they agree.
  ///
  /// - Throws: `.integrity` with a `failed` entry in the log.
  private func compareEntries(of queries: [NumberQuery]) throws(CustodyError) {
    try forgettingKeys { () throws(CustodyError) in
      try EntryComparison(session).run(queries)
    }
  }

  /// Decides a batch under the lock; numbers that wait to be compared are compared first, and the
  /// batch is then decided anew.
  private func decide(
    _ queries: [NumberQuery], _ range: Range<Int>
  ) throws(CustodyError) -> BatchDecisions {
    let decided = try BatchDecisions(session, queries, range)
    let waiting = decided.waiting
    guard !waiting.isEmpty else { return decided }
    decided.decisions.abandon()
    try compareEntries(of: waiting.map { queries[$0] })
    return try BatchDecisions(session, queries, range)
  }

  private func readBatch(
    _ queries: [NumberQuery], _ range: Range<Int>, _ refused: (Int, Refusal) -> Void,
    _ body: (Int, borrowing MyNumber) -> Void
  ) throws(CustodyError) {
    let decided = try decide(queries, range)
    var receipts = try decided.decisions.record()
    for (place, refusal) in decided.refusals { refused(place, refusal) }
    try vault.reading { () throws(CustodyError) in
      for place in decided.allowed {
        guard let receipt = receipts.next() else { return }
        try open(receipt) { number in body(place, number) }
      }
    }
  }

  /// Wipes the last key and number that were opened, whether the work succeeds or fails.
  private func forgettingKeys<R: ~Copyable>(
    after work: () throws(CustodyError) -> R
  ) throws(CustodyError) -> R {
    var isDone = false
    // Why the work failed matters more than that the wiping of OpenSSL's memory failed too.
    defer { if !isDone { try? session.opener.finish() } }
    let result = try work()
    do throws(SealingError) {
      try session.opener.finish()
    } catch {
      throw CustodyError(error)
    }
    isDone = true
    return result
  }

  private func open<R: ~Copyable>(
    _ receipt: consuming Receipt<Reading>, _ body: (borrowing MyNumber) -> R
  ) throws(CustodyError) -> R {
    let (code, purpose) = (receipt.personCode, receipt.purpose)
    do throws(SealingError) {
      return try session.opener.open(spending: receipt, body)
    } catch {
      vault.store.rollback()
      // What failed matters more than that the note of it failed too; nothing leaves either way.
      try? session.noteFailure(error, of: .read, person: code, purpose: purpose)
      throw CustodyError(error)
    }
  }
}
