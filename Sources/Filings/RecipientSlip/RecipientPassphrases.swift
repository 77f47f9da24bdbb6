internal import People
internal import Secrets
internal import Text

/// The passphrases with which people's own copies are opened, by employee's code.
///
/// They come from a CSV file with the columns 社員番号 and パスフレーズ, and stay in secret memory.
public final class RecipientPassphrases {
  /// All of them one after another, each with a zero byte after it.
  private var words = KeptSecrets()
  private var places: [PersonCode: (range: Range<Int>, line: Int)] = [:]
  private var mistakes: [FilingMistake] = []

  /// The fewest and the most characters: what revision 6 of PDF encryption reads is 127.
  private static let length = 8...127
  private static let field = "パスフレーズ"

  /// Reads a file from its start.
  ///
  /// - Throws: `mistakes` for a passphrase that is too short or not plain ASCII, a code that is none
  ///   or stands twice; `text`.
  public init(fileDescriptor: Int32) throws(FilingError) {
    do throws(TextError) {
      let encoding = try TextEncoding.detect(fileDescriptor: fileDescriptor)
      var rows = CSVReader(fileDescriptor: fileDescriptor, encoding: encoding)
      try rows.rewind()
      try read(&rows)
    } catch {
      throw .text(error)
    }
    guard mistakes.isEmpty else { throw .mistakes(mistakes) }
  }

  /// Lends a person's passphrase with a zero byte after it; nil where there is none.
  func lend<R, E: Error>(
    of person: PersonCode, _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R? {
    guard let place = places[person]?.range else { return nil }
    return try words.withSpan(place, body)
  }

  /// Whether a person has one.
  func hasOne(_ person: PersonCode) -> Bool { places[person] != nil }

  private func read(_ rows: inout CSVReader) throws(TextError) {
    guard try rows.advance() else { return add(1, .emptyFile) }
    guard rows.row.count == 2, try rows.row.text(0) == "社員番号", try rows.row.text(1) == Self.field
    else { return add(1, .headerMissing("社員番号, \(Self.field)")) }
    while try rows.advance() { try take(rows.row) }
  }

  private func take(_ row: borrowing CSVRow) throws(TextError) {
    guard row.count == 2 else {
      return add(row.line, .fieldCount(found: row.count, expected: [2]))
    }
    let code: PersonCode
    let text = try row.text(0).trimmed
    do throws(PeopleError) { code = try PersonCode(employee: text) } catch {
      return add(row.line, .badCode(error))
    }
    if let first = places[code] { return add(row.line, .duplicateRow(firstLine: first.line)) }
    let line = row.line
    row.withField(1) { keep($0, of: code, line) }
  }

  private func keep(_ word: Span<UInt8>, of code: PersonCode, _ line: Int) {
    var isPlain = Self.length.contains(word.count)
    for place in word.indices where !(0x20...0x7E).contains(word[place]) { isPlain = false }
    guard isPlain else { return add(line, .badPassphrase) }
    let range = words.append(word)
    let end: [UInt8] = [0]
    words.append(end.span)
    places[code] = (range.lowerBound..<words.count, line)
  }

  private func add(_ line: Int, _ rule: MistakeRule) {
    mistakes.append(FilingMistake(line: line, column: 2, field: Self.field, rule: rule))
  }
}
