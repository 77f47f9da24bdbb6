public import People
public import Rules

/// The people in the vault: codes, purposes and where their numbers stand; never a number.
///
/// Names are in it only if the caller, who opened the roster for a user who may see it, gives them.
public struct PersonListing: Hashable, Sendable {
  /// By code, dependents after their employee.
  public let lines: [PersonLine]
  /// How many have no usable number, by reason, and who is to be asked.
  public let missing: MissingNumbers
  private let asOf: CalendarDate
  private let names: ReportNames

  /// Lists people on a day; `policy` gives the words for purposes.
  public init(_ lines: some Sequence<PersonLine>, policy: Policy, asOf date: CalendarDate) {
    asOf = date
    self.lines = lines.map { (order: CodeOrder($0.summary.code), line: $0) }
      .sorted { $0.order < $1.order }.map(\.line)
    missing = MissingNumbers(of: self.lines.map(\.summary), asOf: date)
    names = ReportNames(policy)
  }

  /// The listing laid out for rendering.
  public var document: ReportDocument {
    ReportDocument(
      format: "mynumber-person-listing-1", title: Words("登録者一覧", "People"),
      fields: [(ReportColumn("people", "人数", "People"), .count(lines.count))],
      tables: [
        ReportTable(
          "lines", Words("登録者", "People"), PersonLine.columns,
          lines.map { $0.cells(names, asOf: asOf) }),
        missing.table,
      ], isOfFigures: false)
  }
}
