/// What a figure counts, as cells of a table.
protocol TableSubject: Hashable, Sendable {
  /// The columns before the count and the entries.
  static var columns: [ReportColumn] { get }
  /// A cell for each column.
  func cells(_ names: ReportNames) -> [ReportCell]
  /// What rows are sorted by; compared byte by byte.
  var order: [String] { get }
}

extension TableSubject {
  var order: [String] { cells(ReportNames()).map(\.identifier) }
}

/// Whether the left texts come first in the order of UTF-8 bytes, which no locale changes.
func precedes(_ left: [String], _ right: [String]) -> Bool {
  for (a, b) in zip(left, right) where a != b { return precedes(a, b) }
  return left.count < right.count
}

/// Whether the left text comes first in the order of UTF-8 bytes.
func precedes(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
