/// What a Pango layout is kept for.
struct LayoutKey: Hashable {
  let typeface: Typeface
  /// The size of the type, in hundredths of a point.
  let hundredths: Int32
  /// Texts that must be kept at the same time have a slot each: the cells of a row.
  let slot: Slot

  enum Slot: Hashable { case text, pageNumber, cell(Int), header(Int) }

  /// - Parameter size: In points, and checked.
  init(_ typeface: Typeface, size: Double, slot: Slot) {
    self.typeface = typeface
    hundredths = Int32((size * 100).rounded())
    self.slot = slot
  }

  /// The size of the type, in points.
  var size: Double { Double(hundredths) / 100 }
}
