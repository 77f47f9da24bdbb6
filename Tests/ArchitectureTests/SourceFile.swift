/// A Swift file with what the rules of the house look at.
struct SourceFile: Sendable {
  /// The path from the project's folder.
  let path: String
  /// The lines without comments and without what stands in texts.
  let code: [String]
  /// The texts, joined across interpolations, with the lines they begin in.
  let literals: [SourceLiteral]

  init(path: String, text: String) {
    var scanner = SourceScanner(text)
    scanner.scan()
    self.path = path
    code = String(decoding: scanner.code, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    literals = scanner.literals
  }

  /// The target's folder.
  var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// The file's name without `.swift`.
  var name: String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.dropLast(".swift".count))
  }

  /// The modules imported.
  var imports: Set<String> {
    let pattern =
      /^\s*(?:@\w+\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var|actor)\s+)?(\w+)/
    return Set(code.compactMap { $0.firstMatch(of: pattern).map { String($0.output.1) } })
  }

  /// What is declared at the left margin, in order.
  var declarations: [SourceDeclaration] {
    let pattern =
      /^(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private|final|indirect|open|nonisolated)\s+)*(struct|class|enum|actor|protocol|typealias|extension|func)\s+`?([\w.]+|\[)/
    return code.compactMap { line in
      guard let match = line.firstMatch(of: pattern) else { return nil }
      let name = match.output.2 == "[" ? "Array" : String(match.output.2)
      return SourceDeclaration(keyword: String(match.output.1), name: name)
    }
  }

  /// The places, as `path:line`, of the lines of code that match.
  func places(where matches: (String) -> Bool) -> [String] {
    code.enumerated().filter { matches($0.element) }.map { "\(path):\($0.offset + 1)" }
  }
}
