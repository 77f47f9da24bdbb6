public import Text

/// A payroll file: who is on a slip and every figure of it, but no number.
///
/// It is read anew each time its rows are asked for, so that memory does not grow with them. The
/// bytes of number columns are never decoded, compared or kept; the buffer they pass through is
/// wiped.
public struct PayrollFile: Sendable {
  /// How the file is laid out.
  public enum Form: Hashable, Sendable {
    /// The unified CSV of eLTAX, without headers, which passes through byte for byte.
    case unified
    /// 社員番号 and the names of items.
    case headed
  }

  /// How many mistakes a reading lists before it stops.
  public static let mistakeLimit = 1000

  public let form: Form
  public let encoding: TextEncoding
  public let hasByteOrderMark: Bool
  /// Column names that mean nothing here.
  public let ignoredColumns: [String]
  /// How many fields the rows of a unified CSV have; 0 for a file with headers.
  let fieldCount: Int
  private let descriptor: Int32
  /// What is known after the first row.
  private let begun: PayrollReader

  /// Takes a file that can be read more than once (no pipe) and reads its first row.
  ///
  /// The descriptor must stay open as long as rows are read; closing it stays with the caller.
  /// - Parameters:
  ///   - discardNumbers: leave out the bytes of filled number columns, which are otherwise mistakes.
  ///   - keepsEveryItem: keep of a row of a unified CSV what only passes through, too.
  /// - Throws: `mistakes` for an empty file, or `text`.
  public init(
    fileDescriptor: Int32, rules: FilingRules, discardNumbers: Bool = false,
    keepsEveryItem: Bool = false
  ) throws(FilingError) {
    var reader = PayrollReader(
      layouts: rules.layouts, discardNumbers: discardNumbers, keepsEveryItem: keepsEveryItem)
    var rows = try CSVReader(detecting: fileDescriptor, failure: FilingError.text)
    encoding = rows.row.encoding
    do throws(TextError) {
      hasByteOrderMark = try reader.begin(&rows)
    } catch {
      throw .text(error)
    }
    guard reader.isBegun else { throw .mistakes([FilingMistake(line: 1, rule: .emptyFile)]) }
    form = reader.header == nil ? .unified : .headed
    ignoredColumns = reader.ignored
    fieldCount = reader.unified?.fields.count ?? 0
    descriptor = fileDescriptor
    begun = reader
  }

  /// Reads the rows from the start of the file and lends each that has no mistake.
  ///
  /// - Returns: How many number fields were filled and left out (`--discard-numbers`).
  /// - Throws: `mistakes` with the mistakes of the file, at most `mistakeLimit`, or `text`.
  @discardableResult
  public func forEachRow(_ body: (PayrollRow) -> Void) throws(FilingError) -> Int {
    try read(failure: { $0 }) { (row, _) throws(FilingError) in if let row { body(row) } }
  }

  /// The same for a body that finds mistakes of its own; they are listed with those of the file.
  ///
  /// - Parameter body: Is called with nil after the last row.
  @discardableResult
  func read<E: Error>(
    failure: (FilingError) -> E,
    _ body: (PayrollRow?, inout [FilingMistake]) throws(E) -> Void
  ) throws(E) -> Int {
    var reader = begun
    var rows = CSVReader(fileDescriptor: descriptor, encoding: encoding)
    do throws(TextError) { try rows.rewind() } catch { throw failure(.text(error)) }
    while try advance(&rows, failure), reader.mistakes.count < Self.mistakeLimit {
      if let row = try take(rows.row, &reader, failure) { try body(row, &reader.mistakes) }
    }
    try body(nil, &reader.mistakes)
    guard reader.mistakes.isEmpty else {
      throw failure(.mistakes(Array(reader.mistakes.sorted().prefix(Self.mistakeLimit))))
    }
    return reader.discarded
  }

  private func advance<E: Error>(
    _ rows: inout CSVReader, _ failure: (FilingError) -> E
  ) throws(E) -> Bool {
    do throws(TextError) { return try rows.advance() } catch { throw failure(.text(error)) }
  }

  private func take<E: Error>(
    _ row: borrowing CSVRow, _ reader: inout PayrollReader, _ failure: (FilingError) -> E
  ) throws(E) -> PayrollRow? {
    do throws(TextError) { return try reader.take(row) } catch { throw failure(.text(error)) }
  }
}
