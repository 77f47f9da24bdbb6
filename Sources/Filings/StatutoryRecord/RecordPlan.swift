public import People
public import Rules

/// What a filing of records is apart from its rows.
public struct RecordPlan: Sendable {
  public let kind: RecordKind
  public let incomeYear: Int
  public let layout: RecordLayout
  let employer: FilingEmployer
  /// The day on which it is filed; nothing in the file lies after it.
  let today: CalendarDate
  /// From which day of payment on the record of such people is filed.
  let filedFrom: [Subject: CalendarDate]
  let articles: [Citation]
  /// Up to how much no record is filed, by kinds of payment.
  let thresholds: [PaymentThreshold]
  /// Whether people's own copies are made, which everybody gets and no number stands on.
  var isOfOwnCopies = false
  /// Those to whom the filing is narrowed.
  var people: Set<PersonCode>?
  /// Whether people's own copies are made anew (再交付).
  var isReissue = false
  /// The day whose numbers stand on records that void others; nil for those that the register knows.
  var numberAsOf: CalendarDate?
  /// Replaces characters outside JIS X 0208; nil where that is not asked for.
  let substitutions: SubstitutionTable?
  let advice: CharacterAdvice

  /// Plans a filing.
  /// - Throws: `noLayout`, `badLayout`.
  public init(
    _ kind: RecordKind, incomeYear: Int, employer: FilingEmployer, policy: Policy,
    today: CalendarDate, substitutes: Bool = false
  ) throws(FilingError) {
    let layouts = try FilingRules.layouts([kind.layoutFiles], in: policy.bundle.files)
    guard let layout = layouts.last(where: { $0.record == kind.record && $0.covers(incomeYear) })
    else { throw .noLayout(record: kind.record, incomeYear: incomeYear) }
    let form = policy.form(kind.form)
    self.kind = kind
    self.incomeYear = incomeYear
    self.layout = layout
    self.employer = employer
    self.today = today
    filedFrom = form?.carriedFrom ?? [:]
    articles = form?.citations ?? []
    thresholds = policy.collection.payments.filter { Self.fees.contains($0.id) }
    let table = try FilingRules(policy: policy).substitutions
    substitutions = substitutes ? table : nil
    advice = CharacterAdvice(substitutions: table)
  }

  /// The kinds of payment that record 309 is for (所得税法225条1項3号); rent and sales of real estate
  /// have records of their own.
  private static let fees = ["fees", "fees-of-agents"]

  public var form: FormCopyID { kind.form }

  /// What the sources leave open, to be printed.
  public var questions: [FilingQuestion] { layout.questions(forIncomeYear: incomeYear) }

  /// Whether the layout was checked for this income year; else it is the one of an earlier year.
  public var isLayoutVerified: Bool { layout.verifiedUntil.map { incomeYear <= $0 } ?? true }

  var header: RecordHeader {
    switch kind {
    case .retirement:
      RecordHeader(layout, own: [.paidOn, .joinedOn, .leftOn, .officer], aliases: [:])
    case .payment:
      RecordHeader(
        layout, own: [.paymentKind, .corporateNumber], aliases: PaymentGroup.aliases)
    }
  }

  /// The columns without which a row means nothing.
  var neededColumns: [(RecordHeader.Meaning, String)] {
    let columns: [RecordColumn] = kind == .retirement ? [.paidOn] : [.paymentKind]
    return columns.map { (.own($0), $0.name) }
  }
}
