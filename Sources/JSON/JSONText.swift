/// The values that stand one after the other in a text: one object, JSON lines, or the elements of
/// one array; by their places, so that what is wrong in one can be told with line and column.
public struct JSONText: Sendable {
  private let bytes: [UInt8]
  /// Where each value stands.
  public let values: [Range<Int>]
  /// Where each line but the first begins.
  private let lines: [Int]

  /// Finds the values; what is inside one is not looked at.
  ///
  /// - Throws: `JSONError` `.malformed` for an array whose elements are not separated or that does
  ///   not end, or that something follows.
  public init(_ bytes: [UInt8]) throws(JSONError) {
    self.bytes = bytes
    lines = bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    var scanner = JSONScanner(bytes)
    do throws(JSONScanner.Fault) {
      values = try scanner.values()
    } catch {
      throw JSONError(
        code: .malformed, line: Self.line(error.offset, lines),
        column: Self.column(error.offset, lines), detail: error.detail)
    }
  }

  /// The bytes of a value.
  public func bytes(of range: Range<Int>) -> [UInt8] { Array(bytes[range]) }

  /// Line and column, in bytes, from 1, of a member of a value such as `documents[1].expiresOn`; of
  /// what is nearest around it when there is no such member.
  public func position(of path: String, in range: Range<Int>) -> (line: Int, column: Int) {
    var scanner = JSONScanner(bytes, at: range.lowerBound)
    return position(scanner.offset(of: path))
  }

  /// Line and column of what stands in a line and a column of a value's own bytes.
  public func position(
    line: Int, column: Int, in range: Range<Int>
  ) -> (line: Int, column: Int) {
    let start = position(range.lowerBound)
    return (start.line + line - 1, line == 1 ? start.column + column - 1 : column)
  }

  private func position(_ offset: Int) -> (line: Int, column: Int) {
    (Self.line(offset, lines), Self.column(offset, lines))
  }

  /// The number of lines that begin at or before the offset.
  private static func line(_ offset: Int, _ lines: [Int]) -> Int {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }

  private static func column(_ offset: Int, _ lines: [Int]) -> Int {
    let line = line(offset, lines)
    return offset - (line == 1 ? 0 : lines[line - 2]) + 1
  }
}
