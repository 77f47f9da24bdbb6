import Filings
import TestSupport

/// A payroll file with all its rows.
struct ReadPayroll {
  let file: PayrollFile
  let rows: [PayrollRow]
  let discardedCount: Int
  /// Keeps the file open.
  private let storage: TemporaryFile

  init(_ bytes: [UInt8], discardNumbers: Bool, keepsEveryItem: Bool = false) throws {
    storage = try TemporaryFile(bytes)
    file = try PayrollFile(
      fileDescriptor: storage.descriptor, rules: Fixture.rules(), discardNumbers: discardNumbers,
      keepsEveryItem: keepsEveryItem)
    var rows: [PayrollRow] = []
    discardedCount = try file.forEachRow { rows.append($0) }
    self.rows = rows
  }
}
