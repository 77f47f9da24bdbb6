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

  private let rows: RowFile<PayrollReader>
  public var form: Form { rows.begun.hasHeader ? .headed : .unified }
  public var encoding: TextEncoding { rows.encoding }
  public var hasByteOrderMark: Bool { rows.hasByteOrderMark }
  /// Column names that mean nothing here.
  public var ignoredColumns: [String] { rows.begun.header.ignored }
  /// How many fields the rows of a unified CSV have; 0 for a file with headers.
  var fieldCount: Int { rows.begun.unified?.layout.fields.count ?? 0 }

  /// Takes a file that can be read more than once (no pipe) and reads its first row.
  ///
  /// The descriptor must stay open as long as rows are read; closing it stays with the caller.
  /// - Parameters:
  ///   - discardNumbers: leave out the bytes of filled number columns, which are otherwise mistakes.
  ///   - keepsEveryItem: keep of a row of a unified CSV what only passes through, too, since it is
  ///     drawn or counted and does not pass; so its fields are not held against the layout.
  /// - Throws: `mistakes` for an empty file, or `text`.
  public init(
    fileDescriptor: Int32, rules: FilingRules, discardNumbers: Bool = false,
    keepsEveryItem: Bool = false
  ) throws(FilingError) {
    rows = try RowFile(
      fileDescriptor,
      PayrollReader(
        layouts: rules.layouts, discardNumbers: discardNumbers, keepsEveryItem: keepsEveryItem))
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
  ) throws(E) -> Int { try rows.read(failure: failure, body) }
}
