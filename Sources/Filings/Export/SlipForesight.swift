internal import Custody
internal import People
internal import Rules

/// Asks the gate beforehand, without a record, who on a filing has no usable number, so that all
/// are listed at once before any number is opened.
struct SlipForesight {
  let plan: SlipPlan
  private let session: Session
  private var waiting: [NumberQuery] = []
  /// Why a person's number is left blank; the others' are read.
  private(set) var reasons: [PersonCode: NoNumberReason] = [:]
  /// The same, in the order of the slots.
  private(set) var blanks: [MissingNumber] = []
  /// The first number that the gate refuses for a reason that is none to leave it blank.
  private(set) var refused: NumberQuery?

  init(_ plan: SlipPlan, _ session: Session) {
    self.plan = plan
    self.session = session
  }

  /// People for whom the export stops.
  func blocking(_ allowed: Set<NoNumberReason>) -> [MissingNumber] {
    blanks.filter { !allowed.contains($0.reason) || !$0.reason.mayBeLeftBlank }
  }

  mutating func take(_ row: SlipRow) throws(CustodyError) {
    for slot in row.slots { waiting.append(plan.query(slot)) }
    if waiting.count >= Gate.batchSize { try settle() }
  }

  /// Asks for those who still wait.
  mutating func settle() throws(CustodyError) {
    let refusals = try Gate(session).foresee(waiting)
    for (query, refusal) in zip(waiting, refusals) { note(refusal, query) }
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func note(_ refusal: Refusal?, _ query: NumberQuery) {
    let reason: NoNumberReason
    switch refusal {
    case nil: return
    case .noNumber(let why): reason = why ?? .notAsked
    case .notVerified, .secondEntryMissing: reason = .unverified
    default:
      if refused == nil { refused = query }
      return
    }
    guard reasons.updateValue(reason, forKey: query.code) == nil else { return }
    blanks.append(MissingNumber(person: query.code, reason: reason))
  }
}
