internal import CPangoCairo

/// A Pango layout with its typeface and size, released with the last who holds it.
@safe final class KeptLayout {
  let pointer: OpaquePointer

  init(_ context: OpaquePointer, for key: LayoutKey) throws(TypesettingError) {
    unsafe pointer = try FontCall.made(pango_layout_new(context), "pango_layout_new")
    let face = unsafe try FontCall.made(
      pango_font_description_new(), "pango_font_description_new")
    defer { unsafe pango_font_description_free(face) }
    unsafe pango_font_description_set_family(face, key.typeface.families)
    unsafe pango_font_description_set_size(face, key.hundredths * PANGO_SCALE / 100)
    unsafe pango_layout_set_font_description(pointer, face)
    unsafe pango_layout_set_wrap(pointer, PANGO_WRAP_WORD_CHAR)
    unsafe pango_layout_set_auto_dir(pointer, 0)
  }

  deinit { unsafe g_object_unref(UnsafeMutableRawPointer(pointer)) }

  /// Sets a text of which everything was checked.
  func set(_ text: Span<UInt8>, width: Double?) {
    let limit = width.map { Int32($0 * Double(PANGO_SCALE)) }
    unsafe pango_layout_set_width(pointer, limit ?? -1)
    unsafe text.withUnsafeBytes { bytes in
      // An empty text may have no address, and Pango wants one.
      guard let start = bytes.baseAddress else {
        return unsafe pango_layout_set_text(pointer, "", 0)
      }
      let characters = unsafe start.assumingMemoryBound(to: CChar.self)
      unsafe pango_layout_set_text(pointer, characters, Int32(bytes.count))
    }
  }
}
