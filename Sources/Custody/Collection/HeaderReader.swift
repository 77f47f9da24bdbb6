internal import Rules
internal import Text
internal import Wording

/// Finds what each header of a file stands for, by the mapping first and by our names else.
struct HeaderReader {
  /// A column of the file.
  struct Source {
    var header: String
    /// From 0.
    var place: Int
  }

  private let file: String
  private let line: Int
  private let mapping: ColumnMapping?
  private var columns = [Source?](repeating: nil, count: ImportHeader.columnCount)
  private var parts = [[Int: Source]](repeating: [:], count: ImportHeader.columnCount)
  private var count = 0
  private(set) var unknown: [String] = []
  private(set) var mistakes: [InputMistake] = []

  init(file: String, line: Int, mapping: ColumnMapping?) {
    self.file = file
    self.line = line
    self.mapping = mapping
  }

  /// Takes the next header, without outer spaces.
  mutating func take(_ text: String, at place: Int) {
    count += 1
    if text.isEmpty { return }
    guard !text.couldHoldNumber else { return note(place, nil, String.numberMistake) }
    let source = Source(header: text, place: place)
    switch mapping?.target(ofHeader: text) {
    case .column(let column): take(source, as: column)
    case .part(let column, let part):
      if let known = parts[column.ordinal].updateValue(source, forKey: part) {
        noteTwice(source, known, column)
      }
    case .ignored: unknown.append(text)
    case nil:
      guard let column = ImportColumn(header: text) else { return unknown.append(text) }
      take(source, as: column)
    }
  }

  /// What each column is read from, by ordinal; notes what is missing.
  mutating func finish() -> [[Source]] {
    let found = ImportColumn.allCases.map { sources(of: $0) }
    let lacksCode = found[ImportColumn.employeeCode.ordinal].isEmpty
    let lacksName =
      found[ImportColumn.name.ordinal].isEmpty
      && found[ImportColumn.familyName.ordinal].isEmpty
    if lacksCode, lacksName, count == 1, let other = otherSeparator {
      mistakes.append(
        InputMistake(
          file: file, line: line, message: "fields stand between \(other); commas are needed"))
      return found
    }
    if lacksCode { noteMissing("社員番号 (employee_code)") }
    if lacksName { noteMissing("氏名 (name)") }
    return found
  }

  /// What a header in one piece has between what may be its fields.
  private var otherSeparator: String? {
    guard let text = unknown.first else { return nil }
    if text.utf8.contains(0x09) { return "tabs" }
    return text.utf8.contains(0x3B) ? "semicolons" : nil
  }

  /// A whole column goes before its parts, which are then ignored and said to be.
  private mutating func sources(of column: ImportColumn) -> [Source] {
    let pieces = parts[column.ordinal].sorted { $0.key < $1.key }.map(\.value)
    guard let whole = columns[column.ordinal] else { return pieces }
    unknown += pieces.map(\.header)
    return [whole]
  }

  private mutating func take(_ source: Source, as column: ImportColumn) {
    if let known = columns[column.ordinal] { return noteTwice(source, known, column) }
    columns[column.ordinal] = source
  }

  private mutating func noteTwice(_ source: Source, _ known: Source, _ column: ImportColumn) {
    note(
      source.place, source.header,
      "column \(known.place + 1) is \(column.japanese) (\(column.english)) already")
  }

  private mutating func note(_ place: Int, _ field: String?, _ message: Phrase) {
    mistakes.append(
      InputMistake(file: file, line: line, column: place + 1, field: field, message: message))
  }

  private mutating func noteMissing(_ name: String) {
    mistakes.append(
      InputMistake(file: file, line: line, message: "there is no column \(name)"))
  }
}
