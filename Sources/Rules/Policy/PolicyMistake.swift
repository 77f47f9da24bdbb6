public import Wording

/// One mistake in a policy, with its place.
public struct PolicyMistake: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The file's name relative to the policy's directory.
  public let file: String
  /// Counted from 1; 0 when the mistake is of the whole file.
  public let line: Int
  /// Counted from 1; 0 when the mistake is of the whole file.
  public let column: Int
  /// The rule that is broken.
  public let message: Phrase

  public init(file: String, line: Int, column: Int, message: Phrase) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  public var description: String {
    line == 0 ? "\(file): \(message)" : "\(file):\(line):\(column): \(message)"
  }

  public static func < (a: Self, b: Self) -> Bool {
    (a.file, a.line, a.column, a.message.english)
      < (b.file, b.line, b.column, b.message.english)
  }
}

extension PolicyMistake {
  /// A mistake of a whole file.
  static func whole(_ file: String, _ message: String) -> Self {
    PolicyMistake(file: file, line: 0, column: 0, message: Phrase(verbatim: message))
  }
}
