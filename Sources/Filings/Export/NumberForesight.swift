internal import Custody
internal import People
internal import Rules

/// Asks the gate beforehand, without a record, who on a filing has no usable number, so that all
/// are listed at once before any number is opened.
struct NumberForesight {
  private let session: Session
  private var waiting: [NumberQuery] = []
  /// Why a person's number is left blank; the others' are read.
  private var reasons: [PersonCode: NoNumberReason] = [:]
  /// The same, in the order of the slots.
  private(set) var blanks: [MissingNumber] = []
  /// On which form a blank would stand.
  private var forms: [PersonCode: FormCopyID] = [:]
  /// The first number that the gate refuses for a reason that is none to leave it blank.
  private(set) var refused: NumberQuery?

  init(_ session: Session) { self.session = session }

  /// Stops an export for people who have no usable number, all of them at once, each with an entry
  /// in the log.
  ///
  /// - Throws: `.blocked` with those whose reason is not among `allowed`.
  static func check(
    _ foresights: [NumberForesight], leaving allowed: Set<NoNumberReason>, _ session: Session
  ) throws(ExportError) {
    var seen: Set<MissingNumber> = []
    var stopped: [FormCopyID: [RegisteredExport.Blank]] = [:]
    for foresight in foresights {
      for missing in foresight.blanks {
        if allowed.contains(missing.reason), missing.reason.mayBeLeftBlank { continue }
        guard seen.insert(missing).inserted, let form = foresight.forms[missing.person] else {
          continue
        }
        stopped[form, default: []].append(
          RegisteredExport.Blank(code: missing.person, reason: missing.reason))
      }
    }
    guard !stopped.isEmpty else { return }
    do throws(CustodyError) {
      for (form, blanks) in stopped.sorted(by: { $0.key < $1.key }) {
        try ExportRegister(session).refuse(blanks, for: form)
      }
    } catch {
      throw .custody(error)
    }
    throw .blocked(foresights.flatMap(\.blanks).filter { seen.remove($0) != nil })
  }

  /// Why a number is left blank; nil for one that is read.
  ///
  /// A number that is not in use any more is
  /// never left blank instead: the slip would not equal the one that it voids.
  func reason(_ query: NumberQuery) -> NoNumberReason? {
    query.version == nil ? reasons[query.code] : nil
  }

  mutating func take(_ queries: some Sequence<NumberQuery>) throws(CustodyError) {
    waiting.append(contentsOf: queries)
    if waiting.count >= Gate.batchSize { try settle() }
  }

  /// Asks for those who still wait.
  ///
  /// - Throws: the refusal, recorded, where the gate refuses a number for another reason than that
  ///   it is missing or unverified: `.custody`, or `.notVoidable` of one not in use any more.
  mutating func finish() throws(ExportError) {
    do throws(CustodyError) {
      try settle()
      if let refused { try Gate(session).read(refused) { _ in } }
    } catch {
      if case .refused(let refusal) = error.code, let refused, refused.version != nil {
        throw .notVoidable(refused.code, refusal)
      }
      throw .custody(error)
    }
  }

  private mutating func settle() throws(CustodyError) {
    if waiting.isEmpty { return }
    for (query, refusal) in zip(waiting, try Gate(session).foresee(waiting)) {
      note(refusal, query)
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func note(_ refusal: Refusal?, _ query: NumberQuery) {
    let reason: NoNumberReason
    switch refusal {
    case nil: return
    case _ where query.version != nil:
      if refused == nil { refused = query }
      return
    case .noNumber(let why): reason = why ?? .notAsked
    case .notVerified: reason = .unverified
    case .secondEntryMissing, .secondEntryDiffers: reason = .unconfirmed
    default:
      if refused == nil { refused = query }
      return
    }
    guard reasons.updateValue(reason, forKey: query.code) == nil else { return }
    blanks.append(MissingNumber(person: query.code, reason: reason))
    forms[query.code] = query.form
  }
}
