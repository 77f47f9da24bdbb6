/// Draws employees' own copies (受給者交付用) on the form of the year.
///
/// It takes `RecipientSlip`s and nothing else, which hold no number. One copy a sheet stands on half
/// an A4; two stand side by side on an A4, as on the tax office's own sheet.
public struct RecipientSheets: ~Copyable {
  private let layout: RecordLayout
  private var sheets: FormSheets

  /// Opens the fonts and draws the form.
  ///
  /// - Parameter plan: Of the employee's own copy.
  /// - Throws: `typesetting`, `noLayout` for the plan of another copy.
  public init(_ plan: SlipPlan, _ arrangement: SheetArrangement) throws(FilingError) {
    guard let form = plan.paper, !form.bearsNumbers else {
      throw .noLayout(record: "recipient", incomeYear: plan.incomeYear)
    }
    let sheets = try FormSheets(form, arrangement, isReissue: plan.isReissue)
    self.sheets = sheets
    layout = plan.layout
  }

  /// Draws the next copy.
  ///
  /// - Returns: The mistakes for which a text could not be drawn; the rest of the copy is.
  /// - Throws: `typesetting` for what is no fault of the texts.
  public mutating func add(_ slip: RecipientSlip) throws(FilingError) -> [FilingMistake] {
    try sheets.add(slip.texts, of: slip.person, line: slip.line, layout)
  }

  /// Hands out the bytes made since the last time.
  public mutating func drain<E: Error>(_ body: (Span<UInt8>) throws(E) -> Void) throws(E) {
    try sheets.drain(body)
  }

  /// Ends the document and gives the bytes not yet handed out; the next copy begins another.
  ///
  /// - Throws: `typesetting`.
  public mutating func finish() throws(FilingError) -> [UInt8] { try sheets.finish() }
}
