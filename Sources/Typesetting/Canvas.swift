internal import CPangoCairo

/// What one draws on: a page of a document, or a template.
///
/// Everything is black on white, in millimetres from the top left corner, and within the page.
@safe public struct Canvas: ~Copyable {
  let cairo: OpaquePointer
  let fonts: FontBook
  /// The size of the page.
  public internal(set) var paper: PaperSize

  /// Begins to draw on a surface, which stays the caller's.
  init(_ surface: OpaquePointer, fonts: FontBook, paper: PaperSize) throws(TypesettingError) {
    unsafe cairo = try Self.begin(surface)
    self.fonts = fonts
    self.paper = paper
  }

  private static func begin(_ surface: OpaquePointer) throws(TypesettingError) -> OpaquePointer {
    let cairo = unsafe try FontCall.made(cairo_create(surface), "cairo_create")
    let status = unsafe cairo_status(cairo)
    if status != CAIRO_STATUS_SUCCESS { unsafe cairo_destroy(cairo) }
    try FontCall.check(status, "cairo_create")
    return unsafe cairo
  }

  deinit { unsafe cairo_destroy(cairo) }

  /// Draws a line.
  ///
  /// - Throws: `outsidePage`, `badMeasure`, `callFailed`.
  public borrowing func line(
    from start: Position, to end: Position, style: LineStyle = .thin
  ) throws(TypesettingError) {
    try paper.check(
      Frame(
        x: min(start.x, end.x), y: min(start.y, end.y), width: (end.x - start.x).magnitude,
        height: (end.y - start.y).magnitude))
    try apply(style)
    unsafe cairo_move_to(cairo, Measure.points(start.x), Measure.points(start.y))
    unsafe cairo_line_to(cairo, Measure.points(end.x), Measure.points(end.y))
    unsafe cairo_stroke(cairo)
    try check("cairo_stroke")
  }

  /// Draws the edges of a frame.
  ///
  /// - Throws: `outsidePage`, `badMeasure`, `callFailed`.
  public borrowing func rectangle(
    _ frame: Frame, style: LineStyle = .thin
  ) throws(TypesettingError) {
    try apply(style)
    try path(frame)
    unsafe cairo_stroke(cairo)
    try check("cairo_stroke")
  }

  /// Fills a frame with a grey.
  ///
  /// - Parameter grey: From 0, black, to 1, white.
  /// - Throws: `outsidePage`, `badMeasure`, `callFailed`.
  public borrowing func fill(_ frame: Frame, grey: Double) throws(TypesettingError) {
    try Measure.check(grey, in: 0...1)
    try path(frame)
    unsafe cairo_set_source_rgb(cairo, grey, grey, grey)
    unsafe cairo_fill(cairo)
    unsafe cairo_set_source_rgb(cairo, 0, 0, 0)
    try check("cairo_fill")
  }

  /// Draws a template, which is as large as the page; a document holds it once, however often it is
  /// drawn.
  ///
  /// - Throws: `outsidePage` for a template of another size, `callFailed`.
  public borrowing func draw(_ template: borrowing PageTemplate) throws(TypesettingError) {
    guard template.paper == paper else { throw .outsidePage(template.paper.frame) }
    unsafe cairo_set_source_surface(cairo, template.surface, 0, 0)
    unsafe cairo_paint(cairo)
    unsafe cairo_set_source_rgb(cairo, 0, 0, 0)
    try check("cairo_paint")
  }

  borrowing func check(_ call: String) throws(TypesettingError) {
    try FontCall.check(unsafe cairo_status(cairo), call)
  }

  private borrowing func path(_ frame: Frame) throws(TypesettingError) {
    try paper.check(frame)
    unsafe cairo_rectangle(
      cairo, Measure.points(frame.x), Measure.points(frame.y), Measure.points(frame.width),
      Measure.points(frame.height))
  }

  private borrowing func apply(_ style: LineStyle) throws(TypesettingError) {
    try style.check()
    unsafe cairo_set_line_width(cairo, style.width)
    guard let dash = style.dash else { return unsafe cairo_set_dash(cairo, nil, 0, 0) }
    unsafe withUnsafePointer(to: dash) { unsafe cairo_set_dash(cairo, $0, 1, 0) }
  }
}
