public import Custody
internal import Rules

/// Counts slips for the sheets that go with them (総括表, 合計表), from the reading of the payroll
/// file that an export of them would make; no number is opened.
public struct SlipSummary {
  private let session: Session
  private let slips: SlipExport

  /// Counts as the session's user.
  public init(_ session: Session, options: SlipExportOptions) {
    var own = options
    own.copies = [.municipality]
    own.isCounted = true
    self.session = session
    slips = SlipExport(session, options: own)
  }

  /// Makes the sheets.
  ///
  /// - Parameters:
  ///   - descriptor: The payroll file, open for reading and seekable.
  ///   - retirement: What of retirement pay was counted, for table 2 of the tax office's.
  ///   - payments: What of fees was counted, for table 3.
  ///   - told: Told of people left out and notes.
  /// - Throws: `.filing` with the mistakes of the file, at most `PayrollFile.mistakeLimit`;
  ///   `.noEmployer`, `.custody`.
  public func run(
    _ kinds: [SummaryKind], payroll descriptor: Int32, retirement: RecordTotals? = nil,
    payments: RecordTotals? = nil, told: (SlipFinding) -> Void
  ) throws(ExportError) -> [SummarySheet] {
    try slips.custody { () throws(CustodyError) in try session.require(.plan) }
    let rules = try slips.rules()
    let payroll = try slips.read(descriptor, rules)
    try slips.check(payroll)
    guard let plan = try slips.makePlans(payroll, rules).first else { return [] }
    var (towns, office) = (MunicipalityTotals(), TaxOfficeTotals())
    try slips.run([plan], payroll) { (_, finding) throws(ExportError) in
      guard case .counted(let slip) = finding else { return told(finding) }
      towns.add(slip)
      do throws(FilingError) { try office.add(slip) } catch { throw .filing(error) }
    }
    do throws(FilingError) {
      var sheets: [SummarySheet] = []
      for kind in kinds {
        sheets.append(try sheet(kind, towns, office, (retirement, payments), plan))
      }
      return sheets
    } catch {
      throw .filing(error)
    }
  }

  /// Counts a file of records.
  ///
  /// - Parameter descriptor: The file, open for reading and seekable.
  /// - Throws: as `run`.
  public func totals(
    _ kind: RecordKind, of descriptor: Int32
  ) throws(ExportError) -> RecordTotals {
    try slips.custody { () throws(CustodyError) in try session.require(.plan) }
    var totals = RecordTotals()
    var options = RecordExportOptions(incomeYear: slips.incomeYear)
    options.discardNumbers = true
    try RecordExport(session, kind, options: options).figures(of: descriptor) {
      (figures) throws(FilingError) in try totals.add(figures)
    }
    return totals
  }

  private func sheet(
    _ kind: SummaryKind, _ towns: MunicipalityTotals, _ office: TaxOfficeTotals,
    _ records: (retirement: RecordTotals?, payments: RecordTotals?), _ plan: SlipPlan
  ) throws(FilingError) -> SummarySheet {
    let form = try plan.rules.summary(kind, of: session.vault.policy)
    switch kind {
    case .municipality: return SummarySheet(towns, plan, form)
    case .taxOffice:
      let isDeemed = plan.rules.range.isCounted(
        SlipCopy.taxOffice.form, incomeYear: plan.incomeYear)
      let figures =
        office.figures(isDeemed: isDeemed).map { ($0.id, "", $0.value) }
        + (records.retirement?.retirement ?? []) + (records.payments?.payments ?? [])
      let missing = [
        form.note("retirement-missing", records.retirement == nil ? 1 : 0),
        form.note("payments-missing", records.payments == nil ? 1 : 0),
      ]
      return SummarySheet(
        figures, office.notes(form) + missing.compactMap(\.self), plan, form)
    }
  }
}

extension FilingRules {
  /// What the policy says of a summary.
  /// - Throws: `badLayout`.
  func summary(_ kind: SummaryKind, of policy: Policy) throws(FilingError) -> SummaryForm {
    guard let bytes = policy.file(kind.file) else {
      throw .badLayout(file: kind.file, line: 0, message: "the policy has no such file")
    }
    return try SummaryForm(bytes, file: kind.file)
  }
}
