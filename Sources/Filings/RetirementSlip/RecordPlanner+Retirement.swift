import People
import Rules

extension RecordPlanner {
  /// Plans the slip of one retirement pay (316).
  mutating func takeRetirement(_ row: RecordRow, _ directory: some SlipDirectory) {
    // A row that voids another is of the record; the row in its place is the person's.
    if plan.isOfOwnCopies, row.isVoiding { return }
    checkOnce(row)
    let paidOn = paymentDay(row)
    let (paid, tax) = (sum(Self.paidItems, row), sum(Self.taxItems, row))
    guard let person = person(of: row, directory) else { return }
    if person.record.leaveReason == .death || person.record.events.contains(where: Self.isDeath) {
      mistakes.append(FilingMistake(line: row.line, rule: .paidOnDeath))
    }
    guard let paidOn else { return }
    if plan.isOfOwnCopies {
      return addCopy(retirementValues(row, person), of: person, row, paidOn: paidOn)
    }
    let from = filedFrom(row, person)
    if row.isVoiding {
      findVoided(row, directory)
      return addRecord(retirementValues(row, person), of: person, row, paidOn: paidOn, directory)
    }
    let isFiled = from.map { $0 <= paidOn } ?? true
    findings.append(
      .counted(
        RecordFigures(
          person: row.person, kind: "", isIndividual: true, isFiled: isFiled, paid: paid,
          tax: tax)))
    if let from, !isFiled {
      findings.append(
        .notFiled(
          NotFiled(line: row.line, person: row.person, from: from, articles: plan.articles)))
      return
    }
    addRecord(retirementValues(row, person), of: person, row, paidOn: paidOn, directory)
  }

  private mutating func retirementValues(_ row: RecordRow, _ person: SlipPerson) -> [String] {
    var values = values(row, person)
    fill(.joinedOn, from: 29, &values, row)
    fill(.leftOn, from: 32, &values, row)
    return values
  }

  private static func isDeath(_ event: LifeEvent) -> Bool { event.kind == .died }

  /// The amounts paid in the three cases of 所得税法201条, and the tax on each.
  private static let paidItems = [15, 19, 23].map { RecordItem($0) }
  private static let taxItems = [16, 20, 24].map { RecordItem($0) }

  private mutating func sum(_ items: [RecordItem], _ row: RecordRow) -> Int {
    items.reduce(0) { $0 + (row.amount($1) ?? 0) }
  }

  /// The day of payment, which is of the income year and not to come.
  private mutating func paymentDay(_ row: RecordRow) -> CalendarDate? {
    guard row.own[.paidOn] != nil else {
      add(row, .paidOn, .required)
      return nil
    }
    guard let day = date(.paidOn, row) else { return nil }
    if day.year != plan.incomeYear { add(row, .paidOn, .wrongYear(expected: yearDigits)) }
    if day > plan.today { add(row, .paidOn, .inTheFuture) }
    return day
  }

  /// From which day of payment on the slip is filed; nil for always.
  private mutating func filedFrom(_ row: RecordRow, _ person: SlipPerson) -> CalendarDate? {
    guard let flag = row.flag(.officer) else {
      add(row, .officer, .badValue(allowed: "○, ×"))
      return nil
    }
    let isOfficer = flag || person.record.kind == .officer
    return plan.filedFrom[isOfficer ? .officer : .employee]
  }

  /// Fills year of the era, month and day of a column into three fields that are empty.
  private mutating func fill(
    _ column: RecordColumn, from field: Int, _ values: inout [String], _ row: RecordRow
  ) {
    guard values[(field - 1)..<(field + 2)].allSatisfy(\.isEmpty) else {
      if row.own[column] != nil { add(row, column, .forbidden) }
      return
    }
    guard let day = date(column, row) else { return }
    guard let year = day.eraYear else { return add(row, column, .badDate) }
    values[field - 1] = year.digits
    values[field] = Self.two(day.month)
    values[field + 1] = Self.two(day.day)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
