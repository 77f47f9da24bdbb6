public import People
public import Rules
public import Text

/// What a filing will hold, row by row, and which numbers it needs, in output order.
public struct SlipPlan: Sendable {
  public let incomeYear: Int
  public let form: FormCopyID
  public let layout: RecordLayout
  /// How many characters a number takes in its field.
  public let numberWidth: Int
  public let encoding: TextEncoding
  public let rows: [SlipRow]
  /// The numbers needed, in output order; a bulk read supplies them in this order.
  public let slots: [NumberSlot]
  /// The people on the slips, each once, in the order of their first slot.
  public let people: [PersonCode]
  public let leftOut: [LeftOut]
  /// Values written otherwise than given.
  public let changes: [SlipChange]
  public let notes: [SlipNote]
  /// People on the slips without a usable number.
  public let missingNumbers: [MissingNumber]
  /// What the sources leave open, to be printed.
  public let questions: [FilingQuestion]
  let hasByteOrderMark: Bool

  /// Plans a filing.
  /// - Throws: `refused` for a copy the year does not have, `mistakes` with every mistake of the
  ///   payroll file, `noLayout`, `needsHeaders`, `badNumberWidth`.
  public init(
    _ request: SlipRequest, payroll: PayrollFile, employer: FilingEmployer, rules: FilingRules,
    directory: some SlipDirectory
  ) throws(FilingError) {
    do throws(Refusal) {
      try rules.range.check(request.copy.form, incomeYear: request.incomeYear)
    } catch {
      throw .refused(error)
    }
    if request.copy == .taxOffice, payroll.form == .unified {
      throw .needsHeaders(request.copy.form)
    }
    let layout = try rules.layout(of: request.copy.record, incomeYear: request.incomeYear)
    let width = request.numberWidth ?? layout.numberWidth
    guard width == 13 || (width == 12 && request.copy == .municipality) else {
      throw .badNumberWidth
    }
    var planner = SlipPlanner(
      request: request, employer: employer, rules: rules, layout: layout, numberWidth: width,
      encoding: payroll.form == .unified ? payroll.encoding : .cp932)
    for row in payroll.rows where request.people?.contains(row.person) ?? true {
      planner.take(row, of: payroll, directory: directory)
    }
    guard planner.mistakes.isEmpty else { throw .mistakes(planner.mistakes.sorted()) }
    self.init(planner, hasByteOrderMark: payroll.form == .unified && payroll.hasByteOrderMark)
  }

  private init(_ planner: SlipPlanner, hasByteOrderMark: Bool) {
    incomeYear = planner.request.incomeYear
    form = planner.request.copy.form
    layout = planner.layout
    numberWidth = planner.numberWidth
    encoding = planner.encoding
    rows = planner.rows
    slots = planner.slots
    people = planner.people
    leftOut = planner.leftOut
    changes = planner.changes
    notes = planner.notes
    missingNumbers = planner.missing
    questions = planner.layout.questions(forIncomeYear: planner.request.incomeYear)
    self.hasByteOrderMark = hasByteOrderMark
  }

  /// Whether the layout was checked for this income year; else it is the one of an earlier year.
  public var isLayoutVerified: Bool { layout.verifiedUntil.map { incomeYear <= $0 } ?? true }
}
