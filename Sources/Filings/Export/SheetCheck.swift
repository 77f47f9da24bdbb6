internal import Text

/// Reads copies that bear numbers back, in a process of its own that ends with the file.
///
/// What reads a PDF copies what it reads and wipes nothing, as what draws it: so the numbers that the
/// gate lent go to this process, through a pipe, and it says only whether all is well. They do not come
/// by way of the rows that were drawn.
public enum SheetCheck {
  /// The command of the program that calls `check`.
  public static let command = "read-sheets"

  /// Holds a PDF against the numbers that must stand on it.
  ///
  /// - Parameters:
  ///   - pdf: An open file.
  ///   - descriptor: The form's table and the texts that may look like numbers, then a row a copy
  ///     with the number of each box.
  /// - Returns: What is wrong, as the process that started this one reads it, and in words; nil if
  ///   nothing is.
  /// - Throws: `text`, `badLayout`; `typesetting`, also where the copies are others.
  public static func check(
    _ pdf: Int32, against descriptor: Int32
  ) throws(FilingError) -> (report: String, fault: ReadBackFault)? {
    var rows = CSVReader(fileDescriptor: descriptor, encoding: .utf8)
    guard try SheetInput.advance(&rows) else { throw failed }
    let form = try SheetInput.form(rows.row)
    let known = SheetInput.known(rows.row)
    var numbers = SheetNumbers()
    while try SheetInput.advance(&rows) { try take(rows.row, form, &numbers) }
    var pages = try PageReadBack(Self.path(of: pdf), on: form, known: known)
    guard let fault = try pages.fault(expecting: numbers) else { return nil }
    return (fault.report ?? "", fault)
  }

  /// Where an open file can be read, even one without a name.
  static func path(of descriptor: Int32) -> String { "/proc/self/fd/\(descriptor)" }

  private static let failed = FilingError.typesetting("the pages do not hold what was meant")

  private static func take(
    _ row: borrowing CSVRow, _ form: PaperForm, _ numbers: inout SheetNumbers
  ) throws(FilingError) {
    guard row.count == form.boxes.count else { throw failed }
    numbers.addCopy()
    for place in 0..<row.count where !row.isEmpty(place) {
      guard form.boxes[place].isOfNumber else { throw failed }
      row.withField(place) { numbers.expect($0, inBox: place) }
    }
  }
}
