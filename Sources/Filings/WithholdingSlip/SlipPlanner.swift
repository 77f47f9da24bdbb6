import People
import Rules
import Text

/// Plans one row after another; of the rows before it keeps only who stood on which line.
struct SlipPlanner {
  let plan: SlipPlan
  /// 31 December of the income year, on which ages are reckoned.
  let yearEnd: CalendarDate
  /// Two digits of the era.
  let yearDigits: String

  /// What the row taken last comes to.
  var findings: [SlipFinding] = []
  /// What is wrong with the row taken last.
  var mistakes: [FilingMistake] = []
  var slots: [NumberSlot] = []
  /// The day by which the copies of those are due who did not leave.
  let usualDue: CalendarDate?
  private let fieldCount: Int
  private var firstLines: [String: Int] = [:]
  private var payerFound: SlipPerson?
  /// The slip that the row taken last voids, where the register decides which number stood on it.
  private var voided: FiledSlip?
  private var rowCount = 0
  private var slotCount = 0

  var request: SlipRequest { plan.request }
  var employer: FilingEmployer { plan.employer }
  var rules: FilingRules { plan.rules }
  var layout: RecordLayout { plan.layout }
  var encoding: TextEncoding { plan.encoding }

  /// - Parameter fieldCount: How many fields the rows of a unified CSV have, else 0.
  init(_ plan: SlipPlan, fieldCount: Int) {
    self.plan = plan
    self.fieldCount = fieldCount
    yearEnd = CalendarDate(year: plan.incomeYear, month: 12, day: 31) ?? .last
    usualDue = plan.rules.range.due(
      plan.request.copy.form, incomeYear: plan.incomeYear, leftOn: nil)
    yearDigits = EraYear(incomeYear: plan.incomeYear)?.digits ?? ""
  }

  /// Plans a row, unless it is of a person to whom the filing is not narrowed.
  mutating func take(_ row: PayrollRow, directory: some SlipDirectory) {
    findings.removeAll(keepingCapacity: true)
    mistakes.removeAll(keepingCapacity: true)
    slots.removeAll(keepingCapacity: true)
    guard request.people?.contains(row.person) ?? true else { return }
    if row.passed != nil, fieldCount != layout.fields.count {
      let rule = MistakeRule.fieldCount(found: fieldCount, expected: [layout.fields.count])
      return mistakes.append(FilingMistake(line: row.line, rule: rule))
    }
    checkOnce(row)
    checkYear(row)
    // A row that voids another is of the record; the row in its place is the employee's.
    if goesByPeople, isVoiding(row) { return }
    guard let person = directory.person(code: row.person) else {
      return add(row, row.passed == nil ? RecordItem(0) : .payeeCode, .unknownPerson)
    }
    let isMade = isMade(row, for: person)
    if isMade {
      findVoided(row, directory)
      plan(row, of: person, directory)
    } else if request.isCounted {
      count(Slip(row: row, person: person, family: [], payer: nil), isReported: false)
    }
  }

  /// Finds the slip that a row voids.
  private mutating func findVoided(_ row: PayrollRow, _ directory: some SlipDirectory) {
    voided = nil
    guard isVoiding(row), request.numberAsOf == nil else { return }
    voided = directory.filedSlip(
      of: row.person, on: request.copy.form, incomeYear: request.incomeYear)
    if voided == nil { add(row, .correction, .notFiled) }
  }

  /// Whether rows stand for people, not for records of which one voids or corrects another.
  private var goesByPeople: Bool { plan.paper != nil || request.isCounted }

  private mutating func plan(
    _ row: PayrollRow, of person: SlipPerson, _ directory: some SlipDirectory
  ) {
    let payer = payer(row, directory: directory)
    checkIdentity(row, person)
    let family = row.family.isEmpty ? [] : match(row, among: directory.dependents(of: row.person))
    checkAgreement(row, person, family)
    let slip = Slip(row: row, person: person, family: family, payer: payer)
    if plan.paper != nil { return settle(slip) }
    if row.passed == nil { build(slip) } else { pass(slip) }
    if request.isCounted { count(slip, isReported: true) }
  }

  /// The proprietor, asked for once.
  mutating func proprietor(_ code: PersonCode, _ directory: some SlipDirectory) -> SlipPerson? {
    if payerFound == nil { payerFound = directory.person(code: code) }
    return payerFound
  }

  /// Adds a mistake at an item's column.
  ///
  /// - Parameter person: Whose value it is; nil for the employee's.
  mutating func add(
    _ row: PayrollRow, _ item: RecordItem, _ rule: MistakeRule, of person: PersonCode? = nil
  ) {
    mistakes.append(
      FilingMistake(
        line: row.line, column: row.columns[item] ?? 0, person: person ?? row.person,
        field: layout[item]?.name ?? "", rule: rule))
  }

  /// A person may stand twice only where one row voids or corrects another.
  private mutating func checkOnce(_ row: PayrollRow) {
    let mark = correction(row)
    // Most rows correct nothing; a short text takes no memory of its own.
    let isOnly = mark == "0" || (goesByPeople && !isVoiding(row))
    let key = isOnly ? row.person.text : "\(row.person.text) \(mark)"
    if let line = firstLines[key] {
      let rule = MistakeRule.duplicateRow(firstLine: line)
      mistakes.append(FilingMistake(line: row.line, person: row.person, rule: rule))
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
    if row.passed != nil { return row.texts[.correction].map(FieldFolding.digits) ?? "0" }
    switch request.copy {
    case .taxOffice: return row.correctionMark ?? "0"
    case .municipality: return row.submissionKind ?? "0"
    case .recipient: return row.submissionKind ?? (row.correctionMark == "1" ? "3" : "0")
    }
  }

  /// Whether a row voids one filed before.
  func isVoiding(_ row: PayrollRow) -> Bool {
    correction(row) == (request.copy == .taxOffice ? "1" : "3")
  }

  /// Adds the slot of a person's number.
  mutating func addSlot(_ person: SlipPerson, field: LayoutField, of row: PayrollRow) {
    guard let owner = field.owner else { return }
    let number = wantedNumber(person, field, row)
    slots.append(
      NumberSlot(
        row: rowCount, field: field.number, person: person.code, form: request.copy.form,
        owner: owner, number: number,
        lacking: number == .current ? Self.lacking(person.record) : nil))
  }

  /// The number in use; on a row that voids another the one that stands on that.
  private mutating func wantedNumber(
    _ person: SlipPerson, _ field: LayoutField, _ row: PayrollRow
  ) -> WantedNumber {
    guard isVoiding(row), request.numberAsOf != nil || voided != nil else { return .current }
    let number = WantedNumber(ofVoided: person.record, asOf: request.numberAsOf, filed: voided)
    if number == nil { add(row, field.item, .notOnFiledSlip) }
    return number ?? .blank
  }

  private static func lacking(_ record: PersonRecord) -> NoNumberReason? {
    if record.currentVersion == 0 { return record.noNumberReason ?? .notAsked }
    guard record.verification.isComplete else { return .unverified }
    switch record.secondEntry(of: record.currentVersion)?.state {
    case nil, .entered, .agreed, .checked: return nil
    case .awaitingEntry, .awaitingCheck, .differed, .disagreed: return .unconfirmed
    }
  }

  /// Adds the row itself, with the slots added since it was taken.
  mutating func addSlip(
    _ row: PayrollRow, bytes: [UInt8], holes: [NumberHole], texts: PaperTexts? = nil
  ) {
    findings.append(
      .slip(
        SlipRow(
          line: row.line, person: row.person, hasDeclaration: hasDeclaration(row),
          isVoiding: isVoiding(row), voidedIn: voided?.export, due: due(row), slots: slots,
          firstSlot: slotCount, bytes: bytes, holes: holes, texts: texts,
          isSearched: row.passed?.isSearched ?? false)))
    rowCount += 1
    slotCount += slots.count
  }
}
