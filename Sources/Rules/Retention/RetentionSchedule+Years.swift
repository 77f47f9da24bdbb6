internal import People

extension RetentionSchedule {
  func taxYear(
    of rule: DocumentRule, for person: borrowing PersonRecord, replacedOn: CalendarDate?
  ) -> PeriodStart {
    let end = endOfNeed(for: rule, person)
    if let replacedOn {
      // The declaration of that year was made with the old number.
      let known = knownYear(of: rule, for: person, end, through: replacedOn.year)
      return start(known, from: replacedOn.year, presumed: replacedOn.year, rule)
    }
    if isPaidOnce(person, rule.purpose) { return paidOnceYear(rule, person, end) }
    guard let end else { return .open }
    let first = lastPayYear(of: person, end) == nil ? end.day.year : 0
    return start(
      knownYear(of: rule, for: person, end), from: first,
      presumed: presumedYear(after: end, for: person), rule)
  }

  /// The year of the deadline of the last declaration (所得税法194条1項, 所得税法施行規則76条の3).
  func firstPayYear(
    of rule: DocumentRule, for person: borrowing PersonRecord, replacedOn: CalendarDate?
  ) -> PeriodStart {
    let start = taxYear(of: rule, for: person, replacedOn: replacedOn)
    guard case .year(let year, let basis) = start, isFirstPaidOnNewYearsDay(of: year, person)
    else { return start }
    return .year(year - 1, basis)
  }

  func retirementYear(
    of rule: DocumentRule, for person: borrowing PersonRecord, replacedOn: CalendarDate?
  ) -> PeriodStart {
    if let replacedOn {
      return start(LatestYear(), from: 0, presumed: replacedOn.year, rule)
    }
    guard let end = endOfNeed(for: rule, person) else { return .open }
    let kinds: [LifeEventKind] = [
      .retirementPaid, .retirementDeclarationReceived, .planLumpSumPaid,
    ]
    return start(
      latest(of: kinds, rule, person), from: end.day.year,
      presumed: presumedYear(after: end, for: person), rule)
  }

  /// - Parameter limit: What is of a later year is not counted.
  func latestYear(
    of kind: LifeEventKind, _ rule: DocumentRule, _ person: borrowing PersonRecord,
    through limit: Int? = nil
  ) -> PeriodStart {
    start(latest(of: [kind], rule, person, through: limit ?? .max))
  }

  /// The year of the first change notice since a number was replaced, which bears it too; that of
  /// the replacement without one.
  func noticeYear(of person: borrowing PersonRecord, since day: CalendarDate) -> Int {
    var first: CalendarDate?
    for event in person.events where event.kind == .changeNoticeReceived {
      guard let received = event.date, day <= received else { continue }
      first = first.map { min($0, received) } ?? received
    }
    return (first ?? day).year
  }

  /// Whether a year's first payday is known to have been 1 January, and no declaration is known to
  /// have been received in that year for a later payday (異動申告書, 所得税法194条3項).
  private func isFirstPaidOnNewYearsDay(of year: Int, _ person: borrowing PersonRecord) -> Bool {
    guard let newYear = CalendarDate(year: year, month: 1, day: 1) else { return false }
    if let began = lastBeginning(of: person), newYear < began { return false }
    var isPaid = person.lastPaidOn == newYear
    for event in person.events where event.year == year {
      if event.kind == .paid, event.date == newYear { isPaid = true }
      if event.kind.isDeclaration, let day = event.date, newYear <= day { return false }
    }
    return isPaid
  }

  /// The first day of the last employment, or on which a family member last became a dependent: the
  /// payday of an earlier one says nothing of it.
  private func lastBeginning(of person: borrowing PersonRecord) -> CalendarDate? {
    let added = person.latestDate(of: .dependentAdded)
    guard let since = person.employedSince else { return added }
    return added.map { max($0, since) } ?? since
  }

  // MARK: Parts

  /// The known year if it is not before a first one, else the presumed one.
  ///
  /// What falls under another rule starts nothing under this one.
  private func start(
    _ known: LatestYear, from first: Int, presumed: Int, _ rule: DocumentRule
  ) -> PeriodStart {
    let isKnown = known.any.map { $0.year >= first } ?? false
    return !isKnown && rule.covers(presumed) ? .year(presumed, .presumed) : start(known)
  }

  private func start(_ known: LatestYear) -> PeriodStart {
    known.underRule.map { .year($0.year, $0.basis) } ?? .none
  }

  /// The latest income year of a payroll row, slip or declaration, or of the recorded last pay.
  private func knownYear(
    of rule: DocumentRule, for person: borrowing PersonRecord, _ end: End?,
    through limit: Int = .max
  ) -> LatestYear {
    var latest = LatestYear()
    let copies = forms[rule.purpose.rawValue]
    for event in person.events {
      guard let year = event.year, year <= limit else { continue }
      switch event.kind {
      case .paid, .declarationReceived, .declarationByLedger, .declarationByStatement,
        .declarationSimplified:
        break
      case .slipFiled:
        guard let form = event.form, copies?.contains(form) == true else { continue }
      default: continue
      }
      latest.note(year, Self.basis(of: event), isUnderRule: rule.covers(year))
    }
    if let year = lastPayYear(of: person, end), year <= limit {
      latest.note(year, .recorded, isUnderRule: rule.covers(year))
    }
    return latest
  }

  private func latest(
    of kinds: [LifeEventKind], _ rule: DocumentRule, _ person: borrowing PersonRecord,
    through limit: Int = .max
  ) -> LatestYear {
    var latest = LatestYear()
    for event in person.events where kinds.contains(event.kind) {
      guard let year = event.year ?? event.date?.year, year <= limit else { continue }
      latest.note(
        year, Self.basis(of: event), isUnderRule: rule.covers(year, on: event.date))
    }
    return latest
  }

  private static func basis(of event: LifeEvent) -> Holding.Basis {
    event.basis == .recorded ? .recorded : .derived
  }

  /// A payee or an heir is paid, not employed: without an end, the last payment is the end.
  private func paidOnceYear(
    _ rule: DocumentRule, _ person: borrowing PersonRecord, _ end: End?
  ) -> PeriodStart {
    let known = knownYear(of: rule, for: person, end)
    if let end { return start(known, from: end.day.year, presumed: end.day.year, rule) }
    if known.any != nil { return known.underRule.map { .year($0.year, .presumed) } ?? .none }
    guard let declared = person.declaration(covering: rule.purpose.rawValue) else { return .open }
    return start(known, from: 0, presumed: declared.date.year, rule)
  }

  /// The year of the last pay when nobody recorded it: that of leaving plus two months.
  private func presumedYear(after end: End, for person: borrowing PersonRecord) -> Int {
    // Who merely ceased to be a dependent is on no later declaration.
    guard end.isLeaving else { return end.day.year }
    if let year = lastPayYear(of: person, end) { return max(year, end.day.year) }
    return end.day.adding(months: lastPayMonths).year
  }

  /// The year of the recorded last pay; who merely ceased to be a dependent has no part in it, and
  /// that of an earlier employment says nothing of this one.
  private func lastPayYear(of person: borrowing PersonRecord, _ end: End?) -> Int? {
    guard let day = person.lastPaidOn else { return nil }
    guard let end else { return day.year }
    return end.isLeaving && end.began.map({ $0 <= day }) ?? true ? day.year : nil
  }

  private func isPaidOnce(_ person: borrowing PersonRecord, _ purpose: PurposeID) -> Bool {
    guard paidOnce.contains(purpose.rawValue) else { return false }
    return person.kind == .payee || (person.kind == .family && person.standing.heir)
  }
}
