/// Something declared at the left margin of a file.
struct SourceDeclaration: Sendable {
  /// `struct`, `extension`, `func` …
  let keyword: String
  /// What is declared or extended.
  let name: String

  /// Whether it makes a type.
  var isType: Bool { keyword != "extension" && keyword != "func" }
}
