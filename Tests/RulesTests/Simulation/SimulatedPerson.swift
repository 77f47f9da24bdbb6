import People
import Rules

/// A life as the product records it, beside the oracle's folders.
struct SimulatedPerson {
  /// One purpose: the first day on which the product lets the number go, and the oracle's last day.
  struct Kept {
    let purpose: String
    var due: PlainDay?
    var last: PlainDay?
    /// By the end of this day it must be gone.
    var limit: PlainDay?
    var isPurged = false
  }

  private(set) var record: PersonRecord
  private var oracle: RetentionOracle
  private var facts: ArraySlice<(day: PlainDay, fact: SimulatedFact)>
  var kept: [Kept]

  init(_ life: SimulatedLife) throws {
    record = PersonRecord(
      id: try PersonID([UInt8](repeating: 1, count: 16)), code: try PersonCode("1"),
      kind: life.kind, relationship: life.relationship, standing: life.standing)
    oracle = RetentionOracle(life.purposes)
    facts = life.facts[...]
    kept = life.purposes.map { Kept(purpose: $0) }
    guard let first = life.facts.first else { return }
    record.declarations = [
      Declaration(
        id: try DeclarationID([UInt8](repeating: 2, count: 16)), purposes: life.purposes,
        date: first.day.date, method: "notice", by: "u1")
    ]
    record.versions = [NumberVersion(version: 1, declaredOn: first.day.date)]
    record.currentVersion = 1
  }

  /// Lets the day's facts happen; whether there were any.
  mutating func live(through today: PlainDay) -> Bool {
    var isChanged = false
    while let next = facts.first, next.day <= today {
      facts.removeFirst()
      // Somebody who comes back after a purge is somebody new.
      if next.fact.reopens, kept.contains(where: \.isPurged) {
        facts = []
      } else {
        oracle.apply(next.fact, on: next.day)
        note(next.fact, on: next.day.date)
        isChanged = true
      }
    }
    return isChanged
  }

  /// Asks both anew.
  mutating func ask(_ due: (PurposeID, PersonRecord) -> CalendarDate?) {
    for place in kept.indices where !kept[place].isPurged {
      let purpose = kept[place].purpose
      kept[place].due = due(PurposeID(purpose), record).map(PlainDay.init)
      kept[place].last = oracle.lastDay(of: purpose)
      kept[place].limit = kept[place].last.map(\.next.fiscalYearEnd)
    }
  }

  // MARK: What the product is told

  private mutating func note(_ fact: SimulatedFact, on day: CalendarDate) {
    switch fact {
    case .hired: if record.kind != .payee { record.hiredOn = day }
    case .left(let lastPay, let isRecorded, let died):
      noteLeaving(on: day, lastPay: isRecorded ? lastPay.date : nil, died: died)
    case .rehired: add(.rehired, on: day)
    case .leave: add(.onLeave, on: day)
    case .handedIn: break
    case .leanedOnLedger(let year): record.add(LifeEvent(.declarationByLedger, year: year))
    case .changeNotice: add(.changeNoticeReceived, on: day)
    case .paidOnNewYearsDay(let year): record.add(LifeEvent(.paid, on: day, year: year))
    case .payroll(let year): notePayroll(year)
    case .removed: add(.dependentRemoved, on: day)
    case .added: add(.dependentAdded, on: day)
    case .uninsured: add(.insuranceEnded, on: day, "employment-insurance")
    case .insured: add(.insuranceBegan, on: day, "employment-insurance")
    case .completed(let purpose): add(.matterCompleted, on: day, purpose)
    case .noticeFiled(let form, let purpose):
      record.add(
        LifeEvent(.noticeFiled, on: day, purpose: purpose, form: form, basis: .derived))
    case .retirementPaid: add(.retirementPaid, on: day)
    case .planPaid: add(.planLumpSumPaid, on: day)
    case .savingsEnded: add(.contractEnded, on: day, "property-accumulation")
    case .feePaid(let year): record.add(LifeEvent(.paid, year: year, basis: .derived))
    case .held(let until):
      record.holds.append(Hold(id: "h\(record.holds.count + 1)", reason: "", until: until.date))
    }
  }

  private mutating func add(
    _ kind: LifeEventKind, on day: CalendarDate, _ purpose: String? = nil
  ) {
    record.add(LifeEvent(kind, on: day, purpose: purpose))
  }

  private mutating func noteLeaving(on day: CalendarDate, lastPay: CalendarDate?, died: Bool) {
    if record.kind == .family, record.wasRemoved(by: day) { return }
    if died {
      record.add(LifeEvent(record.kind == .family ? .left : .died, on: day, basis: .derived))
    } else {
      record.leftOn = day
    }
    record.lastPaidOn = lastPay ?? record.lastPaidOn
  }

  private mutating func notePayroll(_ year: Int) {
    if record.kind != .family { record.add(LifeEvent(.paid, year: year, basis: .derived)) }
    record.add(LifeEvent(.declarationReceived, year: year, basis: .derived))
    record.add(
      LifeEvent(
        .slipFiled, year: year, form: "withholding-slip-municipality", basis: .derived))
  }
}

extension SimulatedFact {
  /// Whether the number is needed again, or longer.
  fileprivate var reopens: Bool {
    switch self {
    case .rehired, .added, .insured, .feePaid: true
    default: false
    }
  }
}

extension PlainDay {
  init(_ date: CalendarDate) {
    let (year, month, day) = date.parts
    self.init(year: year, month: month, day: day)
  }
}
