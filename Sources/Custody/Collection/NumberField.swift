internal import Numbers
internal import Rules
internal import Text
internal import Wording

/// Reads the number of a row from its bytes; it never becomes a String.
enum NumberField {
  /// The number in a field; nil for an empty one, or with a mistake.
  ///
  /// - Parameter place: The column, from 0.
  static func number(
    _ row: borrowing CSVRow, at place: Int, file: String, mistakes: inout [InputMistake]
  ) -> MyNumber? {
    if row.isEmpty(place) { return nil }
    let encoding: NumberEncoding = row.encoding == .utf8 ? .utf8 : .cp932
    do throws(NumberError) {
      return try row.withField(place) { (bytes) throws(NumberError) -> MyNumber? in
        do throws(NumberError) {
          return try MyNumber(normalising: bytes, encoding: encoding)
        } catch {
          guard error == .empty else { throw error }
          return nil
        }
      }
    } catch {
      let isRounded = error == .badCharacter && row.withField(place, Self.isRounded)
      mistakes.append(
        InputMistake(
          file: file, line: row.line, column: place + 1, field: ImportColumn.myNumber.japanese,
          message: isRounded ? Self.rounded : error.phrase))
      return nil
    }
  }

  /// Whether a spreadsheet wrote the field as a power of ten, such as 1.2E+11.
  private static func isRounded(_ bytes: Span<UInt8>) -> Bool {
    bytes.indices.contains { place in
      bytes[place] | 0x20 == 0x65 && place + 1 < bytes.count && bytes[place + 1] == 0x2B
    }
  }

  private static let rounded: Phrase =
    "a spreadsheet rounded the number; make the column text and enter it again"
}
