internal import Typesetting

/// Draws employees' own copies (受給者交付用) on the form of the year.
///
/// It takes `RecipientSlip`s and nothing else, which hold no number. One copy a sheet stands on half
/// an A4; two stand side by side on an A4, as on the tax office's own sheet.
public struct RecipientSheets: ~Copyable {
  /// How copies stand on paper.
  public enum Arrangement: Sendable {
    /// One on half an A4.
    case single
    /// Two side by side on an A4.
    case pairs

    func paper(of form: PaperForm) throws(TypesettingError) -> PaperSize {
      switch self {
      case .single: form.paper
      case .pairs: try PaperSize(width: 2 * form.paper.width, height: form.paper.height)
      }
    }
  }

  private let plan: SlipPlan
  private let form: PaperForm
  private let fonts: FontBook
  private let arrangement: Arrangement
  private let paper: PaperSize
  /// The empty form, and two of them.
  private let left: PageTemplate
  private let both: PageTemplate
  private let metadata: DocumentMetadata
  private var document: PDFDocument?
  /// How many copies stand on the page that is open.
  private var onPage = 0

  /// Opens the fonts and draws the form.
  ///
  /// - Parameter plan: Of the employee's own copy.
  /// - Throws: `typesetting`, `noLayout` for the plan of another copy.
  public init(_ plan: SlipPlan, _ arrangement: Arrangement) throws(FilingError) {
    guard let form = plan.paper else {
      throw .noLayout(record: "recipient", incomeYear: plan.incomeYear)
    }
    let fonts = try Self.setting { () throws(TypesettingError) in try FontBook() }
    let paper = try Self.setting { () throws(TypesettingError) in try arrangement.paper(of: form) }
    let left = try Self.setting { () throws(TypesettingError) in
      try Self.template(form, fonts, paper, copies: 1)
    }
    let both = try Self.setting { () throws(TypesettingError) in
      try Self.template(form, fonts, paper, copies: arrangement == .pairs ? 2 : 1)
    }
    let metadata = try Self.setting { () throws(TypesettingError) in
      try DocumentMetadata(title: "給与所得の源泉徴収票（受給者交付用）")
    }
    self.left = left
    self.both = both
    (self.plan, self.form, self.fonts) = (plan, form, fonts)
    (self.arrangement, self.paper, self.metadata) = (arrangement, paper, metadata)
  }

  private static func setting<R: ~Copyable>(
    _ body: () throws(TypesettingError) -> R
  ) throws(FilingError) -> R {
    do throws(TypesettingError) {
      return try body()
    } catch {
      throw .typesetting(error.description)
    }
  }

  /// Draws the next copy.
  ///
  /// - Returns: The mistakes for which a text could not be drawn; the rest of the copy is.
  /// - Throws: `typesetting` for what is no fault of the texts.
  public mutating func add(_ slip: RecipientSlip) throws(FilingError) -> [FilingMistake] {
    try Self.setting { () throws(TypesettingError) in try drawNext(slip) }
  }

  /// Hands out the bytes made since the last time.
  public mutating func drain<E: Error>(_ body: (Span<UInt8>) throws(E) -> Void) throws(E) {
    try document?.drain(body)
  }

  /// Ends the document and gives the bytes not yet handed out; the next copy begins another.
  ///
  /// - Throws: `typesetting`.
  public mutating func finish() throws(FilingError) -> [UInt8] {
    try Self.setting { () throws(TypesettingError) in try end() }
  }

  private mutating func end() throws(TypesettingError) -> [UInt8] {
    try closePage()
    guard let document = document.take() else { return [] }
    onPage = 0
    return try document.finish()
  }

  private mutating func drawNext(
    _ slip: RecipientSlip
  ) throws(TypesettingError) -> [FilingMistake] {
    try openPage()
    let offset = Double(onPage) * form.paper.width
    onPage += 1
    if plan.isReissue, let label = form.reissue { try draw(label, at: offset) }
    var mistakes: [FilingMistake] = []
    for box in form.boxes {
      let text = box.format.written(slip.texts[box.item] ?? "")
      if text.isEmpty { continue }
      if let rule = try draw(text, in: box, at: offset, of: slip) {
        mistakes.append(mistake(rule, box.item, slip))
      }
    }
    return mistakes
  }

  private mutating func draw(_ label: FormLabel, at offset: Double) throws(TypesettingError) {
    try document?.canvas.draw(
      label.text, in: label.frame.moved(right: offset), style: label.style)
  }

  private mutating func openPage() throws(TypesettingError) {
    guard document != nil else {
      document = try PDFDocument(fonts: fonts, paper: paper, metadata: metadata)
      return
    }
    guard onPage == (arrangement == .pairs ? 2 : 1) else { return }
    try closePage()
    try document?.nextPage()
    onPage = 0
  }

  /// Draws the form under what stands on it, once it is known how many copies the page has.
  private mutating func closePage() throws(TypesettingError) {
    if onPage == 2 {
      try document?.canvas.draw(both)
    } else {
      try document?.canvas.draw(left)
    }
  }

  /// Draws a value; gives what is wrong with it.
  private mutating func draw(
    _ text: String, in box: FormBox, at offset: Double, of slip: RecipientSlip
  ) throws(TypesettingError) -> MistakeRule? {
    do throws(TypesettingError) {
      try document?.canvas.draw(text, in: box.frame.moved(right: offset), style: box.style)
      return nil
    } catch {
      switch error {
      case .doesNotFit, .textTooLong: return .doesNotFit(of: slip.person)
      case .glyphMissing(let scalar), .forbiddenCharacter(let scalar):
        return .unprintable(codePoint: Self.codePoint(scalar), of: slip.person)
      default: throw error
      }
    }
  }

  private func mistake(
    _ rule: MistakeRule, _ item: RecordItem, _ slip: RecipientSlip
  ) -> FilingMistake {
    FilingMistake(
      line: slip.line, column: slip.columns[item] ?? 0, field: plan.layout[item]?.name ?? "",
      rule: rule)
  }

  private static func codePoint(_ scalar: Unicode.Scalar) -> String {
    "U+" + String(scalar.value, radix: 16, uppercase: true)
  }

  private static func template(
    _ form: PaperForm, _ fonts: FontBook, _ paper: PaperSize, copies: Int
  ) throws(TypesettingError) -> PageTemplate {
    try PageTemplate(fonts: fonts, paper: paper) { (canvas) throws(TypesettingError) in
      for copy in 0..<copies { try drawForm(form, at: Double(copy) * form.paper.width, on: canvas) }
    }
  }

  private static func drawForm(
    _ form: PaperForm, at offset: Double, on canvas: borrowing Canvas
  ) throws(TypesettingError) {
    for line in form.lines {
      try canvas.line(
        from: Position(x: line.start.x + offset, y: line.start.y),
        to: Position(x: line.end.x + offset, y: line.end.y), style: line.style)
    }
    for label in form.labels {
      try canvas.draw(label.text, in: label.frame.moved(right: offset), style: label.style)
    }
  }
}
