internal import People
internal import Typesetting

/// Draws copies on one form, one after another, box by box.
struct FormSheets: ~Copyable {
  private let form: PaperForm
  private let fonts: FontBook
  private let arrangement: SheetArrangement
  private let paper: PaperSize
  /// The empty form, and as many of them as stand on a page.
  private let one: PageTemplate
  private let all: PageTemplate
  private let metadata: DocumentMetadata
  /// Whether each copy says that it is made anew (再交付).
  private let isReissue: Bool
  private var document: PDFDocument?
  /// How many copies stand on the page that is open.
  private var onPage = 0

  /// Opens the fonts and draws the form.
  ///
  /// - Throws: `typesetting`.
  init(
    _ form: PaperForm, _ arrangement: SheetArrangement, isReissue: Bool = false
  ) throws(FilingError) {
    let fonts = try Self.setting { () throws(TypesettingError) in try FontBook() }
    let paper = try Self.setting { () throws(TypesettingError) in try arrangement.paper(of: form) }
    let one = try Self.setting { () throws(TypesettingError) in
      try Self.template(form, fonts, paper, copies: 1)
    }
    let all = try Self.setting { () throws(TypesettingError) in
      try Self.template(form, fonts, paper, copies: arrangement.copies)
    }
    metadata = try Self.setting { () throws(TypesettingError) in
      try DocumentMetadata(title: form.title)
    }
    self.one = one
    self.all = all
    (self.form, self.fonts, self.arrangement, self.paper) = (form, fonts, arrangement, paper)
    self.isReissue = isReissue
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

  /// Begins the next copy.
  ///
  /// - Throws: `typesetting`.
  mutating func begin() throws(FilingError) {
    try Self.setting { () throws(TypesettingError) in try openPage() }
    onPage += 1
    guard isReissue, let label = form.reissue else { return }
    try Self.setting { () throws(TypesettingError) in
      try document?.canvas.draw(
        label.text, in: label.frame.moved(right: offset), style: label.style)
    }
  }

  /// Draws a text in a box of the copy that was begun last.
  ///
  /// - Returns: What is wrong with the text, if it cannot be drawn.
  /// - Throws: `typesetting` for what is no fault of the text.
  mutating func draw(_ text: String, in box: FormBox) throws(FilingError) -> MistakeRule? {
    do throws(TypesettingError) {
      try document?.canvas.draw(text, in: box.frame.moved(right: offset), style: box.style)
      return nil
    } catch {
      return try Self.rule(error)
    }
  }

  /// Draws UTF-8 in a box, as numbers are handed over; digits stand in cells where the box has them.
  ///
  /// - Returns: What is wrong with the text, if it cannot be drawn.
  /// - Throws: `typesetting` for what is no fault of the text.
  mutating func draw(
    utf8 text: Span<UInt8>, in box: FormBox
  ) throws(FilingError) -> MistakeRule? {
    do throws(TypesettingError) {
      guard case .cells(let count) = box.format else {
        try document?.canvas.draw(
          utf8: text, in: box.frame.moved(right: offset), style: box.style)
        return nil
      }
      if text.count > count { return .doesNotFit }
      for place in text.indices {
        // What is shorter than its cells stands on their right.
        let frame = box.cell(count - text.count + place, of: count).moved(right: offset)
        try document?.canvas.draw(
          utf8: text.extracting(place..<place + 1), in: frame, style: box.style)
      }
      return nil
    } catch {
      return try Self.rule(error)
    }
  }

  /// Draws the next copy but for its numbers.
  ///
  /// - Returns: The mistakes for which a text could not be drawn; the rest of the copy is.
  mutating func add(
    _ texts: PaperTexts, of person: PersonCode, line: Int, _ layout: RecordLayout
  ) throws(FilingError) -> [FilingMistake] {
    try begin()
    var mistakes: [FilingMistake] = []
    for box in form.boxes {
      let text = box.format.written(texts.values[box.item] ?? "")
      if text.isEmpty { continue }
      guard let rule = try draw(text, in: box) else { continue }
      mistakes.append(
        FilingMistake(
          line: line, column: texts.columns[box.item] ?? 0, person: person,
          field: layout[box.item]?.name ?? "", rule: rule))
    }
    return mistakes
  }

  /// Hands out the bytes made since the last time.
  mutating func drain<E: Error>(_ body: (Span<UInt8>) throws(E) -> Void) throws(E) {
    try document?.drain(body)
  }

  /// Ends the document and gives the bytes not yet handed out; the next copy begins another.
  ///
  /// - Throws: `typesetting`.
  mutating func finish() throws(FilingError) -> [UInt8] {
    try Self.setting { () throws(TypesettingError) in try end() }
  }

  private mutating func end() throws(TypesettingError) -> [UInt8] {
    try closePage()
    guard let document = document.take() else { return [] }
    onPage = 0
    return try document.finish()
  }

  /// How far right of the page's edge the copy stands that was begun last.
  private var offset: Double { Double(onPage - 1) * form.paper.width }

  private mutating func openPage() throws(TypesettingError) {
    guard document != nil else {
      document = try PDFDocument(fonts: fonts, paper: paper, metadata: metadata)
      return
    }
    guard onPage == arrangement.copies else { return }
    try closePage()
    try document?.nextPage()
    onPage = 0
  }

  /// Draws the form under what stands on it, once it is known how many copies the page has.
  private mutating func closePage() throws(TypesettingError) {
    if onPage == arrangement.copies {
      try document?.canvas.draw(all)
    } else {
      try document?.canvas.draw(one)
    }
  }

  /// What an error says about the text.
  private static func rule(_ error: TypesettingError) throws(FilingError) -> MistakeRule {
    switch error {
    case .doesNotFit, .textTooLong: return .doesNotFit
    case .glyphMissing(let scalar), .forbiddenCharacter(let scalar):
      return .unprintable(
        codePoint: "U+" + String(scalar.value, radix: 16, uppercase: true))
    default: throw .typesetting(error.description)
    }
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
