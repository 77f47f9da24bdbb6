/// One mistake in a policy, with its place.
public struct PolicyMistake: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The file's name relative to the policy's directory.
  public let file: String
  /// Counted from 1; 0 when the mistake is of the whole file.
  public let line: Int
  /// Counted from 1; 0 when the mistake is of the whole file.
  public let column: Int
  public let message: String

  public init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  public var description: String {
    line == 0 ? "\(file): \(message)" : "\(file):\(line):\(column): \(message)"
  }

  public static func < (a: Self, b: Self) -> Bool {
    (a.file, a.line, a.column, a.message) < (b.file, b.line, b.column, b.message)
  }
}
