import People
import Text

/// Who stands on which line of a file of notices, where the user says so (`--match`).
///
/// A CSV with the columns 行 (line) and 社員番号 (employee_code), and 項目 (item), the number of the
/// field that takes the number, for a family member with 社員番号 such as `0004-1`.
public struct NoticeMatches: Sendable {
  /// A place in the file of notices.
  struct Place: Hashable {
    let line: Int
    /// The number field; 0 for the one of the person whom the record is about.
    let field: Int
  }

  private var people: [Place: PersonCode] = [:]
  /// The line of this file that says so.
  private var lines: [Place: Int] = [:]

  /// Nobody.
  public init() {}

  /// Reads the file.
  ///
  /// - Parameter fileDescriptor: a file that can be read twice; closing it stays with the caller.
  /// - Throws: `mistakes` with the lines of this file; `text`.
  public init(fileDescriptor: Int32) throws(FilingError) {
    var mistakes: [FilingMistake] = []
    var rows = try CSVReader(detecting: fileDescriptor, failure: FilingError.text)
    do throws(TextError) {
      try read(&rows, &mistakes)
    } catch {
      throw .text(error)
    }
    if !mistakes.isEmpty { throw .mistakes(mistakes.sorted()) }
  }

  private mutating func read(
    _ rows: inout CSVReader, _ mistakes: inout [FilingMistake]
  ) throws(TextError) {
    guard try rows.advance() else {
      return mistakes.append(FilingMistake(line: 1, rule: .emptyFile))
    }
    guard let columns = try Self.columns(rows.row, &mistakes) else { return }
    while mistakes.count < NoticeFile.mistakeLimit, try rows.advance() {
      try take(rows.row, columns, &mistakes)
    }
  }

  private struct Columns {
    let line: Int
    let code: Int
    let item: Int?
  }

  private static func columns(
    _ row: borrowing CSVRow, _ mistakes: inout [FilingMistake]
  ) throws(TextError) -> Columns? {
    var places: [String: Int] = [:]
    for index in 0..<row.count { places[Folding.key(try row.text(index))] = index }
    let code = places["社員番号"] ?? places["employee_code"]
    guard let line = places["行"] ?? places["line"], let code else {
      mistakes.append(FilingMistake(line: row.line, rule: .headerMissing("行, 社員番号")))
      return nil
    }
    return Columns(line: line, code: code, item: places["項目"] ?? places["item"])
  }

  private mutating func take(
    _ row: borrowing CSVRow, _ columns: Columns, _ mistakes: inout [FilingMistake]
  ) throws(TextError) {
    guard let line = try Self.number(row, columns.line, &mistakes),
      let field = try Self.number(row, columns.item, &mistakes)
    else { return }
    let place = Place(line: line, field: field)
    let text = Folding.halfWidth(try row.text(columns.code)).trimmed
    do throws(PeopleError) {
      let isNew = people.updateValue(try PersonCode(text), forKey: place) == nil
      if !isNew {
        mistakes.append(
          FilingMistake(line: row.line, rule: .duplicateRow(firstLine: lines[place] ?? 0)))
      }
      lines[place] = row.line
    } catch {
      mistakes.append(
        FilingMistake(line: row.line, column: columns.code + 1, rule: .badCode(error)))
    }
  }

  /// A number of a column; 0 where the column is empty or not there, nil for what is none.
  private static func number(
    _ row: borrowing CSVRow, _ index: Int?, _ mistakes: inout [FilingMistake]
  ) throws(TextError) -> Int? {
    guard let index else { return 0 }
    let text = Folding.halfWidth(try row.text(index)).trimmed
    if text.isEmpty { return 0 }
    guard let number = Int(text), number > 0 else {
      mistakes.append(FilingMistake(line: row.line, column: index + 1, rule: .notDigits))
      return nil
    }
    return number
  }

  /// The person of a place, if the user said who it is.
  subscript(line line: Int, field field: Int, isOneself isOneself: Bool) -> PersonCode? {
    people[Place(line: line, field: field)]
      ?? (isOneself ? people[Place(line: line, field: 0)] : nil)
  }

  /// The lines of this file that name a place that the file of notices does not have.
  func lines(outside places: Set<Place>) -> [Int] {
    lines.filter { !places.contains($0.key) }.map(\.value).sorted()
  }
}
