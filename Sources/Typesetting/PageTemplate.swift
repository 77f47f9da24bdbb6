internal import CPangoCairo

/// What is the same on many pages: the lines and words of a form.
///
/// A document holds it once, however often it is drawn (a form XObject, ISO 32000-1 8.10), and its
/// texts are set once. It may be drawn in any number of documents.
@safe public struct PageTemplate: ~Copyable {
  let surface: OpaquePointer
  /// The size of the pages it is for.
  public let paper: PaperSize

  /// Draws a template.
  ///
  /// - Throws: What `content` throws, `callFailed`.
  public init(
    fonts: FontBook, paper: PaperSize,
    content: (borrowing Canvas) throws(TypesettingError) -> Void
  ) throws(TypesettingError) {
    let fresh = unsafe try Self.makeSurface(paper)
    do throws(TypesettingError) {
      try content(try unsafe Canvas(fresh, fonts: fonts, paper: paper))
      try FontCall.check(unsafe cairo_surface_status(fresh), "cairo_recording_surface_create")
    } catch {
      unsafe cairo_surface_destroy(fresh)
      throw error
    }
    unsafe surface = unsafe fresh
    self.paper = paper
  }

  deinit { unsafe cairo_surface_destroy(surface) }

  private static func makeSurface(_ paper: PaperSize) throws(TypesettingError) -> OpaquePointer {
    var extents = cairo_rectangle_t(
      x: 0, y: 0, width: Measure.points(paper.width), height: Measure.points(paper.height))
    return unsafe try FontCall.made(
      cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents),
      "cairo_recording_surface_create")
  }
}
