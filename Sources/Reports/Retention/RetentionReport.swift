public import People
public import Rules

/// Until when each number is kept, for which document and why.
///
/// It names people by code; no name and no number.
public struct RetentionReport: Hashable, Sendable {
  /// The day on which the retention is looked at.
  public let asOf: CalendarDate
  /// Periods that end within so many months are `coming`.
  public let comingWithinMonths: Int
  /// The policy's digest, hexadecimal.
  public let policy: String
  /// By code, version, and in the policy's order of documents.
  public let purposes: [RetentionPurposeLine]
  /// By code, version, and in the policy's order of documents.
  public let lines: [RetentionLine]
  /// What rests on a presumption, by code.
  public let presumptions: [RetentionPresumption]
  /// How many have no usable number, by reason.
  public let missing: MissingNumbers

  /// Computes the lines of everybody whose number is held; of a lazy sequence only lines are kept.
  ///
  /// - Parameter statuses: Only purposes and documents of these; nil for all.
  public init(
    of people: some Sequence<PersonSummary>, under policy: Policy, asOf: CalendarDate,
    comingWithinMonths: Int = 24, only statuses: Set<RetentionStatus>? = nil
  ) {
    self.asOf = asOf
    self.comingWithinMonths = max(0, comingWithinMonths)
    self.policy = policy.digestHex
    let reader = RetentionReader(
      schedule: policy.retention, asOf: asOf,
      comingWithinMonths: max(0, comingWithinMonths))
    var found: [(order: CodeOrder, purposes: [RetentionPurposeLine])] = []
    var lacking: [PersonSummary] = []
    for person in people {
      if person.standing.lacking != nil { lacking.append(person) }
      let purposes = reader.purposes(of: person)
      if !purposes.isEmpty { found.append((CodeOrder(person.code), purposes)) }
    }
    let all = found.sorted { $0.order < $1.order }.flatMap(\.purposes)
    let isAsked = { (status: RetentionStatus) in statuses?.contains(status) ?? true }
    purposes = all.filter { isAsked($0.status) }
    lines = all.flatMap(reader.lines).filter { isAsked($0.status) }
    presumptions = purposes.flatMap { line in
      line.retention.presumptions.map {
        RetentionPresumption(person: line.person, version: line.version, holding: $0)
      }
    }
    missing = MissingNumbers(of: lacking, asOf: asOf)
    names = ReportNames(policy)
  }

  let names: ReportNames

  /// The report laid out for rendering.
  public var document: ReportDocument {
    ReportDocument(
      format: "mynumber-retention-report-1",
      title: Words("個人番号 保存期間報告書", "My Number retention report"),
      fields: [
        (ReportColumn("as_of", "基準日", "As of"), .text(asOf.isoText)),
        (
          ReportColumn("coming_within_months", "まもなく満了とする月数", "Coming within months"),
          .count(comingWithinMonths)
        ),
        (ReportColumn("policy", "規程のダイジェスト", "Policy digest"), .text(policy)),
      ],
      tables: [
        table("overdue", Words("廃棄が遅れている番号（違法な保管）", "Overdue: held unlawfully"), .overdue),
        table("due", Words("廃棄時期の番号", "Due"), .due),
        table("held", Words("保留中の番号", "On hold"), .held),
        table("coming", Words("まもなく満了する番号", "Coming"), .coming),
        ReportTable(
          "presumptions", Words("確認を要する推定", "Presumptions to confirm"),
          RetentionPresumption.columns, presumptions.map { $0.cells(names) }),
        ReportTable(
          "lines", Words("保存期間", "Retention"), RetentionLine.columns,
          lines.map { $0.cells(names) }),
        missing.table,
      ], isOfFigures: false, csvTable: "lines")
  }

  /// The numbers of a status, those that go first first.
  private func table(_ id: String, _ title: Words, _ status: RetentionStatus) -> ReportTable {
    let own = purposes.filter { $0.status == status }.enumerated().sorted {
      ($0.element.retention.disposal ?? .last, $0.offset)
        < ($1.element.retention.disposal ?? .last, $1.offset)
    }
    return ReportTable(
      id, title, RetentionPurposeLine.columns, own.map { $0.element.cells(names) })
  }
}
