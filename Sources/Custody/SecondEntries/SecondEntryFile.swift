internal import Numbers
internal import People
internal import Rules
internal import Text
internal import Wording

/// Reads a file of second entries, and seals each row as it is read.
final class SecondEntryFile {
  /// So many are entered at once at most: sealed, they wait in memory.
  static let rowLimit = 10_000
  private static let columns: [ImportColumn] = [.employeeCode, .dependentNumber, .myNumber]

  private let session: Session
  private let run: SecondEntryRun
  private let file: String
  private var places: [ImportColumn: Int] = [:]
  private var lines: [PersonCode: Int] = [:]
  private var mistakes: [InputMistake] = []
  /// People whose number the session's user entered first.
  private(set) var same: [PersonCode] = []
  /// How many second entries were sealed.
  private(set) var count = 0

  init(_ session: Session, _ run: SecondEntryRun, file: String) {
    self.session = session
    self.run = run
    self.file = file
  }

  /// - Throws: `.badInput` with every mistake, or as many as ``PersonImport/mistakeLimit``.
  func read(_ descriptor: Int32) throws(CustodyError) {
    var reader = try CSVReader(detecting: descriptor) { CustodyError($0, file: file) }
    guard try advance(&reader) else {
      throw CustodyError(.badInput([InputMistake(file: file, message: "the file is empty")]))
    }
    try takeHeader(reader.row)
    var rows = 0
    while mistakes.count < PersonImport.mistakeLimit, try advance(&reader) {
      rows += 1
      guard rows <= Self.rowLimit else {
        note(reader.row.line, nil, "more than \(Self.rowLimit) rows; split the file")
        break
      }
      try take(reader.row)
    }
    if rows == 0 { note(1, nil, "there is no row under the header") }
    guard mistakes.isEmpty else { throw CustodyError(.badInput(mistakes)) }
  }

  private func advance(_ reader: inout CSVReader) throws(CustodyError) -> Bool {
    do throws(TextError) {
      return try reader.advance()
    } catch {
      throw CustodyError(error, file: file)
    }
  }

  private func takeHeader(_ row: borrowing CSVRow) throws(CustodyError) {
    for place in 0..<row.count {
      guard let column = ImportColumn(header: try text(row, place)), Self.columns.contains(column)
      else { continue }
      if let known = places.updateValue(place, forKey: column) {
        note(row.line, column, "stands twice, in column \(known + 1) too")
      }
    }
    for column in [ImportColumn.employeeCode, .myNumber] where places[column] == nil {
      let name = "\(column.japanese) (\(column.english))"
      note(row.line, nil, "there is no column \(name)")
    }
    guard mistakes.isEmpty else { throw CustodyError(.badInput(mistakes)) }
  }

  private func take(_ row: borrowing CSVRow) throws(CustodyError) {
    let before = mistakes.count
    let number = places[.myNumber].flatMap {
      NumberField.number(row, at: $0, file: file, mistakes: &mistakes)
    }
    if number == nil, mistakes.count == before { note(row.line, .myNumber, "missing") }
    guard let code = try code(row), let person = try person(code, row.line) else { return }
    guard mistakes.count == before, let number else { return }
    try run.seal(number, of: person)
    count += 1
  }

  /// The person, unless something keeps the number from being entered again.
  private func person(
    _ code: PersonCode, _ line: Int
  ) throws(CustodyError) -> VerifiedPerson? {
    if let other = lines.updateValue(line, forKey: code) {
      note(line, .employeeCode, "the same person as in line \(other)")
      return nil
    }
    guard let person = try session.rows.person(code) else {
      note(line, .employeeCode, "the vault has nobody of this code")
      return nil
    }
    switch run.obstacle(of: person) {
    case nil: return person
    case .same: same.append(code)
    case .notWaiting(let why): note(line, .employeeCode, why)
    }
    return nil
  }

  private func code(_ row: borrowing CSVRow) throws(CustodyError) -> PersonCode? {
    guard let place = places[.employeeCode] else { return nil }
    let text = try text(row, place)
    let number = try dependentNumber(row)
    do throws(PeopleError) {
      let code = try PersonCode(Folding.halfWidth(text))
      guard let number else { return code }
      return try PersonCode.dependent(of: code, number: number)
    } catch {
      note(row.line, .employeeCode, error.phrase)
      return nil
    }
  }

  private func dependentNumber(_ row: borrowing CSVRow) throws(CustodyError) -> Int? {
    guard let place = places[.dependentNumber], !row.isEmpty(place) else { return nil }
    let number = Int(Folding.halfWidth(try text(row, place)))
    if number == nil { note(row.line, .dependentNumber, "not a number from 1 to 99") }
    return number
  }

  /// A field that must hold no number.
  private func text(_ row: borrowing CSVRow, _ place: Int) throws(CustodyError) -> String {
    let text: String
    do throws(TextError) {
      text = try row.text(place).trimmed
    } catch {
      throw CustodyError(error, file: file)
    }
    guard text.couldHoldNumber else { return text }
    throw CustodyError(
      .badInput([
        InputMistake(file: file, line: row.line, column: place + 1, message: String.numberMistake)
      ]))
  }

  private func note(_ line: Int, _ column: ImportColumn?, _ message: Phrase) {
    mistakes.append(
      InputMistake(
        file: file, line: line, column: column.flatMap { places[$0] }.map { $0 + 1 },
        field: column?.japanese, message: message))
  }
}
