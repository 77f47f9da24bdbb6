/// Draws copies without their numbers, and throws them away: what cannot be printed is known before
/// any number is opened.
struct PaperTrial: ~Copyable {
  private let layout: RecordLayout
  private var sheets: FormSheets
  private(set) var mistakes: [FilingMistake] = []

  /// Begins for a plan on paper.
  init(_ form: PaperForm, _ layout: RecordLayout) throws(FilingError) {
    let sheets = try FormSheets(form, .single)
    self.sheets = sheets
    self.layout = layout
  }

  /// Draws a copy.
  mutating func take(_ row: SlipRow) throws(FilingError) {
    guard let texts = row.texts, mistakes.count < PayrollFile.mistakeLimit else { return }
    mistakes += try sheets.add(texts, of: row.person, line: row.line, layout)
    sheets.drain { _ in }
  }

  /// Refuses texts that could not be drawn.
  ///
  /// - Throws: `mistakes`.
  consuming func finish() throws(FilingError) {
    _ = try sheets.finish()
    if !mistakes.isEmpty { throw .mistakes(mistakes.sorted()) }
  }
}
