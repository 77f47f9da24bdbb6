internal import Auditing
public import Custody
internal import Numbers
internal import People
internal import Rules
internal import Text
internal import Wording

/// Exports withholding slips: plans them from the payroll file, lets every number pass the gate,
/// and registers each file before it gets its name.
public struct SlipExport {
  private let session: Session
  private let options: SlipExportOptions

  /// Exports as the session's user.
  public init(_ session: Session, options: SlipExportOptions) {
    self.session = session
    self.options = options
  }

  var incomeYear: Int { options.incomeYear }

  /// The copies planned, without a record and without opening a number.
  ///
  /// - Parameters:
  ///   - descriptor: The payroll file, open for reading and seekable.
  ///   - told: Told of each slip, and of people left out, changes and notes, once there is no
  ///     mistake.
  /// - Throws: `.filing` with the mistakes of the file and the copies, at most
  ///   `PayrollFile.mistakeLimit`; `.noEmployer`, `.custody`.
  public func plans(
    payroll descriptor: Int32, told: (SlipPlan, SlipFinding) -> Void
  ) throws(ExportError) -> [SlipPlan] {
    try custody { () throws(CustodyError) in try session.require(.plan) }
    let rules = try rules()
    let payroll = try read(descriptor, rules)
    try check(payroll)
    let planned = try makePlans(payroll, rules)
    var uses = planned.map { _ in CopyUse() }
    try run(planned, payroll) { place, finding in uses[place].take(finding) }
    let plans = try made(planned, uses)
    for plan in plans { try run([plan], payroll) { _, finding in told(plan, finding) } }
    return plans
  }

  /// Writes the files into a folder, which is made if it is missing.
  ///
  /// The payroll file is read once, to see that nothing stands against any copy; its planned rows are
  /// kept without numbers until they are written.
  /// - Parameter told: Told of people left out, changes and notes while the files are written.
  /// - Throws: as `plans`; `.blocked` with all people whose number is missing for a reason not
  ///   allowed to be left blank; then nothing was written.
  public func run(
    payroll descriptor: Int32, into folder: String,
    told: (SlipPlan, SlipFinding) -> Void = { _, _ in }
  ) throws(ExportError) -> [ExportedFile] {
    guard options.copies?.contains(.recipient) != true else { throw .filing(.recipientAlone) }
    try custody { () throws(CustodyError) in try session.require(.export) }
    let rules = try rules()
    let payroll = try read(descriptor, rules)
    try check(payroll)
    var (plans, others) = (try makePlans(payroll, rules), [SlipFinding]())
    if let plan = plans.first, plan.paper != nil {
      var parts = MunicipalityParts(plan)
      try run([plan], payroll) { _, finding in parts.take(finding) }
      (plans, others) = (parts.plans, parts.others)
    }
    let foresights = try foresee(plans, payroll)
    try NumberForesight.check(foresights.map(\.numbers), leaving: options.leaveBlank, session)
    try ExportWriting.makeFolder(folder)
    // All of them, so that nothing is registered where one of them cannot be made.
    var writings: [ExportWriting] = []
    for foresight in foresights {
      let plan = foresight.plan
      writings.append(try ExportWriting(plan.fileName, for: plan.form, in: folder, session))
    }
    if let plan = plans.first { for finding in others { told(plan, finding) } }
    var files: [ExportedFile] = []
    for (foresight, writing) in zip(foresights, writings) {
      files.append(try write(foresight, to: writing, in: folder, told))
    }
    return files
  }

  /// Goes through the whole file before any number is opened.
  ///
  /// - Throws: `.custody` with the refusal, recorded, where the gate refuses a number for another
  ///   reason than that it is missing or unverified.
  private func foresee(
    _ plans: [SlipPlan], _ payroll: PayrollFile
  ) throws(ExportError) -> [ForeseenCopy] {
    var foresights = plans.map { ForeseenCopy(plan: $0, numbers: NumberForesight(session)) }
    var uses = plans.map { _ in CopyUse() }
    var trial = try trial(of: plans)
    var mistakes: [FilingMistake] = []
    var voids = plans.map { VoidCheck($0) }
    try run(plans, payroll) { (place, finding) throws(ExportError) in
      uses[place].take(finding)
      foresights[place].findings.append(finding)
      guard case .slip(let row) = finding else { return }
      // What is drawn has no fields; its texts are looked at when they are taken.
      if plans[place].paper == nil, !row.isSearched, let mistake = plans[place].lookalike(in: row) {
        mistakes.append(mistake)
      }
      voids[place].take(row)
      do throws(FilingError) { try trial?.take(row) } catch { throw .filing(error) }
      let asked = row.slots.lazy.compactMap { plans[place].query($0) }
      do throws(CustodyError) { try foresights[place].numbers.take(asked) } catch {
        throw .custody(error)
      }
    }
    do throws(FilingError) { try trial.take()?.finish() } catch { throw .filing(error) }
    for place in foresights.indices {
      mistakes += try voids[place].run(session)
      foresights[place].uncompared = voids[place].uncompared
    }
    if !mistakes.isEmpty {
      throw .filing(.mistakes(Array(mistakes.prefix(PayrollFile.mistakeLimit))))
    }
    for place in foresights.indices { try foresights[place].numbers.finish() }
    return try made(foresights, uses)
  }

  private func trial(of plans: [SlipPlan]) throws(ExportError) -> PaperTrial? {
    guard let plan = plans.first, let form = plan.paper else { return nil }
    do throws(FilingError) {
      return try PaperTrial(form, plan.layout)
    } catch {
      throw .filing(error)
    }
  }

  /// The copies that somebody's slip has.
  ///
  /// One that nobody's has is refused if it was asked for by name, and left out if the rule in force
  /// would have wanted it for others.
  private func made<Copy>(
    _ copies: [Copy], _ uses: [CopyUse]
  ) throws(ExportError) -> [Copy] {
    var made: [Copy] = []
    for (copy, use) in zip(copies, uses) {
      guard let refusal = use.refusal else {
        made.append(copy)
        continue
      }
      if options.copies != nil { try refuse(refusal) }
    }
    return made
  }

  private func write(
    _ foresight: ForeseenCopy, to writing: ExportWriting, in folder: String,
    _ told: (SlipPlan, SlipFinding) -> Void
  ) throws(ExportError) -> ExportedFile {
    let plan = foresight.plan
    if let form = plan.paper, let program = options.paper {
      try writing.draw(form, by: program, known: KnownTexts(plan.employer))
    }
    var filling = NumberFilling(
      foresight.numbers, session, RecordComposer(plan: plan), ReadBack(plan: plan), writing,
      named: plan.fileName, in: folder, for: plan.form)
    for finding in foresight.findings {
      guard case .slip(let row) = finding else {
        told(plan, finding)
        continue
      }
      try filling.take(FilledRow(row, of: plan))
    }
    let file = try filling.finish(incomeYear: plan.incomeYear)
    return ExportedFile(plan: plan, file: file, uncompared: foresight.uncompared)
  }

  /// Plans the rows; a failure of the vault comes before what it made of the rows.
  func run(
    _ plans: [SlipPlan], _ payroll: PayrollFile,
    _ body: (Int, SlipFinding) throws(ExportError) -> Void
  ) throws(ExportError) {
    let directory = SessionDirectory(session)
    do throws(ExportError) {
      try SlipReading(plans, of: payroll, directory: directory).run(
        failure: { .filing($0) }, body)
    } catch {
      throw directory.failure.map { .custody($0) } ?? error
    }
  }

  /// What the policy says about filings; the forms on paper are read only where one is wanted.
  func rules() throws(ExportError) -> FilingRules {
    let policy = session.vault.policy
    do throws(FilingError) {
      if passes {
        return try FilingRules(range: policy.filingRange, files: policy.bundle.files)
      }
      return try FilingRules(policy: policy)
    } catch {
      throw .filing(error)
    }
  }

  /// Whether rows of a unified CSV pass through; else they are drawn or counted.
  private var passes: Bool {
    options.copies != [.recipient] && !options.isCounted && options.paper == nil
  }

  func read(_ descriptor: Int32, _ rules: FilingRules) throws(ExportError) -> PayrollFile {
    do throws(FilingError) {
      return try PayrollFile(
        fileDescriptor: descriptor, rules: rules, discardNumbers: options.discardNumbers,
        keepsEveryItem: !passes)
    } catch {
      throw .filing(error)
    }
  }

  func makePlans(
    _ payroll: PayrollFile, _ rules: FilingRules
  ) throws(ExportError) -> [SlipPlan] {
    let employer = try employer()
    do throws(FilingError) {
      let copies = copies(of: payroll, rules)
      var plans: [SlipPlan] = []
      for copy in copies {
        var request = SlipRequest(
          incomeYear: options.incomeYear, copy: copy, people: options.people,
          substitutes: options.substitutes, numberWidth: options.numberWidth)
        request.goesToTaxOfficeToo = copies.contains(.taxOffice)
        request.isCounted = options.isCounted
        request.isReissue = options.isReissue
        request.numberAsOf = options.numberAsOf
        request.isOnPaper = options.paper != nil && copy == .municipality
        plans.append(
          try SlipPlan(request, payroll: payroll, employer: employer, rules: rules))
      }
      return plans
    } catch {
      if case .refused(let refusal) = error { try refuse(refusal) }
      throw .filing(error)
    }
  }

  /// Refuses with an entry in the log.
  private func refuse(_ refusal: Refusal) throws(ExportError) {
    try custody { () throws(CustodyError) in try session.refuse(refusal, action: .export) }
  }

  /// - Throws: `.custody` for an income year without My Numbers, or to come; `.notInPayroll`.
  func check(_ payroll: PayrollFile) throws(ExportError) {
    try checkYear()
    guard var missing = options.people else { return }
    do throws(FilingError) {
      try payroll.forEachRow { missing.remove($0.person) }
    } catch {
      throw .filing(error)
    }
    if !missing.isEmpty { throw .notInPayroll(missing.sorted()) }
  }

  /// - Throws: `.custody` for an income year without My Numbers, or to come.
  func checkYear() throws(ExportError) {
    let years = Self.firstYear...session.vault.today.year
    guard years.contains(options.incomeYear) else {
      throw .custody(
        CustodyError(
          .usage("an income year is between \(years.lowerBound) and \(years.upperBound)")))
    }
  }

  /// The first year of My Numbers on withholding slips.
  private static let firstYear = 2016

  private func copies(of payroll: PayrollFile, _ rules: FilingRules) -> [SlipCopy] {
    if options.paper != nil { return [.municipality] }
    if let copies = options.copies { return copies }
    let needed = rules.range.copies(forIncomeYear: options.incomeYear)
    return SlipCopy.filed.filter { copy in
      needed.contains(copy.form) && !(copy == .taxOffice && payroll.form == .unified)
    }
  }

  func employer() throws(ExportError) -> FilingEmployer {
    let file = try custody { () throws(CustodyError) in try Employer(session).show() }
    guard let file else { throw .noEmployer }
    let payer = try payer()
    do throws(FilingError) {
      return try FilingEmployer(yaml: file.yaml, payer: payer) { _ in file.designations }
    } catch {
      throw .filing(error)
    }
  }

  /// The corporation, or the one person of the vault who is the proprietor.
  private func payer() throws(ExportError) -> FilingPayer {
    if let text = session.vault.authority.genesis.corporateNumber,
      let number = try? CorporateNumber(text)
    {
      return .corporation(number)
    }
    var proprietor: PersonCode?
    try custody { () throws(CustodyError) in
      try session.vault.forEachPerson { person in
        if person.record.kind == .proprietor { proprietor = person.record.code }
      }
    }
    guard let proprietor else { throw .custody(CustodyError(.notFound("the proprietor (事業主)"))) }
    return .proprietor(proprietor)
  }

  func custody<R>(_ body: () throws(CustodyError) -> R) throws(ExportError) -> R {
    do throws(CustodyError) {
      return try body()
    } catch {
      throw .custody(error)
    }
  }
}
