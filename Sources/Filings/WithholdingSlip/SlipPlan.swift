internal import People
public import Rules
public import Text

/// What a filing is apart from its rows: its form, its layout and how it is written.
///
/// It is shared, not copied: a layout is some hundred texts.
public final class SlipPlan: Sendable {
  public let incomeYear: Int
  public let form: FormCopyID
  public let layout: RecordLayout
  /// How many characters a number takes in its field.
  public let numberWidth: Int
  public let encoding: TextEncoding
  let hasByteOrderMark: Bool
  /// What the copy is drawn on; nil for a record.
  public let paper: PaperForm?
  /// Whether the tax office's copy, which the year's rule wants, is not made: a unified CSV does not
  /// say who needs one, and eLTAX passes on the rows with 作成区分 2.
  public let leavesOutTaxOffice: Bool
  let request: SlipRequest
  /// To which part of a file on paper the plan is narrowed: nobody gets others' residents.
  let part: String?
  let employer: FilingEmployer
  let rules: FilingRules
  /// Why numbers are read, as the log has it.
  let reason: String
  /// Texts of the employer that are public and may look like a number.
  let known: KnownTexts

  /// Plans a filing.
  /// - Throws: `refused` for a copy that no slip of the year can have, `noLayout`, `needsHeaders`,
  ///   `badNumberWidth`.
  public init(
    _ request: SlipRequest, payroll: PayrollFile, employer: FilingEmployer, rules: FilingRules
  ) throws(FilingError) {
    do throws(Refusal) {
      try rules.range.check(request.copy.form, incomeYear: request.incomeYear)
    } catch {
      throw .refused(error)
    }
    let isUnified = payroll.form == .unified
    if request.copy == .taxOffice, isUnified { throw .needsHeaders(request.copy.form) }
    layout = try rules.layout(
      of: request.copy.record(ofUnified: isUnified), incomeYear: request.incomeYear)
    paper =
      try request.copy == .recipient || request.isOnPaper
      ? rules.form(of: request.copy, incomeYear: request.incomeYear) : nil
    numberWidth = request.isOnPaper ? 12 : request.numberWidth ?? layout.numberWidth
    guard numberWidth == 13 || (numberWidth == 12 && request.copy == .municipality) else {
      throw .badNumberWidth
    }
    incomeYear = request.incomeYear
    form = request.copy.form
    encoding = request.isOnPaper ? .utf8 : isUnified ? payroll.encoding : .cp932
    hasByteOrderMark = isUnified && payroll.hasByteOrderMark && !request.isOnPaper
    leavesOutTaxOffice =
      isUnified && !request.isOnPaper && request.copy == .municipality
      && rules.range.copies(forIncomeYear: request.incomeYear).contains(SlipCopy.taxOffice.form)
    self.request = request
    part = nil
    self.employer = employer
    known = KnownTexts(employer)
    reason = "\(request.incomeYear)年分"
    self.rules = rules
  }

  /// The part of a plan on paper that is made for some people.
  init(_ whole: SlipPlan, part: String, people: Set<PersonCode>) {
    var request = whole.request
    request.people = people
    self.request = request
    self.part = part
    incomeYear = whole.incomeYear
    form = whole.form
    layout = whole.layout
    numberWidth = whole.numberWidth
    encoding = whole.encoding
    hasByteOrderMark = whole.hasByteOrderMark
    paper = whole.paper
    leavesOutTaxOffice = whole.leavesOutTaxOffice
    employer = whole.employer
    rules = whole.rules
    reason = whole.reason
    known = whole.known
  }

  /// Whether the employees' own copies are made anew (再交付).
  var isReissue: Bool { request.isReissue }

  /// What the sources leave open, to be printed.
  public var questions: [FilingQuestion] {
    guard let paper else { return layout.questions(forIncomeYear: incomeYear) }
    return paper.questions.filter { $0.fromYear <= incomeYear }
  }

  /// Whether the layout was checked for this income year; else it is the one of an earlier year.
  public var isLayoutVerified: Bool {
    let last = paper.map(\.verifiedUntil) ?? layout.verifiedUntil
    return last.map { incomeYear <= $0 } ?? true
  }
}
