extension SummarySheet {
  /// Writes the sheet as a PDF with mode 0600, which is read back before it has its name: nobody's
  /// number stands on it.
  ///
  /// - Throws: `.readBack`; `.filing` where it cannot be drawn, or has a name that is taken.
  public func write(to path: String) throws(ExportError) {
    let bytes: [UInt8]
    do throws(FilingError) { bytes = try pdf() } catch { throw .filing(error) }
    try write(bytes, to: path)
  }

  /// Writes a PDF of the sheet.
  func write(_ pdf: [UInt8], to path: String) throws(ExportError) {
    let writing = try ExportWriting(path)
    writing.sink(pdf.span)
    try writing.settle()
    try PageReadBack.checkTable(writing, knowing: known)
    try writing.release()
  }

  /// The texts of the cells: a designation number or a sum may look like somebody's number.
  private var known: KnownTexts {
    var known = KnownTexts()
    for cell in rows.joined() { known.insert(Array(Self.printed(cell).utf8)) }
    return known
  }
}
