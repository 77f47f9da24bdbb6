internal import Auditing
internal import JSON

/// A report laid out in fields and tables, from which each form is written.
///
/// The same report always gives the same bytes: nothing is asked of a clock or a locale.
public struct ReportDocument: Sendable {
  /// The name and version of the format, such as `mynumber-access-report-1`.
  let format: String
  let title: Words
  /// Whose report, of when.
  let subtitle: Words?
  let fields: [(column: ReportColumn, cell: ReportCell)]
  /// What is made of the vault's records and not of its log, shown first and marked as such.
  let records: [ReportTable]
  let tables: [ReportTable]
  /// Whether its CSV has one line a figure (`section,item,key,count,entries`), or is its one table.
  let isOfFigures: Bool
  /// The table that is its CSV; nil for the first.
  let csvTable: String?

  init(
    format: String, title: Words, subtitle: Words? = nil,
    fields: [(column: ReportColumn, cell: ReportCell)],
    records: [ReportTable] = [], tables: [ReportTable], isOfFigures: Bool, csvTable: String? = nil
  ) {
    self.format = format
    self.title = title
    self.subtitle = subtitle
    self.fields = fields
    self.records = records
    self.tables = tables
    self.isOfFigures = isOfFigures
    self.csvTable = csvTable
  }

  /// The report in a form.
  public func parts(_ form: ReportForm) -> ReportParts {
    switch form.kind {
    case .text: textParts(form.language)
    case .json: jsonParts
    case .csv: csvParts(byteOrderMark: false)
    case .html: htmlParts(form.language)
    }
  }

  /// Canonical JSON (RFC 8785) and a final newline: identifiers, never words of a language.
  public func json() -> [UInt8] { jsonParts.bytes }

  /// The member of what is made of the vault's records.
  static let recordsMember = "records"

  private var jsonParts: ReportParts {
    var members: [String: CanonicalValue] = ["format": .string(format)]
    for field in fields { members[field.column.id] = field.cell.value }
    for table in tables { members[table.id] = table.value }
    guard !records.isEmpty else { return ReportParts(Self.text(members) + "\n", "", "") }
    let own = records.reduce(into: [:]) { $0[$1.id] = $1.value }
    // Every report has a member before, its format's name not being the only one, and one after.
    let (first, last) = (
      members.filter { precedes($0.key, Self.recordsMember) },
      members.filter { !precedes($0.key, Self.recordsMember) }
    )
    return ReportParts(
      Self.text(first).dropLast() + ",\"\(Self.recordsMember)\":", Self.text(own),
      "," + Self.text(last).dropFirst() + "\n")
  }

  private static func text(_ members: [String: CanonicalValue]) -> String {
    String(decoding: CanonicalValue.object(members).encoded(), as: UTF8.self)
  }
}
