internal import Auditing
internal import JSON

/// A report laid out in fields and tables, from which each form is written.
///
/// The same report always gives the same bytes: nothing is asked of a clock or a locale.
public struct ReportDocument: Sendable {
  /// The name and version of the format, such as `mynumber-access-report-1`.
  let format: String
  let title: Words
  let fields: [(column: ReportColumn, cell: ReportCell)]
  let tables: [ReportTable]
  /// Whether its CSV has one line a figure (`section,item,key,count,entries`), or is its one table.
  let isOfFigures: Bool
  /// The table that is its CSV; nil for the first.
  let csvTable: String?

  init(
    format: String, title: Words, fields: [(column: ReportColumn, cell: ReportCell)],
    tables: [ReportTable], isOfFigures: Bool, csvTable: String? = nil
  ) {
    self.format = format
    self.title = title
    self.fields = fields
    self.tables = tables
    self.isOfFigures = isOfFigures
    self.csvTable = csvTable
  }

  /// Canonical JSON (RFC 8785) and a final newline: identifiers, never words of a language.
  public func json() -> [UInt8] {
    var members: [String: CanonicalValue] = ["format": .string(format)]
    for field in fields { members[field.column.id] = field.cell.value }
    for table in tables { members[table.id] = table.value }
    return CanonicalValue.object(members).encoded() + [0x0A]
  }
}
