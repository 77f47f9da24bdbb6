import Numbers
import People
import Text

/// Reads the rows of a payroll file and collects every mistake.
struct PayrollReader {
  let layouts: [RecordLayout]
  let discardNumbers: Bool
  private let keepsEveryItem: Bool
  private(set) var ignored: [String] = []
  var discarded = 0
  var mistakes: [FilingMistake] = []
  /// The layout of a unified file, known after its first row.
  private(set) var unified: RecordLayout?
  /// The meaning of each column of a headed file.
  private(set) var header: [PayrollHeader.Meaning?]?
  private(set) var titles: [String] = []
  /// The column of each item, from 1; shared by all rows.
  private(set) var columns: [RecordItem: Int] = [:]
  /// Of each field of a unified file, whether it is for a number.
  private(set) var isNumber: [Bool] = []
  /// And whether it is checked.
  private(set) var isWatched: [Bool] = []
  /// Whether the file has a row at all.
  private(set) var isBegun = false
  /// Whether the columns are known for what they are, without which a row means nothing.
  private var isHeaderSound = true
  private var isPastFirst = false

  init(layouts: [RecordLayout], discardNumbers: Bool, keepsEveryItem: Bool) {
    self.layouts = layouts
    self.keepsEveryItem = keepsEveryItem
    self.discardNumbers = discardNumbers
  }

  /// Reads the first row, which says what the columns are; gives whether the file begins with a
  /// byte order mark.
  mutating func begin(_ rows: inout CSVReader) throws(TextError) -> Bool {
    isBegun = try rows.advance()
    if isBegun { try begin(rows.row) }
    isHeaderSound = mistakes.isEmpty
    return rows.hasByteOrderMark
  }

  /// The next row of the file; nil for the header, and for a row with a mistake.
  mutating func take(_ row: borrowing CSVRow) throws(TextError) -> PayrollRow? {
    defer { isPastFirst = true }
    if header != nil, !isPastFirst { return nil }
    let before = mistakes.count
    let taken = header == nil ? try takeUnified(row) : try takeHeaded(row)
    return isHeaderSound && mistakes.count == before ? taken : nil
  }

  private mutating func begin(_ row: borrowing CSVRow) throws(TextError) {
    let unifieds = layouts.filter { $0.record == "315" }
    if try Folding.key(row.text(0)) == "315" {
      unified = unifieds.last { $0.fields.count == row.count } ?? unifieds.last
      for field in unified?.fields ?? [] {
        columns[field.item] = field.number
        isNumber.append(field.owner != nil)
        isWatched.append(keepsEveryItem || Self.watched.contains(field.item))
      }
    } else {
      try readHeader(row)
    }
  }

  private mutating func readHeader(_ row: borrowing CSVRow) throws(TextError) {
    let known = PayrollHeader(layouts: layouts)
    var meanings: [PayrollHeader.Meaning?] = []
    for index in 0..<row.count {
      let title = try row.text(index)
      let meaning = known.meaning(of: title)
      if meaning == nil, !title.isEmpty {
        // A file without headers would else have its first row told as names of columns.
        if MyNumber.looksLikeNumber(in: title.utf8) {
          add(row.line, index + 1, "", .looksLikeNumber)
        }
        ignored.append(title)
      }
      if let meaning, meaning != .number, meanings.contains(meaning) {
        add(row.line, index + 1, title, .headerTwice)
      }
      if case .item(let item) = meaning { columns[item] = index + 1 }
      meanings.append(meaning)
      titles.append(title)
    }
    for (meaning, name) in [(.code, "社員番号"), (.adjusted, "年末調整"), (.taxColumn, "税額表区分")]
      as [(PayrollHeader.Meaning, String)] where !meanings.contains(meaning)
    { add(row.line, 0, "", .headerMissing(name)) }
    header = meanings
  }

  mutating func add(_ line: Int, _ column: Int, _ field: String, _ rule: MistakeRule) {
    mistakes.append(FilingMistake(line: line, column: column, field: field, rule: rule))
  }

  /// Reads a code; adds a mistake for what is none.
  mutating func code(_ text: String, line: Int, column: Int, _ field: String) -> PersonCode? {
    let folded = Folding.halfWidth(text).trimmed
    if folded.isEmpty {
      add(line, column, field, .codeMissing)
      return nil
    }
    do throws(PeopleError) { return try PersonCode(employee: folded) } catch {
      add(line, column, field, .badCode(error))
      return nil
    }
  }

  /// Notes a number column that is filled; its bytes are looked at for being blank, no more.
  mutating func noteNumber(_ row: borrowing CSVRow, _ index: Int, _ field: String) {
    if !row.isFilled(index) { return }
    if discardNumbers {
      discarded += 1
    } else {
      add(row.line, index + 1, field, .numberPresent)
    }
  }

  /// Keeps the family members of the boxes, in the order of the record.
  static func addBoxes(to row: inout PayrollRow) {
    for place in FamilyPlace.boxes {
      guard let item = place.nameItem, let name = row.texts[item] else { continue }
      row.family.append(
        FamilyEntry(
          place: place, name: name, kana: place.kanaItem.flatMap { row.texts[$0] },
          residence: place.residenceItem.flatMap { row.texts[$0] }.map(FieldFolding.digits),
          column: row.columns[item] ?? 0))
    }
  }
}
