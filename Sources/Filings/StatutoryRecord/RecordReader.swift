import Numbers
import People
import Text

/// Reads the rows of a file of records and collects every mistake.
struct RecordReader {
  private let header: RecordHeader
  private let needed: [(RecordHeader.Meaning, String)]
  private let discardNumbers: Bool
  private(set) var ignored: [String] = []
  private(set) var discarded = 0
  var mistakes: [FilingMistake] = []
  private(set) var isBegun = false
  private var meanings: [RecordHeader.Meaning?] = []
  private var titles: [String] = []
  private var columns: [RecordItem: Int] = [:]
  private var ownColumns: [RecordColumn: Int] = [:]
  private var isHeaderSound = true
  private var isPastFirst = false

  /// - Parameter needed: The columns without which a row means nothing, with their names.
  init(
    _ header: RecordHeader, needed: [(RecordHeader.Meaning, String)], discardNumbers: Bool
  ) {
    self.header = header
    self.needed = needed
    self.discardNumbers = discardNumbers
  }

  /// Reads the line of headers.
  mutating func begin(_ descriptor: Int32, _ encoding: TextEncoding) throws(TextError) {
    var rows = CSVReader(fileDescriptor: descriptor, encoding: encoding)
    try rows.rewind()
    isBegun = try rows.advance()
    if isBegun { try readHeader(rows.row) }
    isHeaderSound = mistakes.isEmpty
  }

  private mutating func readHeader(_ row: borrowing CSVRow) throws(TextError) {
    for index in 0..<row.count {
      let title = try row.text(index)
      let meaning = header.meaning(of: title)
      if meaning == nil, !title.isEmpty {
        if MyNumber.looksLikeNumber(in: title.utf8) {
          add(row.line, index + 1, "", .looksLikeNumber)
        }
        ignored.append(title)
      }
      if let meaning, meaning != .number, meanings.contains(meaning) {
        add(row.line, index + 1, title, .headerTwice)
      }
      if case .item(let item) = meaning { columns[item] = index + 1 }
      if case .own(let column) = meaning { ownColumns[column] = index + 1 }
      meanings.append(meaning)
      titles.append(title)
    }
    for (meaning, name) in [(.code, "社員番号")] + needed where !meanings.contains(meaning) {
      add(row.line, 0, "", .headerMissing(name))
    }
  }

  /// The next row of the file; nil for the header, and for a row with a mistake.
  mutating func take(_ row: borrowing CSVRow) throws(TextError) -> RecordRow? {
    defer { isPastFirst = true }
    if !isPastFirst { return nil }
    let before = mistakes.count
    let taken = try read(row)
    return isHeaderSound && mistakes.count == before ? taken : nil
  }

  private mutating func read(_ row: borrowing CSVRow) throws(TextError) -> RecordRow? {
    if row.count != meanings.count {
      add(row.line, 0, "", .fieldCount(found: row.count, expected: [meanings.count]))
      return nil
    }
    guard let place = meanings.firstIndex(of: .code),
      let person = try code(row, place)
    else { return nil }
    var taken = RecordRow(line: row.line, person: person)
    (taken.columns, taken.ownColumns) = (columns, ownColumns)
    for (index, meaning) in meanings.enumerated() where !row.isEmpty(index) {
      switch meaning {
      case .number: noteNumber(row, index)
      case .item(let item): taken.texts[item] = try text(row, index)
      case .own(.corporateNumber):
        // It is public, and checked where it is used.
        taken.own[.corporateNumber] = try row.text(index).trimmed
      case .own(let column): taken.own[column] = try text(row, index)
      case .code, nil: break
      }
    }
    return taken
  }

  private mutating func text(
    _ row: borrowing CSVRow, _ index: Int
  ) throws(TextError) -> String? {
    let text = try row.text(index).trimmed
    if text.isEmpty { return nil }
    if MyNumber.looksLikeNumber(in: text.utf8) {
      add(row.line, index + 1, titles[index], .looksLikeNumber)
    }
    return text
  }

  private mutating func code(
    _ row: borrowing CSVRow, _ place: Int
  ) throws(TextError) -> PersonCode? {
    let folded = Folding.halfWidth(try row.text(place)).trimmed
    if folded.isEmpty {
      add(row.line, place + 1, titles[place], .codeMissing)
      return nil
    }
    do throws(PeopleError) { return try PersonCode(employee: folded) } catch {
      add(row.line, place + 1, titles[place], .badCode(error))
      return nil
    }
  }

  /// Notes a number column that is filled; its bytes are looked at for being blank, no more.
  private mutating func noteNumber(_ row: borrowing CSVRow, _ index: Int) {
    if !row.isFilled(index) { return }
    if discardNumbers {
      discarded += 1
    } else {
      add(row.line, index + 1, titles[index], .numberPresent)
    }
  }

  private mutating func add(_ line: Int, _ column: Int, _ field: String, _ rule: MistakeRule) {
    mistakes.append(FilingMistake(line: line, column: column, field: field, rule: rule))
  }
}
