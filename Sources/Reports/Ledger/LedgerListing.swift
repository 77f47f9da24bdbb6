public import People
public import Rules

/// The declaration ledger of a year (帳簿, 所得税法198条4項): for whom the number may be left out of
/// declarations, and why not for the others.
///
/// It says that a number is held, and never the number: that stays in the vault.
public struct LedgerListing: Hashable, Sendable {
  /// The income year (年分).
  public let year: Int
  /// By code, dependents after their employee.
  public let lines: [LedgerLine]
  /// How many of them have no usable number, by reason.
  public let missing: MissingNumbers
  private let policy: String
  private let table: ReportTable
  private let declarations: ReportTable

  /// Lays out a year's ledger under a policy; the day says who is to be asked for a number.
  public init(
    _ lines: some Sequence<LedgerLine>, year: Int, policy: Policy, asOf date: CalendarDate
  ) {
    self.year = year
    self.policy = policy.digestHex
    self.lines = lines.map { (CodeOrder($0.summary.code), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    missing = MissingNumbers(of: self.lines.map(\.summary), asOf: date)
    let names = ReportNames(policy)
    table = ReportTable(
      "lines", Words("帳簿", "Ledger"), LedgerLine.columns,
      self.lines.map { $0.cells(policy.ledger, names) })
    declarations = ReportTable(
      "declarations", Words("番号の記載を省略できる申告書", "Declarations that may leave the number out"),
      [ReportColumn("declaration", "申告書", "Declaration"), .article],
      policy.ledger.declarations.map { declaration in
        [
          .word(id: declaration.ja, Words(declaration.ja, declaration.en)),
          .list(declaration.citations.map { .text($0.description) }),
        ]
      })
  }

  /// How many may leave the number out.
  public var omitting: Int { lines.count(where: \.standing.mayOmit) }

  /// The ledger laid out for rendering.
  public var document: ReportDocument {
    ReportDocument(
      format: "mynumber-declaration-ledger-1",
      title: Words("扶養控除等申告書の帳簿", "Declaration ledger"),
      fields: [
        (ReportColumn("year", "年分", "Income year"), .count(year)),
        (ReportColumn("people", "人数", "People"), .count(lines.count)),
        (ReportColumn("omitting", "省略できる人", "May leave it out"), .count(omitting)),
        (ReportColumn("policy", "規程のダイジェスト", "Policy digest"), .text(policy)),
      ], tables: [table, missing.table, declarations], isOfFigures: false)
  }
}
