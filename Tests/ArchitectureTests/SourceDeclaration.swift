/// Something declared at the left margin of a file.
struct SourceDeclaration: Sendable {
  /// The word it begins with: `struct`, `extension`, `func` or another.
  let keyword: String
  /// What is declared or extended.
  let name: String

  /// Whether it makes a type.
  var isType: Bool { keyword != "extension" && keyword != "func" }
}
