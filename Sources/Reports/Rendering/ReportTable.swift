internal import Auditing
internal import JSON

/// A section of a report: a title, columns and rows.
struct ReportTable: Hashable, Sendable {
  /// The key in JSON and CSV, ASCII.
  let id: String
  let title: Words
  let columns: [ReportColumn]
  /// As many cells in each row as there are columns.
  let rows: [[ReportCell]]
  /// What a reader must know of it.
  var note: Words?
  /// The same figures, drawn.
  var plots: [ReportPlot] = []

  init(
    _ id: String, _ title: Words, _ columns: [ReportColumn], _ rows: [[ReportCell]],
    note: Words? = nil, plots: [ReportPlot] = []
  ) {
    self.note = note
    self.plots = plots
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// A section of figures: the subject's columns, the count, the entries.
  init<Subject: TableSubject>(
    _ id: String, _ title: Words, _ figures: [Figure<Subject>], _ names: ReportNames,
    note: Words? = nil, plots: [ReportPlot] = []
  ) {
    self.init(
      id, title, Subject.columns + [.count, .entries],
      figures.map { $0.subject.cells(names) + [.count($0.count), .entries($0.entries)] },
      note: note, plots: plots)
  }

  /// An array of an object a row; what is absent is left out.
  var value: CanonicalValue {
    .array(
      rows.map { row in
        var members: [String: CanonicalValue] = [:]
        for (column, cell) in zip(columns, row) { members[column.id] = cell.value }
        return .object(members)
      })
  }
}
