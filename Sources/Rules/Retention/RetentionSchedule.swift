public import People

/// Computes until when a number is kept, from events; the same events always give the same answer.
public struct RetentionSchedule: Sendable {
  /// The rules, in the policy's order.
  public let documents: [DocumentRule]
  public let overdueRule: OverdueRule
  /// How many months after leaving pay may still come.
  public let lastPayMonths: Int
  private let rules: [String: [DocumentRule]]
  let forms: [String: Set<String>]
  let paidOnce: Set<String>

  init(
    documents: [DocumentRule], overdueRule: OverdueRule, lastPayMonths: Int, forms: [FormCopy]
  ) {
    self.documents = documents
    self.overdueRule = overdueRule
    self.lastPayMonths = lastPayMonths
    rules = Dictionary(grouping: documents, by: \.purpose.rawValue)
    var copies: [String: Set<String>] = [:]
    var paidOnce: Set<String> = []
    for form in forms {
      for purpose in form.purposes {
        copies[purpose.rawValue, default: []].insert(form.id.rawValue)
        if form.carries.contains(SubjectSet(.payee)), purpose == form.purposes.first {
          paidOnce.insert(purpose.rawValue)
        }
      }
    }
    self.forms = copies
    self.paidOnce = paidOnce
  }

  /// Every document for which the current number is kept, for each purpose declared and not purged.
  public func holdings(
    of person: borrowing PersonRecord, asOf date: CalendarDate
  ) -> [Holding] {
    holdings(of: person, replacedOn: nil, asOf: date)
  }

  /// The same for a number that was changed: it stays with the documents that bear it.
  public func holdings(
    of person: borrowing PersonRecord, version: NumberVersion, asOf date: CalendarDate
  ) -> [Holding] {
    holdings(of: person, replacedOn: version.replacedOn, asOf: date)
  }

  /// The first day on which the need for a purpose and every document's period have ended, after
  /// which the number may no longer be used; nil while it is needed.
  ///
  /// Without a rule, or without an event or presumption that a rule starts from, it is needed: what
  /// nobody can date never falls due.
  public func disposal(
    of purpose: PurposeID, for person: borrowing PersonRecord, version: NumberVersion? = nil
  ) -> CalendarDate? {
    var latest: CalendarDate?
    let own = rules[purpose.rawValue] ?? []
    // Through a span: a rule holds many texts, and a copy of it would count each of them.
    let rules = own.span
    for place in rules.indices {
      guard rules[place].concerns(person) else { continue }
      switch start(of: rules[place], for: person, replacedOn: version?.replacedOn) {
      case .open: return nil
      case .none: continue
      case .year(let year, _): latest = Self.later(latest, lastDay(of: rules[place], year: year))
      case .day(let day, _): latest = Self.later(latest, day.lastDay(ofYears: rules[place].years))
      }
    }
    return latest.map { $0.adding(days: 1) }
  }

  /// The first day on which the number must be destroyed for a purpose: the disposal, but not while
  /// a hold keeps it; nil while it is needed or a hold is without end.
  ///
  /// A hold is a reason not to destroy, and none to use the number (番号法9条4項).
  public func erasure(
    of purpose: PurposeID, for person: borrowing PersonRecord, version: NumberVersion? = nil
  ) -> CalendarDate? {
    guard var day = disposal(of: purpose, for: person, version: version) else { return nil }
    for hold in person.holds {
      guard let until = hold.until else { return nil }
      day = max(day, until.adding(days: 1))
    }
    return day
  }

  /// Whether a matter of the purpose is one that is completed on a day, as those of insurance are.
  public func isCompleted(_ purpose: PurposeID) -> Bool {
    rules[purpose.rawValue]?.contains { $0.counts == .completion } ?? false
  }

  /// Whether the disposal for a purpose rests on a presumption.
  public func isPresumed(
    _ purpose: PurposeID, for person: borrowing PersonRecord, version: NumberVersion? = nil
  ) -> Bool {
    Self.isPresumed(
      holdings(of: person, replacedOn: version?.replacedOn, asOf: .first)
        .filter { $0.purpose == purpose })
  }

  /// Whether the disposal rests on a presumption, by all documents of one purpose.
  public static func isPresumed(_ documents: [Holding]) -> Bool {
    var latest: CalendarDate?
    var isPresumed = false
    for holding in documents {
      guard let day = holding.lastDay else { return false }
      if let known = latest, day < known { continue }
      latest = day
      isPresumed = holding.basis == .presumed
    }
    return isPresumed
  }

  /// The first day on which what is due on `disposal` is overdue.
  public func overdueFrom(_ disposal: CalendarDate) -> CalendarDate {
    overdueRule.overdue(after: disposal)
  }

  private static func later(_ a: CalendarDate?, _ b: CalendarDate) -> CalendarDate {
    a.map { max($0, b) } ?? b
  }

  private func holdings(
    of person: borrowing PersonRecord, replacedOn: CalendarDate?, asOf date: CalendarDate
  ) -> [Holding] {
    var found: [Holding] = []
    let isHeld = person.holds.contains { $0.isInForce(on: date) }
    for rule in documents where person.isKept(for: rule.purpose.rawValue) && rule.concerns(person) {
      switch start(of: rule, for: person, replacedOn: replacedOn) {
      case .none: continue
      case .open: found.append(holding(rule, isHeld: isHeld))
      case .year(let year, let basis):
        found.append(
          holding(
            rule, lastDay: lastDay(of: rule, year: year), basis: basis, year: year,
            isHeld: isHeld))
      case .day(let day, let basis):
        found.append(
          holding(
            rule, lastDay: day.lastDay(ofYears: rule.years), basis: basis, completedOn: day,
            isHeld: isHeld))
      }
    }
    for rule in documents
    where person.isKept(for: rule.purpose.rawValue)
      && !found.contains(where: { $0.purpose == rule.purpose })
    {
      found.append(holding(rule, isHeld: isHeld))
    }
    return found
  }

  private func holding(
    _ rule: DocumentRule, lastDay: CalendarDate? = nil, basis: Holding.Basis? = nil,
    year: Int? = nil, completedOn: CalendarDate? = nil, isHeld: Bool
  ) -> Holding {
    Holding(
      purpose: rule.purpose, document: rule.id, ja: rule.ja, en: rule.en,
      citations: rule.citations, lastDay: lastDay, basis: basis, year: year,
      completedOn: completedOn, employersChoice: rule.setBy == .employer,
      overdueFrom: lastDay.map { overdueFrom($0.adding(days: 1)) }, isHeld: isHeld)
  }

  /// The last day of a period that runs from a year (所得税法施行規則76条の3, 76条の2第9項).
  private func lastDay(of rule: DocumentRule, year: Int) -> CalendarDate {
    switch rule.counts {
    case .changeNotice:
      CalendarDate(year: year + rule.years, month: 12, day: 31) ?? .last
    default:
      CalendarDate(year: year + rule.years + 1, month: 1, day: 10) ?? .last
    }
  }
}
