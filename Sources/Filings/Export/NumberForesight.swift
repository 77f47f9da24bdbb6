internal import Custody
internal import People
internal import Rules

/// Asks the gate beforehand, without a record, who on a filing has no usable number, so that all
/// are listed at once before any number is opened.
struct NumberForesight {
  private let session: Session
  private var waiting: [NumberQuery] = []
  /// Why a person's number is left blank; the others' are read.
  private(set) var reasons: [PersonCode: NoNumberReason] = [:]
  /// The same, in the order of the slots.
  private(set) var blanks: [MissingNumber] = []
  /// The first number that the gate refuses for a reason that is none to leave it blank.
  private(set) var refused: NumberQuery?

  init(_ session: Session) { self.session = session }

  /// Stops an export for people who have no usable number, all of them at once.
  ///
  /// - Throws: `.blocked` with those whose reason is not among `allowed`.
  static func check(
    _ foresights: [NumberForesight], leaving allowed: Set<NoNumberReason>
  ) throws(ExportError) {
    var seen: Set<MissingNumber> = []
    let blocking = foresights.flatMap(\.blanks).filter { missing in
      let mayBeLeft = allowed.contains(missing.reason) && missing.reason.mayBeLeftBlank
      return !mayBeLeft && seen.insert(missing).inserted
    }
    guard blocking.isEmpty else { throw .blocked(blocking) }
  }

  mutating func take(_ queries: some Sequence<NumberQuery>) throws(CustodyError) {
    waiting.append(contentsOf: queries)
    if waiting.count >= Gate.batchSize { try settle() }
  }

  /// Asks for those who still wait.
  ///
  /// - Throws: the refusal, recorded, where the gate refuses a number for another reason than that
  ///   it is missing or unverified.
  mutating func finish() throws(CustodyError) {
    try settle()
    if let refused { try Gate(session).read(refused) { _ in } }
  }

  private mutating func settle() throws(CustodyError) {
    let gate = Gate(session)
    var refusals = try gate.foresee(waiting)
    if refusals.contains(.notCompared) {
      // Whether two sealed entries agree shows only when they are compared.
      try gate.compareEntries(
        of: zip(waiting, refusals).filter { $0.1 == .notCompared }.map { $0.0 })
      refusals = try gate.foresee(waiting)
    }
    for (query, refusal) in zip(waiting, refusals) { note(refusal, query) }
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func note(_ refusal: Refusal?, _ query: NumberQuery) {
    let reason: NoNumberReason
    switch refusal {
    case nil: return
    case .noNumber(let why): reason = why ?? .notAsked
    case .notVerified: reason = .unverified
    case .secondEntryMissing, .secondEntryDiffers: reason = .unconfirmed
    default:
      if refused == nil { refused = query }
      return
    }
    guard reasons.updateValue(reason, forKey: query.code) == nil else { return }
    blanks.append(MissingNumber(person: query.code, reason: reason))
  }
}
