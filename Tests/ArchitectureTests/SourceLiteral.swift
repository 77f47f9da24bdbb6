/// A text in a source file.
struct SourceLiteral: Sendable {
  /// The line in which it begins, from 1.
  let line: Int
  /// What stands between its quotes, each interpolation as a space.
  let text: String
}
