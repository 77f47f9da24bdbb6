import Text

/// A file of records with headers: who was paid what, but no number.
struct RecordFile: Sendable {
  private let rows: RowFile<RecordReader>
  var encoding: TextEncoding { rows.encoding }
  /// Column names that mean nothing here.
  var ignoredColumns: [String] { rows.begun.columns.ignored }

  /// Takes a file that can be read more than once (no pipe) and reads its first row.
  ///
  /// - Throws: `mistakes` for an empty file, or `text`.
  init(
    fileDescriptor: Int32, _ plan: RecordPlan, discardNumbers: Bool = false
  ) throws(FilingError) {
    rows = try RowFile(
      fileDescriptor,
      RecordReader(plan.header, needed: plan.neededColumns, discardNumbers: discardNumbers))
  }

  /// Reads the rows from the start of the file and lends each that has no mistake, then nil.
  ///
  /// - Returns: How many number fields were filled and left out.
  /// - Throws: `mistakes` with those of the file and of the body, at most
  ///   `PayrollFile.mistakeLimit`, or `text`.
  @discardableResult
  func read<E: Error>(
    failure: (FilingError) -> E,
    _ body: (RecordRow?, inout [FilingMistake]) throws(E) -> Void
  ) throws(E) -> Int { try rows.read(failure: failure, body) }
}
