import People
import Rules
import Text

/// Plans row after row and collects every mistake.
struct SlipPlanner {
  let request: SlipRequest
  let employer: FilingEmployer
  let rules: FilingRules
  let layout: RecordLayout
  let numberWidth: Int
  let encoding: TextEncoding
  /// 31 December of the income year, on which ages are reckoned.
  let yearEnd: CalendarDate
  /// Two digits of the era.
  let yearDigits: String

  var rows: [SlipRow] = []
  var slots: [NumberSlot] = []
  var people: [PersonCode] = []
  var leftOut: [LeftOut] = []
  var changes: [SlipChange] = []
  var notes: [SlipNote] = []
  var missing: [MissingNumber] = []
  var mistakes: [FilingMistake] = []
  private var known: Set<PersonCode> = []
  private var firstLines: [String: Int] = [:]

  init(
    request: SlipRequest, employer: FilingEmployer, rules: FilingRules, layout: RecordLayout,
    numberWidth: Int, encoding: TextEncoding
  ) {
    self.request = request
    self.employer = employer
    self.rules = rules
    self.layout = layout
    self.numberWidth = numberWidth
    self.encoding = encoding
    yearEnd = CalendarDate(year: request.incomeYear, month: 12, day: 31) ?? .last
    yearDigits = EraYear(incomeYear: request.incomeYear)?.digits ?? ""
  }

  mutating func take(_ row: PayrollRow, of file: PayrollFile, directory: some SlipDirectory) {
    if file.form == .unified, file.fieldCount != layout.fields.count {
      let rule = MistakeRule.fieldCount(found: file.fieldCount, expected: [layout.fields.count])
      return mistakes.append(FilingMistake(line: row.line, rule: rule))
    }
    checkOnce(row)
    checkYear(row)
    guard let person = directory.person(code: row.person) else {
      return add(row, codeItem(file), .unknownPerson)
    }
    if let decision = leaving(row) { return leftOut.append(decision) }
    let payer = payer(row, directory: directory)
    checkIdentity(row, person)
    let family = row.family.isEmpty ? [] : match(row, among: directory.dependents(of: row.person))
    checkAgreement(row, family)
    let slip = Slip(row: row, person: person, family: family, payer: payer)
    if row.passed == nil { build(slip) } else { pass(slip) }
  }

  /// Adds a mistake at an item's column.
  mutating func add(_ row: PayrollRow, _ item: RecordItem, _ rule: MistakeRule) {
    mistakes.append(
      FilingMistake(
        line: row.line, column: row.columns[item] ?? 0, field: layout[item]?.name ?? "",
        rule: rule))
  }

  private func codeItem(_ file: PayrollFile) -> RecordItem {
    file.form == .unified ? .payeeCode : RecordItem(0)
  }

  /// A person may stand twice only where one row voids or corrects another.
  private mutating func checkOnce(_ row: PayrollRow) {
    let key = "\(row.person.text) \(correction(row))"
    if let line = firstLines[key] {
      mistakes.append(FilingMistake(line: row.line, rule: .duplicateRow(firstLine: line)))
    } else {
      firstLines[key] = row.line
    }
  }

  private mutating func checkYear(_ row: PayrollRow) {
    guard let text = row.texts[.year] else {
      if row.passed != nil { add(row, .year, .required) }
      return
    }
    let digits = FieldFolding.digits(text)
    let padded = digits.utf8.count == 1 ? "0" + digits : digits
    if padded != yearDigits { add(row, .year, .wrongYear(expected: yearDigits)) }
  }

  /// 訂正表示 or 提出区分, whichever the copy has; `0` where the file says nothing.
  func correction(_ row: PayrollRow) -> String {
    if row.passed != nil { return row.texts[.correction] ?? "0" }
    let own = request.copy == .taxOffice ? row.correctionMark : row.submissionKind
    return own ?? "0"
  }

  /// Whether a row voids one filed before.
  func isVoiding(_ row: PayrollRow) -> Bool {
    correction(row) == (request.copy == .taxOffice ? "1" : "3")
  }

  /// Notes that a person is on a slip, and whether a number can be had.
  mutating func note(_ person: SlipPerson) {
    guard known.insert(person.code).inserted else { return }
    people.append(person.code)
    let record = person.record
    if record.currentVersion == 0 {
      missing.append(
        MissingNumber(person: person.code, reason: record.noNumberReason ?? .notAsked))
    } else if !record.verification.isComplete {
      missing.append(MissingNumber(person: person.code, reason: .unverified))
    }
  }

  /// Adds a slot and gives its number.
  mutating func addSlot(_ person: SlipPerson, field: LayoutField, of row: PayrollRow) {
    guard let owner = field.owner else { return }
    note(person)
    slots.append(
      NumberSlot(
        row: rows.count, field: field.number, person: person.code, personID: person.record.id,
        form: request.copy.form, owner: owner, isVoiding: isVoiding(row)))
  }
}
