import Text

/// A file of records with headers: who was paid what, but no number.
///
/// It is read anew each time its rows are asked for. The bytes of number columns are never decoded,
/// compared or kept; the buffer they pass through is wiped.
struct RecordFile: Sendable {
  let encoding: TextEncoding
  /// Column names that mean nothing here.
  let ignoredColumns: [String]
  private let descriptor: Int32
  /// What is known after the first row.
  private let begun: RecordReader

  /// Takes a file that can be read more than once (no pipe) and reads its first row.
  ///
  /// - Throws: `mistakes` for an empty file, or `text`.
  init(
    fileDescriptor: Int32, _ plan: RecordPlan, discardNumbers: Bool = false
  ) throws(FilingError) {
    var reader = RecordReader(
      plan.header, needed: plan.neededColumns, discardNumbers: discardNumbers)
    do throws(TextError) {
      encoding = try TextEncoding.detect(fileDescriptor: fileDescriptor)
      try reader.begin(fileDescriptor, encoding)
    } catch {
      throw .text(error)
    }
    guard reader.isBegun else { throw .mistakes([FilingMistake(line: 1, rule: .emptyFile)]) }
    ignoredColumns = reader.ignored
    descriptor = fileDescriptor
    begun = reader
  }

  /// Reads the rows from the start of the file and lends each that has no mistake; `end` is asked
  /// once they are all read.
  ///
  /// - Returns: How many number fields were filled and left out.
  /// - Throws: `mistakes` with those of the file and of the body, at most
  ///   `PayrollFile.mistakeLimit`, or `text`.
  @discardableResult
  func read<E: Error>(
    failure: (FilingError) -> E,
    _ body: (RecordRow, inout [FilingMistake]) throws(E) -> Void,
    end: (inout [FilingMistake]) throws(E) -> Void
  ) throws(E) -> Int {
    var reader = begun
    var rows = CSVReader(fileDescriptor: descriptor, encoding: encoding)
    do throws(TextError) { try rows.rewind() } catch { throw failure(.text(error)) }
    while try advance(&rows, failure), reader.mistakes.count < PayrollFile.mistakeLimit {
      if let row = try take(rows.row, &reader, failure) { try body(row, &reader.mistakes) }
    }
    try end(&reader.mistakes)
    guard reader.mistakes.isEmpty else { throw failure(.mistakes(reader.mistakes.sorted())) }
    return reader.discarded
  }

  private func advance<E: Error>(
    _ rows: inout CSVReader, _ failure: (FilingError) -> E
  ) throws(E) -> Bool {
    do throws(TextError) { return try rows.advance() } catch { throw failure(.text(error)) }
  }

  private func take<E: Error>(
    _ row: borrowing CSVRow, _ reader: inout RecordReader, _ failure: (FilingError) -> E
  ) throws(E) -> RecordRow? {
    do throws(TextError) { return try reader.take(row) } catch { throw failure(.text(error)) }
  }
}
