/// Why bytes are not the JSON expected; holds a place and a word of ours, never what was read.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of refusal.
  public enum Code: Hashable, Sendable {
    /// No JSON in UTF-8, a key twice, a fraction, an integer out of range or too deep.
    case malformed
    /// JSON, but not the one encoding of its value.
    case notCanonical
  }

  public let code: Code
  /// From 1; 0 when the bytes as a whole are meant.
  public let line: Int
  /// In bytes from 1; 0 when the bytes as a whole are meant.
  public let column: Int
  /// What is wrong, a word of ours.
  public let detail: String

  public var description: String {
    switch code {
    case .malformed: "line \(line), column \(column): not JSON as expected (\(detail))"
    case .notCanonical: "not the canonical encoding of its value (RFC 8785)"
    }
  }
}
