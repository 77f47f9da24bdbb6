internal import Auditing
public import Custody
internal import Numbers
internal import People
internal import Rules
internal import Text

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

  /// The copies planned, without a record and without opening a number.
  ///
  /// - Parameter descriptor: The payroll file, open for reading and seekable.
  /// - Throws: `.filing` with every mistake, `.noEmployer`, `.custody`.
  public func plans(payroll descriptor: Int32) throws(SlipExportError) -> [SlipPlan] {
    try custody { () throws(CustodyError) in try session.require(.plan) }
    return try makePlans(descriptor)
  }

  /// Writes the files into a folder, which is made if it is missing.
  ///
  /// - Throws: `.blocked` with all people whose number is missing for a reason not allowed to be
  ///   left blank; then nothing was written.
  public func run(
    payroll descriptor: Int32, into folder: String
  ) throws(SlipExportError) -> [ExportedFile] {
    try custody { () throws(CustodyError) in try session.require(.export) }
    let plans = try makePlans(descriptor)
    var fillings: [SlipFilling] = []
    for plan in plans { fillings.append(try SlipFilling(plan, session, options)) }
    let blocking = fillings.flatMap(\.blocking)
    guard blocking.isEmpty else { throw .blocked(Self.unique(blocking)) }
    try Self.makeFolder(folder)
    var files: [ExportedFile] = []
    for filling in fillings { files.append(try filling.write(into: folder)) }
    return files
  }

  private static func makeFolder(_ path: String) throws(SlipExportError) {
    do throws(TextError) {
      try PrivateFolder.make(path)
    } catch {
      throw .filing(.text(error))
    }
  }

  private func makePlans(_ descriptor: Int32) throws(SlipExportError) -> [SlipPlan] {
    let employer = try employer()
    let directory = SessionDirectory(session)
    let plans = try makePlans(descriptor, employer, directory)
    if let failure = directory.failure { throw .custody(failure) }
    return plans
  }

  private func makePlans(
    _ descriptor: Int32, _ employer: FilingEmployer, _ directory: SessionDirectory
  ) throws(SlipExportError) -> [SlipPlan] {
    do throws(FilingError) {
      let rules = try FilingRules(policy: session.vault.policy)
      let payroll = try PayrollFile(
        fileDescriptor: descriptor, rules: rules, discardNumbers: options.discardNumbers)
      var plans: [SlipPlan] = []
      for copy in copies(of: payroll, rules) {
        let request = SlipRequest(
          incomeYear: options.incomeYear, copy: copy, people: options.people,
          substitutes: options.substitutes, numberWidth: options.numberWidth)
        plans.append(
          try SlipPlan(
            request, payroll: payroll, employer: employer, rules: rules, directory: directory))
      }
      return plans
    } catch {
      throw .filing(error)
    }
  }

  private func copies(of payroll: PayrollFile, _ rules: FilingRules) -> [SlipCopy] {
    if let copies = options.copies { return copies }
    let needed = rules.range.copies(forIncomeYear: options.incomeYear)
    return SlipCopy.allCases.filter { copy in
      needed.contains(copy.form) && !(copy == .taxOffice && payroll.form == .unified)
    }
  }

  private func employer() throws(SlipExportError) -> FilingEmployer {
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
  private func payer() throws(SlipExportError) -> FilingPayer {
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

  private func custody<R>(_ body: () throws(CustodyError) -> R) throws(SlipExportError) -> R {
    do throws(CustodyError) {
      return try body()
    } catch {
      throw .custody(error)
    }
  }

  private static func unique(_ missing: [MissingNumber]) -> [MissingNumber] {
    var seen: Set<MissingNumber> = []
    return missing.filter { seen.insert($0).inserted }
  }
}
