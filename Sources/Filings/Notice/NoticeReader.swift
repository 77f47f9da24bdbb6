import Numbers
import People
import Rules
import Text

/// Reads a file of notices line by line: what stands before the records of people, then those.
struct NoticeReader {
  /// What a line before the records of people must be.
  private enum Step {
    case header(RecordLayout)
    case record(RecordLayout)
    case mark(String)
  }

  private let layout: NoticeLayout
  private let forms: [FormCopyID]
  private let discardNumbers: Bool
  private let today: CalendarDate
  private let steps: [Step]
  private var step = 0
  private var lastLine = 1
  private var byteCount = 0
  private var hasToldOfEndings = false
  /// The records before those of people that may have to agree with the office's.
  private var frames: [NoticeRow] = []
  private var office: NoticeRow?

  private(set) var head: [UInt8] = []
  private(set) var rows: [NoticeRow] = []
  private(set) var mistakes: [FilingMistake] = []
  private(set) var discarded = 0
  /// Whether the rest of the file could not be told.
  private(set) var isHopeless = false

  init(
    _ layout: NoticeLayout, forms: [FormCopyID], discardNumbers: Bool, today: CalendarDate
  ) {
    self.layout = layout
    self.forms = forms
    self.discardNumbers = discardNumbers
    self.today = today
    steps = Self.steps(layout)
  }

  private var limit: Int { layout.maximumBytes ?? NoticeFile.byteLimit }

  private static func steps(_ layout: NoticeLayout) -> [Step] {
    let (medium, count, office) = (layout.medium, layout.count, layout.office)
    guard layout.hasHeaders, let people = layout.records.first else {
      return [
        .record(medium), .mark("[kanri]"), .record(count), .record(office), .mark("[data]"),
      ]
    }
    return [
      .header(medium), .record(medium), .mark("[kanri]"), .header(count), .record(count),
      .header(office), .record(office), .mark("[data]"), .header(people),
    ]
  }

  /// Reads all lines; stops where what follows could not be told.
  mutating func read(_ lines: inout CSVReader) throws(TextError) {
    let encoding = lines.row.encoding
    guard checkEncoding(encoding) else { return }
    while !isHopeless, mistakes.count < NoticeFile.mistakeLimit, try lines.advance() {
      if lines.hasByteOrderMark, lastLine == 1, byteCount == 0, encoding == .utf8 {
        head = [0xEF, 0xBB, 0xBF]
      }
      try take(lines.row)
    }
    finish()
  }

  private mutating func checkEncoding(_ encoding: TextEncoding) -> Bool {
    if layout.encodings.contains(encoding) { return true }
    giveUp(1, 0, "", .wrongEncoding(expected: "Shift_JIS"))
    return false
  }

  private mutating func finish() {
    if rows.isEmpty, mistakes.isEmpty { giveUp(lastLine, 0, "", .emptyFile) }
    let numbers = rows.reduce(0) { $0 + $1.passed.gaps.count * 12 }
    if byteCount <= limit, byteCount + numbers > limit {
      add(lastLine, 0, "", .fileTooLarge(limit: limit))
    }
    guard let office else { return }
    for row in frames + rows { checkOffice(row, office) }
  }

  private mutating func take(_ row: borrowing CSVRow) throws(TextError) {
    lastLine = row.line
    byteCount += row.withRawBytes { $0.count } + 2
    if byteCount > limit { return giveUp(row.line, 0, "", .fileTooLarge(limit: limit)) }
    checkEnding(row)
    if step < steps.count {
      try takeFrame(row)
    } else {
      try takePerson(row)
    }
  }

  private mutating func checkEnding(_ row: borrowing CSVRow) {
    guard row.ending == .lf, !hasToldOfEndings else { return }
    hasToldOfEndings = true
    add(row.line, 0, "", .lineEnding)
  }

  // MARK: Before the people

  private mutating func takeFrame(_ row: borrowing CSVRow) throws(TextError) {
    switch steps[step] {
    case .mark(let mark):
      guard row.count == 1, try row.text(0) == mark else {
        return giveUp(row.line, 0, "", .notThisRecord(expected: mark))
      }
    case .header(let record): try takeHeader(row, record)
    case .record(let record): try takeFrame(row, record)
    }
    row.withRawBytes { bytes in
      for place in bytes.indices { head.append(bytes[place]) }
    }
    row.ending.append(to: &head)
    step += 1
  }

  /// The columns are known by their number; the one for My Numbers must say so.
  private mutating func takeHeader(
    _ row: borrowing CSVRow, _ record: RecordLayout
  ) throws(TextError) {
    guard row.count == record.fields.count else {
      return giveUp(
        row.line, 0, "", .fieldCount(found: row.count, expected: [record.fields.count]))
    }
    for field in record.fields {
      let text = try row.text(field.number - 1)
      if MyNumber.looksLikeNumber(in: text.utf8) {
        add(row.line, field.number, field.name, .looksLikeNumber)
      }
      if field.owner != nil, Folding.key(text) != Folding.key(field.name) {
        giveUp(row.line, field.number, field.name, .headerMissing(field.name))
      }
    }
  }

  private mutating func takeFrame(
    _ row: borrowing CSVRow, _ record: RecordLayout
  ) throws(TextError) {
    guard row.count == record.fields.count else {
      return giveUp(
        row.line, 0, "", .fieldCount(found: row.count, expected: [record.fields.count]))
    }
    let taken = try passed(row, record)
    check(taken)
    if record.record == "office" { office = taken } else { frames.append(taken) }
  }

  // MARK: People

  private mutating func takePerson(_ row: borrowing CSVRow) throws(TextError) {
    let code = try row.text(0)
    guard let record = layout.records.first(where: { $0.record == code }) else {
      let known = layout.records.map(\.record).joined(separator: ", ")
      return add(row.line, 1, "", .notThisRecord(expected: known))
    }
    guard row.count == record.fields.count else {
      let rule = MistakeRule.fieldCount(found: row.count, expected: [record.fields.count])
      return add(row.line, 0, "", rule)
    }
    if let form = NoticeLayout.form(of: record), !forms.contains(form) {
      return add(row.line, 1, record.fields[0].name, .noticeNotAsked(form: form.rawValue))
    }
    let taken = try passed(row, record)
    check(taken)
    rows.append(taken)
  }

  /// The bytes and texts of a record, but for those of its numbers.
  private mutating func passed(
    _ row: borrowing CSVRow, _ record: RecordLayout
  ) throws(TextError) -> NoticeRow {
    let numbers = record.fields.filter { $0.owner != nil }.map { $0.number - 1 }
    var taken = NoticeRow(
      line: row.line, layout: record, passed: PassedRow(row, without: numbers, isSearched: false))
    for field in record.fields {
      if field.owner == nil {
        try take(field, of: row, into: &taken)
      } else {
        takeNumber(field, of: row)
      }
    }
    return taken
  }

  private mutating func takeNumber(_ field: LayoutField, of row: borrowing CSVRow) {
    guard row.isFilled(field.number - 1) else { return }
    if discardNumbers {
      discarded += 1
    } else {
      add(row.line, field.number, field.name, .numberPresent)
    }
  }

  private mutating func take(
    _ field: LayoutField, of row: borrowing CSVRow, into taken: inout NoticeRow
  ) throws(TextError) {
    let index = field.number - 1
    let isQuoted = row.withRawField(index) { bytes in !bytes.isEmpty && bytes[0] == 0x22 }
    if isQuoted { add(row.line, field.number, field.name, .quoted) }
    let text = try row.text(index)
    if !text.isEmpty { taken.texts[field.number] = text }
  }

  // MARK: Checks

  private mutating func check(_ row: NoticeRow) {
    mistakes += NoticeCheck(row, today: today).mistakes
  }

  private mutating func checkOffice(_ row: NoticeRow, _ office: NoticeRow) {
    for case .office(let pairs) in row.layout.traits.rules {
      for pair in pairs where row[pair.field] != office[pair.office] {
        add(row.line, pair.field, row.layout.fields[pair.field - 1].name, .otherOffice)
      }
    }
  }

  private mutating func add(_ line: Int, _ column: Int, _ field: String, _ rule: MistakeRule) {
    mistakes.append(FilingMistake(line: line, column: column, field: field, rule: rule))
  }

  private mutating func giveUp(_ line: Int, _ column: Int, _ field: String, _ rule: MistakeRule) {
    add(line, column, field, rule)
    isHopeless = true
  }
}
