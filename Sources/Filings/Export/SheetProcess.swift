internal import Text

/// Draws copies that bear numbers, in a process of its own that ends with the file.
///
/// Pango and Cairo copy what they draw and wipe nothing, so that no process that goes on may draw a
/// number. This one has no key and no vault, reads its input into memory that is wiped, leaves no core
/// dump, and ends.
public enum SheetProcess {
  /// The command of the program that calls `draw`.
  public static let command = "draw-sheets"

  /// Draws what stands in a pipe, and hands out the PDF.
  ///
  /// - Parameters:
  ///   - descriptor: The form's table, then a row a copy.
  ///   - sink: Takes bytes of the PDF; gives false if it could not.
  /// - Throws: `text`, `badLayout`, `typesetting`, also where a text cannot be drawn.
  public static func draw(
    from descriptor: Int32, to sink: (Span<UInt8>) -> Bool
  ) throws(FilingError) {
    var rows = CSVReader(fileDescriptor: descriptor, encoding: .utf8)
    guard try SheetInput.advance(&rows) else { throw failed }
    let form = try SheetInput.form(rows.row)
    var sheets = try FormSheets(form, .single)
    var isTaken = true
    while try SheetInput.advance(&rows), isTaken {
      try draw(rows.row, form, &sheets)
      sheets.drain { isTaken = sink($0) && isTaken }
    }
    let rest = try sheets.finish()
    guard isTaken, sink(rest.span) else { throw failed }
  }

  private static let failed = FilingError.typesetting("the pages could not be handed over")

  private static func draw(
    _ row: borrowing CSVRow, _ form: PaperForm, _ sheets: inout FormSheets
  ) throws(FilingError) {
    guard row.count == form.boxes.count else { throw failed }
    try sheets.begin()
    for (place, box) in form.boxes.enumerated() where !row.isEmpty(place) {
      let rule = try row.withField(place) { (text) throws(FilingError) in
        try sheets.draw(utf8: text, in: box)
      }
      // Every text was drawn on trial before, and every number fits.
      if rule != nil { throw failed }
    }
  }
}
