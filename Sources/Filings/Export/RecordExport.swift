public import Custody
internal import People
internal import Rules
internal import Text

/// Exports the records that are filed beside withholding slips: retirement slips (316) and payment
/// records (309), each number through the gate.
public struct RecordExport {
  private let session: Session
  private let kind: RecordKind
  private let options: RecordExportOptions
  private let slips: SlipExport

  /// Exports as the session's user.
  public init(_ session: Session, _ kind: RecordKind, options: RecordExportOptions) {
    self.session = session
    self.kind = kind
    self.options = options
    slips = SlipExport(session, options: SlipExportOptions(incomeYear: options.incomeYear))
  }

  /// Writes the file into a folder, which is made if it is missing.
  ///
  /// - Parameters:
  ///   - descriptor: The file of who was paid what, open for reading and seekable.
  ///   - told: Told of people left out and changes, once nothing stands against the filing.
  /// - Throws: `.filing` with every mistake of the file; `.blocked` with all people whose number is
  ///   missing for a reason not allowed to be left blank; `.noEmployer`, `.custody`. Then nothing
  ///   was written.
  public func run(
    records descriptor: Int32, into folder: String, told: (RecordFinding) -> Void = { _ in }
  ) throws(ExportError) -> ExportedRecords {
    try slips.custody { () throws(CustodyError) in try session.require(.export) }
    try slips.checkYear()
    let plan = try makePlan()
    let file = try open(descriptor, plan)
    let foresight = try foresee(plan, file)
    try NumberForesight.check([foresight.numbers], leaving: options.leaveBlank, session)
    guard foresight.records > 0 else {
      let discarded = try read(plan, file, told)
      return ExportedRecords(
        plan: plan, file: nil, discarded: discarded, ignoredColumns: file.ignoredColumns,
        uncompared: [])
    }
    try ExportWriting.makeFolder(folder)
    return try write(plan, file, foresight, into: folder, told)
  }

  /// What was paid, for a summary: nothing is opened.
  func figures(
    of descriptor: Int32, _ body: (RecordFigures) throws(FilingError) -> Void
  ) throws(ExportError) {
    let plan = try makePlan()
    try read(plan, try open(descriptor, plan)) { (finding) throws(ExportError) in
      guard case .counted(let figures) = finding else { return }
      do throws(FilingError) { try body(figures) } catch { throw .filing(error) }
    }
  }

  /// People's own copies, drawn: nothing is opened.
  func copies(
    of descriptor: Int32
  ) throws(ExportError) -> [(copy: RetirementCopy, pdf: [UInt8])] {
    try slips.custody { () throws(CustodyError) in try session.require(.export) }
    try slips.checkYear()
    var plan = try makePlan()
    plan.isOfOwnCopies = true
    var missing = options.people ?? []
    let sheet = try filing { () throws(FilingError) in try RetirementSheet(plan) }
    var drawn: [(copy: RetirementCopy, pdf: [UInt8])] = []
    try read(plan, try open(descriptor, plan)) { (finding) throws(ExportError) in
      guard case .copy(let copy) = finding else { return }
      missing.remove(copy.person)
      drawn.append((copy, try filing { () throws(FilingError) in try sheet.pdf(copy) }))
    }
    try Self.check(missing)
    return drawn
  }

  /// - Throws: `.notInPayroll`.
  private static func check(_ missing: Set<PersonCode>) throws(ExportError) {
    if !missing.isEmpty { throw .notInPayroll(missing.sorted()) }
  }

  func makePlan() throws(ExportError) -> RecordPlan {
    let employer = try slips.employer()
    var plan = try filing { () throws(FilingError) in
      try RecordPlan(
        kind, incomeYear: options.incomeYear, employer: employer, policy: session.vault.policy,
        today: session.vault.today, substitutes: options.substitutes)
    }
    (plan.people, plan.numberAsOf) = (options.people, options.numberAsOf)
    plan.isReissue = options.isReissue
    return plan
  }

  func open(_ descriptor: Int32, _ plan: RecordPlan) throws(ExportError) -> RecordFile {
    try filing { () throws(FilingError) in
      try RecordFile(
        fileDescriptor: descriptor, plan, discardNumbers: options.discardNumbers)
    }
  }

  /// Goes through the whole file before any number is opened.
  func foresee(
    _ plan: RecordPlan, _ file: RecordFile
  ) throws(ExportError) -> ForeseenRecords {
    var foreseen = ForeseenRecords(plan, session)
    var voids = VoidCheck(plan)
    var missing = options.people ?? []
    try read(plan, file) { (finding) throws(ExportError) in
      if let person = finding.person { missing.remove(person) }
      guard case .record(let line) = finding else { return }
      foreseen.records += 1
      voids.take(line)
      if let corporation = line.corporation { foreseen.known.insert(corporation) }
      do throws(CustodyError) { try foreseen.numbers.take(queries(line).compactMap(\.self)) } catch
      {
        throw .custody(error)
      }
    }
    try Self.check(missing)
    let mistakes = try voids.run(session)
    if !mistakes.isEmpty { throw .filing(.mistakes(mistakes)) }
    foreseen.uncompared = voids.uncompared
    try foreseen.numbers.finish()
    return foreseen
  }

  private func write(
    _ plan: RecordPlan, _ file: RecordFile, _ foreseen: ForeseenRecords, into folder: String,
    _ told: (RecordFinding) -> Void
  ) throws(ExportError) -> ExportedRecords {
    var filling = try filling(plan, foreseen, into: folder)
    let discarded: Int
    do throws(ExportError) {
      discarded = try read(plan, file) { (finding) throws(ExportError) in
        guard case .record(let line) = finding else { return told(finding) }
        try filling.take(filled(line, of: plan))
      }
    } catch {
      // What is wrong with the rows before comes first.
      try filling.awaitReadBack()
      throw error
    }
    let written = try filling.finish(incomeYear: options.incomeYear)
    return ExportedRecords(
      plan: plan, file: written, discarded: discarded, ignoredColumns: file.ignoredColumns,
      uncompared: foreseen.uncompared)
  }

  /// Begins the file.
  func filling(
    _ plan: RecordPlan, _ foreseen: ForeseenRecords, into folder: String
  ) throws(ExportError) -> NumberFilling {
    let writing = try ExportWriting(kind.fileName, for: kind.form, in: folder, session)
    let readBack = ReadBack(
      .cp932, hasByteOrderMark: false, numberWidth: plan.layout.numberWidth,
      known: foreseen.known)
    return NumberFilling(
      foreseen.numbers, session, RecordComposer(encoding: .cp932), readBack, writing,
      named: kind.fileName, in: folder, for: kind.form)
  }

  func filled(_ line: RecordLine, of plan: RecordPlan) -> FilledRow {
    FilledRow(
      composed: line.composed,
      slots: zip(line.slots, queries(line)).map { slot, query in
        FilledRow.Slot(field: slot.field, isRemark: false, query: query)
      },
      fieldCount: plan.layout.fields.count, shown: line.slots.map { shown($0, line) })
  }

  /// What each slot asks of the gate; nil for one that stays blank.
  private func queries(_ line: RecordLine) -> [NumberQuery?] {
    line.slots.map {
      NumberQuery(
        of: $0.person, $0.number, form: kind.form, reason: "\(options.incomeYear)年分",
        incomeYear: options.incomeYear)
    }
  }

  /// What a record shows of a person: retirement pay on its day, or a payee's pay of the year.
  private func shown(_ slot: RecordSlot, _ line: RecordLine) -> RegisteredExport.Person {
    let isPayee = slot.owner == .oneself
    var person = RegisteredExport.Person(
      code: slot.person, wasPaid: isPayee && kind == .payment, isDeclared: false)
    if isPayee { person.retirementPaidOn = line.paidOn }
    person.isVoided = line.isVoiding
    return person
  }

  @discardableResult
  func read(
    _ plan: RecordPlan, _ file: RecordFile,
    _ body: (RecordFinding) throws(ExportError) -> Void
  ) throws(ExportError) -> Int {
    let directory = SessionDirectory(session)
    do throws(ExportError) {
      return try RecordReading(plan, of: file, directory: directory).run(
        failure: { .filing($0) }, body)
    } catch {
      throw directory.failure.map { .custody($0) } ?? error
    }
  }

  private func filing<R>(_ body: () throws(FilingError) -> R) throws(ExportError) -> R {
    do throws(FilingError) { return try body() } catch { throw .filing(error) }
  }
}
