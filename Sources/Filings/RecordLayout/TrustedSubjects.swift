/// What a table says, each with how far its source is to be trusted.
///
/// What no source of the offices tells has to be asked about, and a question has to be about
/// something that the table says.
struct TrustedSubjects {
  /// The source of each field by its number (of a file of several records `record:number`), and of
  /// each property and figure by its name.
  private var sources: [String: Substring] = [:]
  /// The sources that are described.
  private var described: Set<Substring> = []

  /// Every field, property and figure.
  private static let all = "all"

  /// Takes a line `source` or `property`; false for another one.
  mutating func take(_ cells: [Substring]) -> Bool {
    switch (cells[0], cells.count) {
    case ("source", 3): return described.insert(cells[1]).inserted
    case ("property", 3): return add(String(cells[1]), from: cells[2])
    default: return false
    }
  }

  /// Adds a subject; false when it is there or has no name.
  @discardableResult
  mutating func add(_ subject: String, from source: Substring) -> Bool {
    guard !subject.isEmpty, sources[subject] == nil else { return false }
    sources[subject] = source
    return true
  }

  /// What is wrong between the subjects and the questions; nil for nothing.
  func fault(of questions: [FilingQuestion]) -> String? {
    let asked = Set(questions.flatMap(\.subjects))
    if let odd = asked.sorted().first(where: { sources[$0] == nil && $0 != Self.all }) {
      return "a question is about \(odd), which is not there"
    }
    for (subject, source) in sources.sorted(by: { $0.key < $1.key }) {
      if !described.contains(source) { return "no source is described for \(subject)" }
      if Self.isWeak(source), !asked.contains(subject), !asked.contains(Self.all) {
        return "no question is about \(subject), which no office's text tells"
      }
    }
    return nil
  }

  /// Whether a source is a third party (`3`), memory (`M`) or derived (`D`).
  private static func isWeak(_ source: Substring) -> Bool {
    ["3", "M", "D"].contains(source.cells(by: ":")[0])
  }
}
