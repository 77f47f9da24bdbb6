/// What the policy says of a summary: its figures with how they are counted, and what is open.
struct SummaryForm: Sendable {
  private(set) var ja = ""
  private(set) var en = ""
  private(set) var figures: [SummaryFigure] = []
  private(set) var questions: [FilingQuestion] = []
  /// The words of notes, in which `{0}` is how many.
  private var notes: [String: (ja: String, en: String)] = [:]

  subscript(id: String) -> SummaryFigure? { figures.first { $0.id == id } }

  /// A note on so many; nil for none.
  func note(_ id: String, _ count: Int) -> SummaryNote? {
    guard count > 0, let words = notes[id] else { return nil }
    return SummaryNote(
      id: id, count: count, ja: Self.filled(words.ja, count), en: Self.filled(words.en, count))
  }

  private static func filled(_ text: String, _ count: Int) -> String {
    text.split(separator: "{0}", omittingEmptySubsequences: false).joined(separator: "\(count)")
  }
}

extension SummaryForm {
  /// Reads the table of a form.
  /// - Throws: `badLayout`.
  init(_ bytes: [UInt8], file: String) throws(FilingError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .badLayout(file: file, line: 0, message: "the file is not UTF-8")
    }
    let rows = text[...].cells(by: "\n")
    var subjects = TrustedSubjects()
    for (place, row) in rows.enumerated() where !row.isEmpty {
      let cells = row.cells(by: "\t")
      guard subjects.take(cells) || take(cells) else {
        throw .badLayout(file: file, line: place + 1, message: "no line of a summary's table")
      }
    }
    guard !ja.isEmpty, !figures.isEmpty else {
      throw .badLayout(file: file, line: rows.count, message: "a title and figures are needed")
    }
    for figure in figures { subjects.add(figure.id, from: figure.source[...]) }
    if let fault = subjects.fault(of: questions) {
      throw .badLayout(file: file, line: rows.count, message: fault)
    }
  }

  /// Takes a line; false for what is none.
  private mutating func take(_ row: [Substring]) -> Bool {
    let cells = row.map(String.init)
    switch (cells[0], cells.count) {
    case ("worksheet", 4): (ja, en) = (cells[2], cells[3])
    case ("note", 4): notes[cells[1]] = (cells[2], cells[3])
    case ("question", _): return takeQuestion(row)
    case ("figure", 7): return takeFigure(cells)
    default: return false
    }
    return true
  }

  private mutating func takeQuestion(_ row: [Substring]) -> Bool {
    guard let question = FilingQuestion(row.dropFirst()) else { return false }
    questions.append(question)
    return true
  }

  private mutating func takeFigure(_ cells: [String]) -> Bool {
    guard self[cells[1]] == nil else { return false }
    figures.append(
      SummaryFigure(
        id: cells[1], ja: cells[2], en: cells[3], countedJa: cells[4], countedEn: cells[5],
        source: cells[6]))
    return true
  }
}
