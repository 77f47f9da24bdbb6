internal import CPangoCairo

/// A text in a layout of a font book, in lines, until the layout is used again.
struct ShapedText {
  private let layout: KeptLayout
  /// The size of the type, in points.
  let size: Double

  init(_ layout: KeptLayout, size: Double) {
    self.layout = layout
    self.size = size
  }

  var lineCount: Int { Int(unsafe pango_layout_get_line_count(layout.pointer)) }

  /// The height of its lines, each an em high, in points.
  func height(spacing: Double) -> Double { size * (1 + Double(lineCount - 1) * spacing) }

  /// The width of the longest line, in points; white space may hang over its end.
  func width() throws(TypesettingError) -> Double {
    var widest = 0.0
    for line in 0..<lineCount { widest = max(widest, try inkWidth(ofLine: line)) }
    return widest
  }

  /// The width of a line with the white space at its end, in points.
  func width(ofLine number: Int) throws(TypesettingError) -> Double {
    var logical = PangoRectangle()
    unsafe pango_layout_line_get_extents(try line(number), nil, &logical)
    return Double(logical.width) / Double(PANGO_SCALE)
  }

  /// The width of a line to where its last visible glyph ends, in points.
  private func inkWidth(ofLine number: Int) throws(TypesettingError) -> Double {
    var (ink, logical) = (PangoRectangle(), PangoRectangle())
    unsafe pango_layout_line_get_extents(try line(number), &ink, &logical)
    return Double(min(ink.x + ink.width, logical.width)) / Double(PANGO_SCALE)
  }

  /// Draws a line from a place on its baseline, in points.
  func draw(line number: Int, x: Double, baseline: Double, on cairo: OpaquePointer)
    throws(TypesettingError)
  {
    unsafe cairo_move_to(cairo, x, baseline)
    unsafe pango_cairo_show_layout_line(cairo, try line(number))
  }

  /// Refuses a text with a character that no font has.
  func refuseMissingGlyphs() throws(TypesettingError) {
    guard unsafe pango_layout_get_unknown_glyphs_count(layout.pointer) > 0 else { return }
    if let scalar = try firstMissing() { throw .glyphMissing(scalar) }
    throw .callFailed(call: "pango_layout_get_unknown_glyphs_count", reason: "none is marked")
  }

  private func line(
    _ number: Int
  ) throws(TypesettingError) -> UnsafeMutablePointer<PangoLayoutLine> {
    unsafe try FontCall.made(
      pango_layout_get_line_readonly(layout.pointer, Int32(number)),
      "pango_layout_get_line_readonly")
  }

  private func firstMissing() throws(TypesettingError) -> Unicode.Scalar? {
    let place = unsafe try FontCall.made(
      pango_layout_get_iter(layout.pointer), "pango_layout_get_iter")
    defer { unsafe pango_layout_iter_free(place) }
    repeat {
      guard let run = unsafe pango_layout_iter_get_run_readonly(place) else { continue }
      if let scalar = unsafe Self.missing(in: run) { return scalar }
    } while unsafe pango_layout_iter_next_run(place) != 0
    return nil
  }

  private static func missing(in run: UnsafeMutablePointer<PangoLayoutRun>) -> Unicode.Scalar? {
    guard let string = unsafe run.pointee.glyphs else { return nil }
    for place in 0..<Int(unsafe string.pointee.num_glyphs) {
      let character = cpangocairo_missing_character(unsafe string.pointee.glyphs[place].glyph)
      if character != 0 { return Unicode.Scalar(character) }
    }
    return nil
  }
}
