internal import CPangoCairo

/// The fonts of a run, opened once for all documents that it makes.
///
/// Opening takes some milliseconds; afterwards nothing is opened or parsed for a text, since the
/// layouts are kept by typeface and size. It belongs to one thread at a time.
///
/// Pango and Cairo copy what they draw, and their copies are not wiped: a process that sets numbers
/// forbids core dumps and ends soon.
@safe public final class FontBook {
  private let fontMap: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private var layouts: [LayoutKey: KeptLayout] = [:]

  /// Opens the fonts IPAexMincho, IPAexGothic and IPAmjMincho.
  ///
  /// - Throws: `fontMissing`, `callFailed`.
  public init() throws(TypesettingError) {
    let fonts = try FontConfiguration()
    unsafe fontMap = try FontCall.made(cpangocairo_font_map_new(), "pango_cairo_font_map_new")
    unsafe cpangocairo_set_fonts(fontMap, fonts.pointer)
    unsafe context = pango_font_map_create_context(fontMap)
    try setUpContext()
  }

  deinit {
    unsafe g_object_unref(UnsafeMutableRawPointer(context))
    unsafe g_object_unref(UnsafeMutableRawPointer(fontMap))
  }

  /// One unit is a point, glyphs stand where they belong to a fraction of it, and kanji are
  /// Japanese, whatever the locale says.
  private func setUpContext() throws(TypesettingError) {
    let options = unsafe try FontCall.made(
      cairo_font_options_create(), "cairo_font_options_create")
    defer { unsafe cairo_font_options_destroy(options) }
    try FontCall.check(unsafe cairo_font_options_status(options), "cairo_font_options_create")
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe pango_cairo_context_set_font_options(context, options)
    unsafe pango_cairo_context_set_resolution(context, 72)
    unsafe pango_context_set_round_glyph_positions(context, 0)
    unsafe pango_context_set_language(context, pango_language_from_string("ja"))
    unsafe pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
  }

  /// Sets a checked UTF-8 text in lines; it can be drawn until another is set with the same key.
  ///
  /// - Parameter width: The longest line, in points; nil for one line.
  /// - Throws: `forbiddenCharacter`, `glyphMissing`, `textTooLong`, `callFailed`.
  func shape(
    _ text: Span<UInt8>, as key: LayoutKey, width: Double?
  ) throws(TypesettingError) -> ShapedText {
    if let scalar = PrintableText.firstForbidden(in: text, allowingLineEnds: width != nil) {
      throw .forbiddenCharacter(scalar)
    }
    // Pango counts in 1/1024 of a point, in 32 bits.
    guard Double(text.count) * key.size <= 1_000_000 else { throw .textTooLong(bytes: text.count) }
    let layout = try layout(for: key)
    layout.set(text, width: width)
    let shaped = ShapedText(layout, size: key.size)
    try shaped.refuseMissingGlyphs()
    return shaped
  }

  private func layout(for key: LayoutKey) throws(TypesettingError) -> KeptLayout {
    if let known = layouts[key] { return known }
    let layout = try unsafe KeptLayout(context, for: key)
    layouts[key] = layout
    return layout
  }
}
