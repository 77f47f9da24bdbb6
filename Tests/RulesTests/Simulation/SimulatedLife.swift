import People

/// A life in an office, drawn by lot: who somebody is and what happens when.
struct SimulatedLife {
  let kind: PersonKind
  var relationship: Relationship?
  var standing = DependentStanding.none
  let purposes: [String]
  /// In the order of days.
  private(set) var facts: [(day: PlainDay, fact: SimulatedFact)] = []
  /// An employee's years of pay, and days of leaving and re-hire, for the family.
  private var spans: [(hired: PlainDay, left: PlainDay?, lastPay: PlainDay?, isRecorded: Bool)] = []
  private var died = false
  /// Whether the pay of an employment came on the first of the month.
  private(set) var paysOnFirst = false

  private mutating func note(_ day: PlainDay, _ fact: SimulatedFact) { facts.append((day, fact)) }

  private mutating func sort() {
    facts = facts.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
  }

  private static func day(_ year: Int, _ lot: inout Lot) -> PlainDay {
    PlainDay(year: year, month: lot.upTo(12) + 1, day: lot.upTo(28) + 1)
  }

  /// Whoever leaves does so at a month's end more often than not.
  private static func leaving(after day: PlainDay, _ lot: inout Lot) -> PlainDay {
    if lot.one(in: 5) {
      let end = PlainDay(year: day.year, month: 12, day: 31)
      return day < end ? end : day.later(40)
    }
    var page = day.later(lot.upTo(900) + 20)
    while !lot.one(in: 3), !page.isLastOfMonth { page = page.next }
    return page
  }

  // MARK: Employees

  static func employee(_ lot: inout Lot) -> SimulatedLife {
    let (saves, retires) = (lot.one(in: 6), lot.one(in: 3))
    var life = SimulatedLife(
      kind: lot.one(in: 10) ? .officer : .employee,
      purposes: ["tax-withholding", "tax-declarations", "health-pension", "employment-insurance"]
        + (saves ? ["property-accumulation"] : []) + (retires ? ["retirement-income"] : []))
    life.work(from: day(2016 + lot.upTo(12), &lot), retires, &lot)
    if saves, lot.one(in: 2), let span = life.spans.first,
      span.left.map({ span.hired.later(330) < $0 }) ?? true
    {
      life.note(span.hired.later(300), .savingsEnded)
      if lot.one(in: 2) {
        life.note(span.hired.later(330), .completed(purpose: "property-accumulation"))
      }
    }
    if lot.one(in: 8) {
      let day = day(2024 + lot.upTo(8), &lot)
      life.note(day, .held(until: day.later(lot.upTo(900))))
    }
    life.sort()
    return life
  }

  private mutating func work(from hired: PlainDay, _ retires: Bool, _ lot: inout Lot) {
    note(hired, spans.isEmpty ? .hired : .rehired)
    let paysOnFirst = lot.one(in: 6)
    self.paysOnFirst = self.paysOnFirst || paysOnFirst
    let leans = lot.one(in: 4)
    guard !lot.one(in: 6) else {
      spans.append((hired, nil, nil, false))
      return pay(from: hired, to: PlainDay(year: 2034, month: 1, day: 25), paysOnFirst, leans, &lot)
    }
    let left = Self.leaving(after: hired, &lot)
    var lastPay = left
    let payday = paysOnFirst ? 1 : 25
    repeat { lastPay = lastPay.next } while lastPay.day != payday
    let isRecorded = lot.one(in: 2)
    died = lot.one(in: 15)
    note(left, .left(lastPay: lastPay, isRecorded: isRecorded, died: died))
    spans.append((hired, left, lastPay, isRecorded))
    pay(from: hired, to: lastPay, paysOnFirst, leans, &lot)
    breaks(from: hired, to: left, &lot)
    complete(after: left, &lot)
    if retires { retire(after: left, &lot) }
    if !retires, !died, lot.one(in: 6) {
      work(from: left.later(lot.upTo(600) + 60), false, &lot)
    }
  }

  /// Leave, and an insurance that was lost and began again, in the midst of the work.
  private mutating func breaks(from hired: PlainDay, to left: PlainDay, _ lot: inout Lot) {
    if lot.one(in: 5), hired.later(50) < left { note(hired.later(50), .leave) }
    guard lot.one(in: 8), hired.later(250) < left else { return }
    note(hired.later(100), .uninsured)
    if lot.one(in: 2) { note(hired.later(200), .insured) }
  }

  private mutating func pay(
    from hired: PlainDay, to last: PlainDay, _ paysOnFirst: Bool, _ leans: Bool, _ lot: inout Lot
  ) {
    for year in hired.year...last.year {
      let newYear = PlainDay(year: year, month: 1, day: 1)
      let isPaidOnFirst = paysOnFirst && hired < newYear
      let day = isPaidOnFirst ? newYear : max(hired, newYear)
      if isPaidOnFirst {
        note(day, .paidOnNewYearsDay(year: year))
      } else {
        note(day, leans ? .leanedOnLedger(year: year) : .handedIn(year: year))
      }
      if leans, lot.one(in: 6) { note(day.later(100), .changeNotice) }
      let slips = PlainDay(year: year + 1, month: 1, day: 15)
      note(year == last.year && last < slips ? last.later(20) : slips, .payroll(year: year))
    }
  }

  private mutating func complete(after left: PlainDay, _ lot: inout Lot) {
    let forms = [
      "health-pension": "health-pension-loss", "employment-insurance": "employment-insurance-loss",
    ]
    for (purpose, form) in forms.sorted(by: { $0.key < $1.key }) {
      if lot.one(in: 3) { note(left.later(5), .noticeFiled(form: form, purpose: purpose)) }
      if lot.one(in: 3) { note(left.later(lot.upTo(80)), .completed(purpose: purpose)) }
    }
  }

  private mutating func retire(after left: PlainDay, _ lot: inout Lot) {
    note(left.later(lot.upTo(120)), .retirementPaid)
    if lot.one(in: 4) { note(left.later(lot.upTo(200)), .planPaid) }
  }

  // MARK: Family

  /// A dependent of an employee, who goes where the employee goes unless removed before.
  func dependent(_ lot: inout Lot) -> SimulatedLife {
    let isSpouse = lot.one(in: 2)
    var life = SimulatedLife(
      kind: .family, relationship: isSpouse ? .spouse : .child,
      standing: DependentStanding(
        taxDependent: true, healthDependent: true, category3: isSpouse),
      purposes: ["tax-withholding", "tax-declarations", "health-pension"]
        + (isSpouse ? ["pension-category3"] : []))
    var removal: PlainDay?
    if lot.one(in: 3), let span = spans.first {
      let day = span.hired.later(lot.upTo(900) + 30)
      if span.left.map({ day < $0 }) ?? true { removal = day }
    }
    for (place, span) in spans.enumerated() {
      if removal != nil, place > 0 { break }
      life.note(span.hired, place == 0 ? .hired : .rehired)
      life.follow(span, removed: removal)
      if let left = span.left, let lastPay = span.lastPay {
        life.note(
          left,
          .left(
            lastPay: lastPay, isRecorded: span.isRecorded, died: died && place == spans.count - 1))
      }
    }
    if let removal { life.remove(on: removal, isSpouse, &lot) }
    life.sort()
    return life
  }

  private mutating func follow(
    _ span: (hired: PlainDay, left: PlainDay?, lastPay: PlainDay?, isRecorded: Bool),
    removed: PlainDay?
  ) {
    let last = span.lastPay ?? PlainDay(year: 2034, month: 1, day: 25)
    for year in span.hired.year...(removed?.year ?? last.year) {
      let newYear = PlainDay(year: year, month: 1, day: 1)
      note(max(span.hired, newYear), .handedIn(year: year))
      if let removed, removed.year == year { continue }
      let slips = PlainDay(year: year + 1, month: 1, day: 15)
      note(year == last.year && last < slips ? last.later(20) : slips, .payroll(year: year))
    }
  }

  private mutating func remove(on day: PlainDay, _ isSpouse: Bool, _ lot: inout Lot) {
    note(day, .removed)
    if lot.one(in: 2) {
      let form = "health-dependents-change"
      note(day.later(4), .noticeFiled(form: form, purpose: "health-pension"))
      if isSpouse { note(day.later(4), .noticeFiled(form: form, purpose: "pension-category3")) }
    } else if lot.one(in: 2) {
      note(day.later(lot.upTo(70)), .completed(purpose: "health-pension"))
    }
  }

  // MARK: Payees

  static func payee(_ lot: inout Lot) -> SimulatedLife {
    var life = SimulatedLife(kind: .payee, purposes: ["payment-records"])
    let told = day(2016 + lot.upTo(6), &lot)
    life.note(told, .hired)
    for year in told.year...(told.year + lot.upTo(4)) where !lot.one(in: 3) {
      let day = PlainDay(year: year + 1, month: 1, day: 20)
      life.note(day, .feePaid(year: year))
    }
    life.sort()
    return life
  }
}
