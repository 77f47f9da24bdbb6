import Testing

@Suite("What the rooms say to the user")
struct TranslationTests {
  private static let catalogue = "Sources/mynumber/Messages/JapanesePhrases"

  /// The English sentences of the catalogue, each place as a space: every other text of its files.
  private func translated() -> [String] {
    Repository.sources
      .filter { $0.path.hasPrefix(Self.catalogue) }
      .flatMap(\.literals).map(\.text).enumerated().filter { $0.offset.isMultiple(of: 2) }
      .map { $0.element.replacing(/\{[0-9]+\}/, with: " ") }
  }

  /// Whether what the file says is English only: it goes to who writes a policy or a program.
  private func isForAuthors(_ file: SourceFile) -> Bool {
    file.path.hasPrefix("Sources/Rules/Reading/") || ["Wording", "mynumber"].contains(file.room)
  }

  /// The sentences of a file that says phrases: texts of several words, but for what tells of
  /// tampering or a fault, which stays in English.
  private func sentences(of file: SourceFile) -> [SourceLiteral] {
    file.literals.filter { literal in
      let start = max(0, literal.line - 2)
      let code = file.code[start..<literal.line].joined()
      return literal.text.contains(/[a-z]+ +[a-z]+/)
        && !code.contains(/\.(integrity|bug)\(|#expect|precondition/)
    }
  }

  @Test("Every sentence of a file that says phrases has its Japanese")
  func complete() {
    let known = Set(translated())
    #expect(known.count > 50)
    var missing: [String] = []
    for file in Repository.sources
    where file.imports.contains("Wording") && !isForAuthors(file) {
      for literal in sentences(of: file) where !known.contains(literal.text) {
        missing.append("\(file.path):\(literal.line): \(literal.text)")
      }
    }
    #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
  }

  @Test("No sentence stands in the catalogue that nobody says, and none twice")
  func needed() {
    let said = Set(
      Repository.sources
        .filter { $0.room != "mynumber" }.flatMap(\.literals).map(\.text))
    let known = translated()
    #expect(known.filter { !said.contains($0) } == [])
    #expect(Set(known).count == known.count)
  }

  @Test("No mistake on the command line is told in one language only")
  func commandLine() {
    let command = Repository.sources.filter { $0.room == "mynumber" }
    #expect(command.contains { $0.code.joined().contains("ValidationError(") })
    let files = command.filter { HouseRule.tellsInOneLanguage($0.code.joined()) }
    #expect(files.isEmpty, "\(files.map(\.path))")
  }

  @Test(
    "A text in the place of a message is noticed",
    arguments: [
      (#"throw ValidationError("give codes")"#, true),
      ("throw ValidationError(\n  \"give codes\")", true),
      (#"throw ValidationError(.missing("--date"))"#, false), ("validationError(code)", false),
    ])
  func noticed(text: String, isNoticed: Bool) {
    let code = SourceFile(path: "Sources/mynumber/A.swift", text: text).code.joined()
    #expect(HouseRule.tellsInOneLanguage(code) == isNoticed)
  }
}
