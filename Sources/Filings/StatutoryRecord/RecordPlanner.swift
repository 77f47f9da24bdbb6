import Numbers
import People
import Text

/// Plans one row after another; of the rows before it keeps only who stood on which line.
struct RecordPlanner {
  let plan: RecordPlan
  /// Two digits of the era.
  let yearDigits: String
  /// What the row taken last comes to.
  var findings: [RecordFinding] = []
  /// What is wrong with the row taken last.
  var mistakes: [FilingMistake] = []
  /// The rows of a payee, which stand together.
  var group: PaymentGroup?
  private var firstLines: [String: Int] = [:]
  /// The record that the row in hand voids, where the register decides which number stood on it.
  private var voided: FiledSlip?
  private var payer: SlipPerson?
  private var slotCount = 0

  init(_ plan: RecordPlan) {
    self.plan = plan
    yearDigits = EraYear(incomeYear: plan.incomeYear)?.digits ?? ""
  }

  /// Plans a row.
  mutating func take(_ row: RecordRow, directory: some SlipDirectory) {
    forget()
    guard plan.people?.contains(row.person) ?? true else { return }
    checkYear(row)
    checkCorrection(row)
    switch plan.kind {
    case .retirement: takeRetirement(row, directory)
    case .payment: takePayment(row, directory)
    }
  }

  /// Plans what waits for rows that do not come.
  mutating func finish(directory: some SlipDirectory) {
    forget()
    finishPayments(directory)
  }

  private mutating func forget() {
    findings.removeAll(keepingCapacity: true)
    mistakes.removeAll(keepingCapacity: true)
  }

  mutating func add(_ row: RecordRow, _ item: RecordItem, _ rule: MistakeRule) {
    mistakes.append(
      FilingMistake(
        line: row.line, column: row.columns[item] ?? 0, person: row.person,
        field: plan.layout[item]?.name ?? "", rule: rule))
  }

  mutating func add(_ row: RecordRow, _ column: RecordColumn, _ rule: MistakeRule) {
    mistakes.append(
      FilingMistake(
        line: row.line, column: row.ownColumns[column] ?? 0, person: row.person,
        field: column.name, rule: rule))
  }

  /// Nobody stands in the file in two places, unless one voids what was filed.
  mutating func checkOnce(_ row: RecordRow) {
    let key = row.person.text + (row.isVoiding ? " 1" : "")
    if let line = firstLines.updateValue(row.line, forKey: key) {
      mistakes.append(
        FilingMistake(line: row.line, person: row.person, rule: .duplicateRow(firstLine: line)))
    }
  }

  private mutating func checkYear(_ row: RecordRow) {
    guard let text = row.texts[.year] else { return }
    let digits = FieldFolding.digits(text)
    let padded = digits.utf8.count == 1 ? "0" + digits : digits
    if padded != yearDigits { add(row, .year, .wrongYear(expected: yearDigits)) }
  }

  private mutating func checkCorrection(_ row: RecordRow) {
    guard let mark = row.texts[.correction], FieldFolding.digits(mark) != "0", !row.isVoiding
    else { return }
    add(row, .correction, .badValue(allowed: "0, 1"))
  }

  /// Finds the record that a person's row voids.
  mutating func findVoided(
    _ row: RecordRow, ofCorporation: Bool = false, _ directory: some SlipDirectory
  ) {
    voided = nil
    guard row.isVoiding, plan.numberAsOf == nil else { return }
    if ofCorporation {
      // The register names no record of a corporation: which number a proprietor wrote on it then
      // has to be said.
      if case .proprietor = plan.employer.payer { add(row, .correction, .notFiled) }
      return
    }
    voided = directory.filedSlip(
      of: row.person, on: plan.form, incomeYear: plan.incomeYear)
    if voided == nil { add(row, .correction, .notFiled) }
  }

  /// Which number of a person stands in a field of the row.
  private mutating func number(
    of person: SlipPerson, _ field: LayoutField, _ row: RecordRow
  ) -> WantedNumber {
    guard row.isVoiding, plan.numberAsOf != nil || voided != nil else { return .current }
    let number = WantedNumber(ofVoided: person.record, asOf: plan.numberAsOf, filed: voided)
    if number == nil { add(row, field.item, .notOnFiledSlip) }
    return number ?? .blank
  }

  /// The day of a column; nil, with a mistake for what is none, where there is none.
  mutating func date(_ column: RecordColumn, _ row: RecordRow) -> CalendarDate? {
    guard let text = row.own[column] else { return nil }
    guard let date = CalendarDate(parsing: text) else {
      add(row, column, .badDate)
      return nil
    }
    return date
  }

  /// The person of a row, whose name it must have if it has one.
  mutating func person(of row: RecordRow, _ directory: some SlipDirectory) -> SlipPerson? {
    guard let person = directory.person(code: row.person) else {
      mistakes.append(FilingMistake(line: row.line, person: row.person, rule: .unknownPerson))
      return nil
    }
    if let name = row.texts[.name], !SlipPlanner.isNamed(person.profile, name) {
      add(row, .name, .nameOfAnother)
    }
    return person
  }

  /// What the payer, the person and the row say of each field.
  mutating func values(_ row: RecordRow, _ person: SlipPerson?) -> [String] {
    var folding = ValueFolding(line: row.line, substitutions: plan.substitutions)
    let values = plan.layout.fields.map { value($0, row, person, &folding) }
    findings += folding.changes.map { .changed($0) }
    return values
  }

  private func value(
    _ field: LayoutField, _ row: RecordRow, _ person: SlipPerson?, _ folding: inout ValueFolding
  ) -> String {
    if field.owner != nil { return "" }
    if let own = plan.employer.value(of: field.item) { return own }
    switch field.item {
    case .year: return yearDigits
    case .correction: return row.isVoiding ? "1" : "0"
    case .name:
      if let person { return folding.name(row.texts[.name], field, person) }
    case .address:
      if let person { return folding.address(row.texts[.address], field, person) }
    case .livesAbroad:
      if row.texts[.livesAbroad] == nil { return person?.profile.livesAbroad == true ? "1" : "" }
    default: break
    }
    return row.texts[field.item].map { folding.folded($0, field, row.person) } ?? ""
  }

  /// Adds a record of values.
  ///
  /// - Parameter corporation: The payee's public number, where it is no person.
  mutating func addRecord(
    _ values: [String], of person: SlipPerson?, corporation: CorporateNumber? = nil,
    _ row: RecordRow, paidOn: CalendarDate? = nil, _ directory: some SlipDirectory
  ) {
    var builder = RecordBuilder(plan.layout, .cp932)
    let finished = builder.finished(values)
    let record = builder.composed(finished)
    for (field, rule) in builder.mistakes {
      add(row, field.item, plan.advice.advised(rule, finished[field.number - 1], field))
    }
    var writer = HoleWriter()
    var slots: [RecordSlot] = []
    for gap in record.gaps {
      switch gap.field.owner {
      case .payer: fillPayer(row, gap, &writer, &slots, directory)
      case .oneself:
        if let corporation {
          writer.insert(corporation.digits, at: gap.offset)
        } else if let person {
          writer.hole(at: gap.offset, style(gap.field))
          slots.append(
            RecordSlot(
              field: gap.field.number, person: person.code, owner: .oneself,
              number: number(of: person, gap.field, row)))
        }
      default: break
      }
    }
    findings.append(
      .record(
        RecordLine(
          line: row.line, person: row.person, paidOn: paidOn, isVoiding: row.isVoiding,
          voidedIn: voided?.export, slots: slots, corporation: corporation,
          composed: ComposedRow(
            firstSlot: slotCount, bytes: writer.inserted(into: record.bytes + [0x0D, 0x0A]),
            holes: writer.holes))))
    slotCount += slots.count
  }

  private func style(_ field: LayoutField) -> NumberHole.Style {
    let width = plan.layout.numberWidth
    return field.standard == .value(" ") ? .last(width: width) : .plain(width: width)
  }

  private mutating func fillPayer(
    _ row: RecordRow, _ gap: (field: LayoutField, offset: Int), _ writer: inout HoleWriter,
    _ slots: inout [RecordSlot], _ directory: some SlipDirectory
  ) {
    switch plan.employer.payer {
    case .corporation(let number): writer.insert(number.digits, at: gap.offset)
    case .proprietor(let code):
      payer = payer ?? directory.person(code: code)
      if payer == nil {
        mistakes.append(FilingMistake(line: row.line, person: row.person, rule: .unknownPerson))
      }
      writer.hole(at: gap.offset, .plain(width: plan.layout.numberWidth))
      let wanted = payer.map { number(of: $0, gap.field, row) } ?? .current
      slots.append(
        RecordSlot(field: gap.field.number, person: code, owner: .payer, number: wanted))
    }
  }
}
