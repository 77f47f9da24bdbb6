public import People
public import Rules

/// Until when each number is kept, for which document and why.
///
/// It names people by code; no name and no number.
public struct RetentionReport: Hashable, Sendable {
  /// The day on which the retention is looked at.
  public let asOf: CalendarDate
  /// Periods that end within so many days are `coming`.
  public let comingWithinDays: Int
  /// The policy's digest, hexadecimal.
  public let policy: String
  /// By code, version, and in the policy's order of documents.
  public let lines: [RetentionLine]
  /// How many have no usable number, by reason.
  public let missing: MissingNumbers

  /// Computes the lines of everybody whose number is held; of a lazy sequence only lines are kept.
  ///
  /// - Parameter statuses: Only lines of these; nil for all.
  public init(
    of people: some Sequence<PersonSummary>, under policy: Policy, asOf: CalendarDate,
    comingWithinDays: Int = 90, only statuses: Set<RetentionStatus>? = nil
  ) {
    self.asOf = asOf
    self.comingWithinDays = max(0, comingWithinDays)
    self.policy = policy.digestHex
    let reader = RetentionReader(
      schedule: policy.retention, asOf: asOf, comingWithinDays: max(0, comingWithinDays))
    var found: [(order: CodeOrder, lines: [RetentionLine])] = []
    var lacking: [PersonSummary] = []
    for person in people {
      if person.standing.lacking != nil { lacking.append(person) }
      let lines = reader.lines(of: person).filter { statuses?.contains($0.status) ?? true }
      if !lines.isEmpty { found.append((CodeOrder(person.code), lines)) }
    }
    missing = MissingNumbers(of: lacking, asOf: asOf)
    lines = found.sorted { $0.order < $1.order }.flatMap(\.lines)
    names = ReportNames(policy)
  }

  private let names: ReportNames

  /// The report laid out for rendering.
  public var document: ReportDocument {
    ReportDocument(
      format: "mynumber-retention-report-1",
      title: Words("個人番号 保存期間報告書", "My Number retention report"),
      fields: [
        (ReportColumn("as_of", "基準日", "As of"), .text(asOf.isoText)),
        (
          ReportColumn("coming_within_days", "到来間近とする日数", "Coming within days"),
          .count(comingWithinDays)
        ),
        (ReportColumn("policy", "規程のダイジェスト", "Policy digest"), .text(policy)),
      ],
      tables: [
        ReportTable(
          "lines", Words("保存期間", "Retention"), RetentionLine.columns,
          lines.map { $0.cells(names) }),
        missing.table,
      ], isOfFigures: false)
  }
}
