import Text
internal import Threads

/// A file that is read anew each time its rows are asked for, so that memory does not grow with them.
///
/// The bytes of number columns are never decoded, compared or kept; the buffer they pass through is
/// wiped.
struct RowFile<Reader: RowReader>: Sendable {
  let encoding: TextEncoding
  let hasByteOrderMark: Bool
  /// What is known after the first row.
  let begun: Reader
  private let descriptor: Int32

  /// Takes a file that can be read more than once (no pipe) and reads its first row.
  ///
  /// The descriptor must stay open as long as rows are read; closing it stays with the caller.
  /// - Throws: `mistakes` for an empty file, or `text`.
  init(_ descriptor: Int32, _ reader: Reader) throws(FilingError) {
    var reader = reader
    var rows = try CSVReader(detecting: descriptor, failure: FilingError.text)
    let isBegun: Bool
    do throws(TextError) {
      isBegun = try rows.advance()
      if isBegun { try reader.begin(rows.row) }
    } catch {
      throw .text(error)
    }
    guard isBegun else { throw .mistakes([FilingMistake(line: 1, rule: .emptyFile)]) }
    encoding = rows.row.encoding
    hasByteOrderMark = rows.hasByteOrderMark
    begun = reader
    self.descriptor = descriptor
  }

  /// Reads the rows from the start of the file and lends each that has no mistake, unless the first
  /// row has one; then nil.
  ///
  /// - Parameter body: Adds mistakes of its own, which are listed with those of the file.
  /// - Returns: How many number fields were filled and left out.
  /// - Throws: `mistakes`, at most `PayrollFile.mistakeLimit`, or `text`.
  @discardableResult
  func read<E: Error>(
    failure: (FilingError) -> E,
    _ body: (Reader.Row?, inout [FilingMistake]) throws(E) -> Void
  ) throws(E) -> Int {
    let ahead = batches()
    defer { ahead.stop() }
    var mistakes: [FilingMistake] = []
    var discarded = 0
    while mistakes.count < PayrollFile.mistakeLimit, let batch = ahead.next() {
      mistakes += batch.mistakes
      discarded = batch.discarded
      for row in batch.rows where mistakes.count < PayrollFile.mistakeLimit {
        try body(row, &mistakes)
      }
      if let error = batch.error { throw failure(.text(error)) }
    }
    try body(nil, &mistakes)
    guard mistakes.isEmpty else {
      throw failure(.mistakes(Array(mistakes.sorted().prefix(PayrollFile.mistakeLimit))))
    }
    return discarded
  }

  /// Reads the file from its start while earlier rows of it are worked on.
  private func batches() -> ReadAhead<RowBatch<Reader.Row>> {
    let (begun, descriptor, encoding) = (begun, descriptor, encoding)
    return ReadAhead { give in
      var reading = RowReading(
        begun, CSVReader(fileDescriptor: descriptor, encoding: encoding))
      while let batch = reading.next() {
        if !give(batch) { return }
      }
    }
  }
}
