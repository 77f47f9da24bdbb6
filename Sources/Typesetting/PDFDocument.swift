internal import CPangoCairo

/// A PDF document, made page by page.
///
/// Fonts are embedded, reduced to the glyphs used, and text can be searched and copied. The same
/// input and the same libraries give the same bytes. Nothing goes to a file: take the bytes with
/// `drain` after each page, so that memory does not grow with the number of pages, and the rest with
/// `finish`.
@safe public struct PDFDocument: ~Copyable {
  private let surface: OpaquePointer
  private let output: OutputBuffer
  /// The page that is being drawn.
  public private(set) var canvas: Canvas
  /// How many pages there are, with the one that is being drawn.
  public private(set) var pageCount = 1

  /// Begins a document with an empty first page.
  ///
  /// - Throws: `callFailed`.
  public init(
    fonts: FontBook, paper: PaperSize = .a4, metadata: DocumentMetadata
  ) throws(TypesettingError) {
    let output = OutputBuffer()
    let surface = unsafe try Self.makeSurface(output, paper)
    do throws(TypesettingError) {
      try unsafe Self.describe(surface, metadata)
      canvas = try unsafe Canvas(surface, fonts: fonts, paper: paper)
    } catch {
      unsafe cairo_surface_destroy(surface)
      throw error
    }
    self.output = output
    unsafe self.surface = unsafe surface
  }

  deinit {
    // The canvas holds the surface a little longer, which must not write any more by then.
    unsafe cairo_surface_finish(surface)
    unsafe cairo_surface_destroy(surface)
  }

  /// Ends the page and begins another.
  ///
  /// - Parameter paper: The size of the new page; nil for the same again.
  /// - Throws: `callFailed`.
  public mutating func nextPage(_ paper: PaperSize? = nil) throws(TypesettingError) {
    try endPage()
    canvas.paper = paper ?? canvas.paper
    unsafe cairo_pdf_surface_set_size(
      surface, Measure.points(canvas.paper.width), Measure.points(canvas.paper.height))
    pageCount += 1
    try check("cairo_pdf_surface_set_size")
  }

  /// Hands out the bytes made since the last time; if `body` throws, they are handed out again.
  public borrowing func drain<E: Error>(_ body: (Span<UInt8>) throws(E) -> Void) throws(E) {
    try output.drain(body)
  }

  /// Ends the document and gives the bytes that were not yet taken.
  ///
  /// - Throws: `callFailed`.
  public consuming func finish() throws(TypesettingError) -> [UInt8] {
    try endPage()
    unsafe cairo_surface_finish(surface)
    try check("cairo_surface_finish")
    return output.bytes
  }

  private borrowing func endPage() throws(TypesettingError) {
    unsafe cairo_show_page(canvas.cairo)
    try canvas.check("cairo_show_page")
    try check("cairo_show_page")
  }

  private borrowing func check(_ call: String) throws(TypesettingError) {
    try FontCall.check(unsafe cairo_surface_status(surface), call)
  }

  private static func makeSurface(
    _ output: OutputBuffer, _ paper: PaperSize
  ) throws(TypesettingError) -> OpaquePointer {
    let write: cairo_write_func_t = { closure, bytes, count in
      guard let closure = unsafe closure else { return CAIRO_STATUS_WRITE_ERROR }
      let output = unsafe Unmanaged<OutputBuffer>.fromOpaque(closure).takeUnretainedValue()
      unsafe output.append(UnsafeBufferPointer(start: bytes, count: Int(count)))
      return CAIRO_STATUS_SUCCESS
    }
    // The document keeps the buffer for as long as the surface.
    let closure = unsafe Unmanaged.passUnretained(output).toOpaque()
    let (width, height) = (Measure.points(paper.width), Measure.points(paper.height))
    return unsafe try FontCall.made(
      cairo_pdf_surface_create_for_stream(write, closure, width, height),
      "cairo_pdf_surface_create_for_stream")
  }

  private static func describe(
    _ surface: OpaquePointer, _ metadata: DocumentMetadata
  ) throws(TypesettingError) {
    unsafe cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, metadata.title)
    if let author = metadata.author {
      unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author)
    }
    // Cairo writes the present time unless it is told another; an empty one is left out.
    unsafe cairo_pdf_surface_set_metadata(
      surface, CAIRO_PDF_METADATA_CREATE_DATE, metadata.created ?? "")
    try FontCall.check(unsafe cairo_surface_status(surface), "cairo_pdf_surface_set_metadata")
  }
}
