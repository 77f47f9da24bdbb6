public import People

/// Who may leave numbers out of the declarations of a year (所得税法198条4項, 同施行規則76条の2).
public struct LedgerRules: Sendable {
  /// The purpose under which the ledger is kept.
  public let purpose: PurposeID
  /// The form copy that declarations are recorded as.
  public let form: FormCopyID
  /// The name of a declaration that names no other form.
  public let source: LedgerDeclaration
  /// The declarations that may leave the number out.
  public let declarations: [LedgerDeclaration]
  /// A row for every obstacle.
  public let reasons: [LedgerReason]
  /// Whose numbers the declarations carry.
  let carries: SubjectSet

  /// Why, with articles and what to do.
  public func reason(_ obstacle: LedgerObstacle) -> LedgerReason? {
    reasons.first { $0.id == obstacle }
  }

  /// Where a person stands for a year's declarations; nil for who stands on none of that year.
  public func standing(
    of person: borrowing PersonRecord, year: Int
  ) -> LedgerStanding? {
    guard standsOnDeclaration(person, of: year) else { return nil }
    let received = person.events(of: .declarationReceived).filter { ($0.year ?? 0) <= year }
    // What an export derives says neither when it was received nor that it bore the number.
    let dated = received.filter { $0.date != nil && $0.basis == .recorded }
    let source = dated.max { ($0.date ?? .first) < ($1.date ?? .first) }
    let ledgerDay = source.map { person.ledgerDay(since: $0.date ?? .first) }
    var obstacles = numberObstacles(person)
    if let ledgerDay {
      if person.nameChanged(after: ledgerDay) { obstacles.append(.nameChanged) }
      if person.numberReplaced(after: ledgerDay) { obstacles.append(.numberChanged) }
    } else {
      obstacles.append(received.isEmpty ? .noDeclaration : .receiptUnknown)
    }
    return LedgerStanding(
      obstacles: obstacles, source: source,
      isOfTheYear: source != nil && dated.allSatisfy { $0.year == year },
      addressChangedOn: ledgerDay.flatMap { day in
        person.latestDate(of: .addressChanged).flatMap { day < $0 ? $0 : nil }
      })
  }

  private func numberObstacles(_ person: borrowing PersonRecord) -> [LedgerObstacle] {
    if !person.declares(purpose.rawValue) { return [.purposeNotDeclared] }
    guard person.holdsNumber, person.isKept(for: purpose.rawValue) else { return [.noNumber] }
    let isUsable = person.verification.isComplete && person.current?.usable == true
    return isUsable ? [] : [.notVerified]
  }

  /// Employees and officers of the year, and those whom their declarations name.
  private func standsOnDeclaration(_ person: borrowing PersonRecord, of year: Int) -> Bool {
    guard [.employee, .officer, .family].contains(person.kind),
      !SubjectSet(of: person, incomeYear: year).isDisjoint(with: carries),
      let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year, month: 12, day: 31)
    else { return false }
    if let left = person.lastLeaving, left < first { return false }
    if let hired = person.employedSince, last < hired { return false }
    return !person.wasRemoved(by: first.adding(days: -1))
  }
}

extension PersonRecord {
  /// The day as of which the ledger is right: the declaration's, or a later notice of change's.
  fileprivate func ledgerDay(since received: CalendarDate) -> CalendarDate {
    max(received, latestDate(of: .changeNoticeReceived) ?? received)
  }

  fileprivate func nameChanged(after day: CalendarDate) -> Bool {
    for kind in [LifeEventKind.nameChanged, .particularsChanged] {
      if let changed = latestDate(of: kind), day < changed { return true }
    }
    return false
  }

  fileprivate func numberReplaced(after day: CalendarDate) -> Bool {
    versions.contains { version in version.replacedOn.map { day < $0 } ?? false }
  }
}
