internal import Custody
internal import Numbers
internal import People
internal import Rules
internal import Text

/// Fills one plan's slots: decides which are read and which stay blank, then writes the file.
struct SlipFilling {
  private let plan: SlipPlan
  private let session: Session
  private let options: SlipExportOptions
  /// For each slot why it is left blank, or nil if it is read.
  private let blanks: [NoNumberReason?]

  /// People for whom the export stops.
  var blocking: [MissingNumber] {
    blanked.filter { !options.leaveBlank.contains($0.reason) || !$0.reason.mayBeLeftBlank }
  }

  /// Asks the gate beforehand, without a record, so that all who lack a number are listed at once.
  ///
  /// - Throws: `.custody` with the refusal, recorded, where the gate refuses for another reason.
  init(
    _ plan: SlipPlan, _ session: Session, _ options: SlipExportOptions
  ) throws(SlipExportError) {
    self.plan = plan
    self.session = session
    self.options = options
    var blanks: [NoNumberReason?] = []
    do throws(CustodyError) {
      let queries = plan.slots.map { Self.query($0, plan) }
      for (query, refusal) in zip(queries, try Gate(session).foresee(queries)) {
        blanks.append(try Self.blank(refusal, query, session))
      }
    } catch {
      throw .custody(error)
    }
    self.blanks = blanks
  }

  /// Writes the file, registers it, then gives it its name.
  func write(into folder: String) throws(SlipExportError) -> ExportedFile {
    let path = folder + "/" + fileName
    let writing = try SlipWriting(path)
    var composer = SlipComposer(plan: plan)
    try fill(&composer, writing)
    let bytes = writing.count
    let numbers = blanks.count { $0 == nil }
    let id: String
    do throws(CustodyError) {
      id = try ExportRegister(session).add(
        RegisteredExport(
          form: plan.form, incomeYear: plan.incomeYear, fileName: fileName, bytes: bytes,
          rows: plan.rows.count, numbers: numbers, people: plan.people,
          blanks: blanked.map { RegisteredExport.Blank(code: $0.person, reason: $0.reason) }))
    } catch {
      throw .custody(error)
    }
    try writing.finish()
    return ExportedFile(
      plan: plan, path: path, id: id, bytes: bytes, numbers: numbers, blanks: blanked)
  }

  /// The name that the record's standard gives the file.
  var fileName: String {
    plan.layout.record == "375" ? "375dat01.txt" : "unified-\(plan.incomeYear).csv"
  }

  private var blanked: [MissingNumber] {
    var seen: Set<MissingNumber> = []
    return zip(plan.slots, blanks).compactMap { slot, reason in
      reason.map { MissingNumber(person: slot.person, reason: $0) }
    }.filter { seen.insert($0).inserted }
  }

  /// Lends each number to the composer as the gate opens it, in the order of the slots.
  private func fill(
    _ composer: inout SlipComposer, _ writing: SlipWriting
  ) throws(SlipExportError) {
    let read = plan.slots.indices.filter { blanks[$0] == nil }
    var next = 0
    var refusal: Refusal?
    do throws(CustodyError) {
      let queries = read.map { Self.query(plan.slots[$0], plan) }
      try Gate(session).readEach(queries, refused: { refusal = $1 }) { place, number in
        leaveBlanks(from: &next, upTo: read[place], &composer, writing)
        number.withDigits { digits in
          composer.supply(digits, forSlot: read[place], to: writing.sink)
        }
        next = read[place] + 1
      }
    } catch {
      throw .custody(error)
    }
    // The vault changed since the slots were foreseen: nothing is left blank in silence.
    if let refusal { throw .custody(CustodyError(.refused(refusal))) }
    leaveBlanks(from: &next, upTo: plan.slots.count, &composer, writing)
    composer.finish(to: writing.sink)
  }

  private func leaveBlanks(
    from next: inout Int, upTo end: Int, _ composer: inout SlipComposer, _ writing: SlipWriting
  ) {
    while next < end {
      composer.leaveBlank(slot: next, to: writing.sink)
      next += 1
    }
  }

  private static func query(_ slot: NumberSlot, _ plan: SlipPlan) -> NumberQuery {
    NumberQuery(
      code: slot.person, form: slot.form, reason: "\(plan.incomeYear)年分",
      incomeYear: plan.incomeYear)
  }

  /// A missing or unverified number may be left blank; any other refusal ends the export and goes
  /// into the log.
  private static func blank(
    _ refusal: Refusal?, _ query: NumberQuery, _ session: Session
  ) throws(CustodyError) -> NoNumberReason? {
    switch refusal {
    case nil: return nil
    case .noNumber(let reason): return reason ?? .notAsked
    case .notVerified, .secondEntryMissing: return .unverified
    default:
      try Gate(session).read(query) { _ in }
      return nil
    }
  }
}
