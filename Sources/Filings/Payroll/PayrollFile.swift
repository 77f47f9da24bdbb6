public import Text

/// A payroll file: who is on a slip and every figure of it, but no number.
///
/// The bytes of number columns are never decoded, compared or kept; the buffer they pass through
/// is wiped.
public struct PayrollFile: Sendable {
  /// How the file is laid out.
  public enum Form: Hashable, Sendable {
    /// The unified CSV of eLTAX, without headers, which passes through byte for byte.
    case unified
    /// 社員番号 and the names of items.
    case headed
  }

  public let form: Form
  public let encoding: TextEncoding
  public let hasByteOrderMark: Bool
  public let rows: [PayrollRow]
  /// Column names that mean nothing here.
  public let ignoredColumns: [String]
  /// How many number fields were filled and left out (`--discard-numbers`).
  public let discardedCount: Int
  /// How many fields the rows of a unified CSV have; 0 for a file with headers.
  let fieldCount: Int

  /// Reads a file that can be read twice (no pipe), from its start; closing it stays with the caller.
  /// - Parameter discardNumbers: leave out the bytes of filled number columns, which are otherwise
  ///   mistakes.
  /// - Throws: `mistakes` with every mistake of the file, or `text`.
  public init(
    fileDescriptor: Int32, rules: FilingRules, discardNumbers: Bool = false
  ) throws(FilingError) {
    var reader = PayrollReader(layouts: rules.layouts, discardNumbers: discardNumbers)
    do throws(TextError) {
      encoding = try TextEncoding.detect(fileDescriptor: fileDescriptor)
    } catch {
      throw .text(error)
    }
    hasByteOrderMark = try reader.read(fileDescriptor, encoding)
    form = reader.header == nil ? .unified : .headed
    rows = reader.rows
    ignoredColumns = reader.ignored
    discardedCount = reader.discarded
    fieldCount = reader.unified?.fields.count ?? 0
  }
}
