public import People
public import Rules

/// Whom to tell of numbers that changed or were wrong, how soon, and what is done.
///
/// It is derived from the records under the policy in force; no number and no name.
public struct ChangeListing: Hashable, Sendable {
  /// One office and person.
  public struct Line: Hashable, Sendable {
    public let person: PersonCode
    public let task: NumberChangeTask
    public let status: ChangeStatus
    /// The entry that pins the person's row.
    public let pin: Int
  }

  /// Overdue first, then open, then done; by last day, then by code.
  public let lines: [Line]
  /// How many of the people given have no usable number, by reason.
  public let missing: MissingNumbers
  /// The day looked at.
  public let asOf: CalendarDate
  private let names: ReportNames

  /// Derives the tasks of people; with `onlyOpen` those still to be done.
  public init(
    of people: some Sequence<PersonSummary>, under policy: Policy, asOf date: CalendarDate,
    onlyOpen: Bool = false
  ) {
    asOf = date
    names = ReportNames(policy)
    var found: [(order: CodeOrder, line: Line)] = []
    var lacking: [PersonSummary] = []
    for person in people {
      if person.standing.lacking != nil { lacking.append(person) }
      for task in policy.numberChanges.tasks(of: person.record) where !onlyOpen || task.isOpen {
        found.append(
          (
            CodeOrder(person.code),
            Line(
              person: person.code, task: task, status: ChangeStatus(task, on: date),
              pin: person.pin)
          ))
      }
    }
    lines = found.sorted { Self.precedes($0, $1) }.map(\.line)
    missing = MissingNumbers(of: lacking, asOf: date)
  }

  private static func precedes(
    _ left: (order: CodeOrder, line: Line), _ right: (order: CodeOrder, line: Line)
  ) -> Bool {
    let (a, b) = (left.line, right.line)
    if a.status != b.status { return a.status.rawValue < b.status.rawValue }
    if a.task.due != b.task.due { return a.task.due < b.task.due }
    return left.order < right.order
  }

  /// How many are of a status.
  public func count(_ status: ChangeStatus) -> Int { lines.count { $0.status == status } }

  /// The listing laid out for rendering.
  public var document: ReportDocument {
    ReportDocument(
      format: "mynumber-change-listing-1",
      title: Words("個人番号の変更・訂正に伴う届出", "Notices after changed and wrong numbers"),
      fields: [
        (ReportColumn("as_of", "基準日", "As of"), .text(asOf.isoText)),
        (ReportColumn("overdue", "期限切れ", "Overdue"), .count(count(.overdue))),
        (ReportColumn("open", "未了", "Open"), .count(count(.open))),
      ],
      tables: [
        ReportTable(
          "lines", Words("届出・訂正", "Notices and corrections"), Self.columns,
          lines.map { $0.cells(names) }),
        missing.table,
      ], isOfFigures: false)
  }

  private static let columns: [ReportColumn] = [
    ReportColumn("status", "状態", "Status"), ReportColumn("due", "期限", "Last day"),
    ReportColumn("code", "社員番号", "Code"), ReportColumn("kind", "事由", "Because of"),
    ReportColumn("version", "前の版", "Old version", isNumber: true),
    ReportColumn("replaced_on", "変更・訂正の日", "Since"), ReportColumn("office", "届出先", "Office"),
    ReportColumn("form", "書類", "Form copy"), ReportColumn("year", "年分", "Year", isNumber: true),
    ReportColumn("term", "法令の期限", "Term"), .article,
    ReportColumn("done_on", "届出日", "Done on"), ReportColumn("receipt", "受付", "Receipt"),
    .entries,
  ]
}

extension ChangeStatus {
  init(_ task: NumberChangeTask, on date: CalendarDate) {
    self = task.isOpen ? (task.isOverdue(on: date) ? .overdue : .open) : .done
  }
}

extension ChangeListing.Line {
  func cells(_ names: ReportNames) -> [ReportCell] {
    [
      status.cell, .text(task.due.isoText), .text(person.text), task.kind.cell,
      .count(task.version), .text(task.replacedOn.isoText),
      .word(id: task.rule.office, Words(task.rule.ja, task.rule.en)),
      names.form(task.rule.form.rawValue), task.year.map { .count($0) } ?? .empty,
      .optional(task.rule.term), .list(task.rule.citations.map { .text($0.description) }),
      .optional(task.done?.date.isoText), .optional(task.done?.receipt),
      .entries(EntryRanges([pin])),
    ]
  }
}

extension NumberChangeKind {
  fileprivate var cell: ReportCell {
    switch self {
    case .change: .word(id: rawValue, Words("変更", "change"))
    case .correction: .word(id: rawValue, Words("訂正", "correction"))
    }
  }
}
