/// The cells of a row, set and ready to be drawn.
struct TableRow {
  let cells: [ShapedText]
  /// In mm.
  let height: Double
  let isHeader: Bool
}
