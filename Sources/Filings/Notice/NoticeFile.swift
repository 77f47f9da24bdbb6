import People
import Rules
import Text

/// A file of notices that other software made, as it was read: who is on it, but no number.
///
/// The bytes of number columns are never decoded, compared or kept; the buffer they pass through is
/// wiped.
struct NoticeFile: Sendable {
  let layout: NoticeLayout
  let encoding: TextEncoding
  /// How many number fields were filled and left out (`--discard-numbers`).
  let discarded: Int
  /// The lines before the first record of a person, byte for byte.
  let head: [UInt8]
  let rows: [NoticeRow]
  /// What is wrong with it, apart from what depends on numbers.
  let mistakes: [FilingMistake]

  /// How many mistakes a reading lists before it stops.
  static let mistakeLimit = 1000
  /// The most bytes of a file whose layout names no limit, since it is held in memory.
  static let byteLimit = 16 << 20

  /// Reads a file that can be read more than once (no pipe), and holds every record against its
  /// layout.
  ///
  /// - Parameters:
  ///   - fileDescriptor: closing it stays with the caller.
  ///   - forms: the forms that its records may be.
  ///   - discardNumbers: leave out the bytes of filled number columns, which are otherwise mistakes.
  ///   - today: the day on which it is filed.
  /// - Throws: `mistakes` where nothing after it can be told; `text`.
  init(
    fileDescriptor: Int32, layout: NoticeLayout, forms: [FormCopyID], discardNumbers: Bool,
    today: CalendarDate
  ) throws(FilingError) {
    var reader = NoticeReader(layout, forms: forms, discardNumbers: discardNumbers, today: today)
    var lines = try CSVReader(
      detecting: fileDescriptor, skipsBlankLines: false, failure: FilingError.text)
    encoding = lines.row.encoding
    do throws(TextError) {
      try reader.read(&lines)
    } catch {
      throw .text(error)
    }
    guard !reader.isHopeless else { throw .mistakes(reader.mistakes.sorted()) }
    self.layout = layout
    discarded = reader.discarded
    (head, rows, mistakes) = (reader.head, reader.rows, reader.mistakes)
  }
}
