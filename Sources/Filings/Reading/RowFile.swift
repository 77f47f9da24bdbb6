import Text

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
    var reader = begun
    var rows = CSVReader(fileDescriptor: descriptor, encoding: encoding)
    do throws(TextError) { try rows.rewind() } catch { throw failure(.text(error)) }
    if reader.hasHeader { _ = try advance(&rows, failure) }
    while try advance(&rows, failure), reader.notes.mistakes.count < PayrollFile.mistakeLimit {
      if let row = try take(rows.row, &reader, failure) { try body(row, &reader.notes.mistakes) }
    }
    try body(nil, &reader.notes.mistakes)
    let mistakes = reader.notes.mistakes
    guard mistakes.isEmpty else {
      throw failure(.mistakes(Array(mistakes.sorted().prefix(PayrollFile.mistakeLimit))))
    }
    return reader.notes.discarded
  }

  private func advance<E: Error>(
    _ rows: inout CSVReader, _ failure: (FilingError) -> E
  ) throws(E) -> Bool {
    do throws(TextError) { return try rows.advance() } catch { throw failure(.text(error)) }
  }

  /// The next row; nil for one with a mistake, and for all where the columns are not known for what
  /// they are.
  private func take<E: Error>(
    _ row: borrowing CSVRow, _ reader: inout Reader, _ failure: (FilingError) -> E
  ) throws(E) -> Reader.Row? {
    let before = reader.notes.mistakes.count
    let taken: Reader.Row?
    do throws(TextError) { taken = try reader.read(row) } catch { throw failure(.text(error)) }
    return begun.notes.mistakes.isEmpty && reader.notes.mistakes.count == before ? taken : nil
  }
}
