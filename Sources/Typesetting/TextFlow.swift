/// Headings, paragraphs and tables that go on from page to page.
///
/// It takes a document over, begins at the top of its present page, and gives it back at the end.
public struct TextFlow: ~Copyable {
  public private(set) var document: PDFDocument
  private let layout: PageLayout
  /// Where text may stand, on every page.
  let body: Frame
  /// Where the next line begins, in mm from the page's upper edge.
  var cursor: Double
  private let firstPage: Int

  static let numberStyle = TextStyle(.mincho, size: 9, alignment: .centre)

  /// - Throws: `badMeasure` for a margin that leaves no room.
  public init(
    _ document: consuming PDFDocument, layout: PageLayout = PageLayout()
  ) throws(TypesettingError) {
    body = try layout.body(on: document.canvas.paper)
    cursor = body.y
    firstPage = document.pageCount
    self.layout = layout
    self.document = document
  }

  /// Makes a document whose pages are numbered `1 / 3`: the content is set twice, first to count.
  ///
  /// - Throws: What `content` throws, which must do the same both times.
  public static func numbered(
    fonts: FontBook, paper: PaperSize = .a4, metadata: DocumentMetadata, margin: Double = 20,
    content: (inout TextFlow) throws(TypesettingError) -> Void
  ) throws(TypesettingError) -> PDFDocument {
    var layout = PageLayout(margin: margin, numbering: .none)
    var count = try TextFlow(
      PDFDocument(fonts: fonts, paper: paper, metadata: metadata), layout: layout)
    try content(&count)
    layout.numbering = .pageOf(count.document.pageCount)
    var flow = try TextFlow(
      PDFDocument(fonts: fonts, paper: paper, metadata: metadata), layout: layout)
    try content(&flow)
    return try flow.finish()
  }

  /// Numbers the last page and gives the document back, with that page still open.
  ///
  /// - Throws: `callFailed`.
  public consuming func finish() throws(TypesettingError) -> PDFDocument {
    try drawPageNumber()
    return document
  }

  /// Sets a heading in gothic, which never stands at the foot of a page without text below it.
  ///
  /// - Parameter level: 1 (16 points), 2 (13) or deeper (11).
  /// - Throws: As `paragraph`.
  public mutating func heading(_ text: String, level: Int = 1) throws(TypesettingError) {
    let style = TextStyle(
      .gothic, size: level <= 1 ? 16 : level == 2 ? 13 : 11, wraps: true, lineSpacing: 1.3)
    if cursor > body.y { try space(Measure.millimetres(style.size * 0.6)) }
    let shaped = try shape(text, style)
    let own = Double(shaped.lineCount) * style.leading
    try makeRoom(Measure.millimetres(own + 2 * TextStyle.body.leading))
    try set(shaped, style)
    try space(Measure.millimetres(style.size * 0.3))
  }

  /// Sets a paragraph, over as many lines and pages as it takes.
  ///
  /// - Throws: `glyphMissing`, `forbiddenCharacter`, `textTooLong`, `badMeasure`, `doesNotFit` for a
  ///   line or a character larger than the page, `callFailed`.
  public mutating func paragraph(
    _ text: String, style: TextStyle = .body
  ) throws(TypesettingError) {
    try style.check()
    try set(try shape(text, style), style)
  }

  /// Leaves a space in millimetres, which is lost at the foot of a page.
  ///
  /// - Throws: `badMeasure` for more than a page.
  public mutating func space(_ height: Double) throws(TypesettingError) {
    try Measure.check(height, in: 0...body.height)
    cursor = min(cursor + height, body.bottom)
  }

  /// Ends the page and goes on at the top of the next.
  ///
  /// - Throws: `callFailed`.
  public mutating func nextPage() throws(TypesettingError) {
    try drawPageNumber()
    try document.nextPage()
    cursor = body.y
  }

  /// Goes on to the next page unless a height in mm is left on this one; tells whether it did.
  @discardableResult
  mutating func makeRoom(_ height: Double) throws(TypesettingError) -> Bool {
    guard height <= body.height + Measure.tolerance else { throw .doesNotFit(body) }
    guard cursor + height > body.bottom + Measure.tolerance else { return false }
    try nextPage()
    return true
  }

  private borrowing func shape(
    _ text: String, _ style: TextStyle
  ) throws(TypesettingError) -> ShapedText {
    let room = Measure.points(body.width)
    let key = LayoutKey(style.typeface, size: style.size, slot: .text)
    let shaped = try document.canvas.fonts.shape(text.utf8Span.span, as: key, width: room)
    guard try shaped.width() <= room * (1 + Measure.tolerance) else { throw .doesNotFit(body) }
    return shaped
  }

  private mutating func set(_ text: ShapedText, _ style: TextStyle) throws(TypesettingError) {
    let leading = Measure.millimetres(style.leading)
    for line in 0..<text.lineCount {
      try makeRoom(leading)
      // The type stands in the middle of its line.
      let above = (style.leading - style.size) / 2 + style.size * Typeface.ascent
      let baseline = Measure.points(cursor) + above
      try document.canvas.draw(text, line: line, baseline: baseline, in: body, style: style)
      cursor += leading
    }
    try document.canvas.check("pango_cairo_show_layout_line")
  }

  private borrowing func drawPageNumber() throws(TypesettingError) {
    guard let number = layout.number(of: document.pageCount - firstPage + 1) else { return }
    let style = Self.numberStyle
    let key = LayoutKey(style.typeface, size: style.size, slot: .pageNumber)
    let shaped = try document.canvas.fonts.shape(number.utf8Span.span, as: key, width: nil)
    let margin = Frame(x: body.x, y: body.bottom, width: body.width, height: layout.margin)
    try document.canvas.draw(shaped, in: margin, style: style)
  }
}
