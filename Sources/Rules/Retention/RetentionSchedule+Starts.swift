internal import People

extension RetentionSchedule {
  /// From where the period of a document runs for a person, or for a number replaced on a day.
  func start(
    of rule: DocumentRule, for person: borrowing PersonRecord, replacedOn: CalendarDate?
  ) -> PeriodStart {
    switch rule.counts {
    case .taxYear: taxYear(of: rule, for: person, replacedOn: replacedOn)
    case .retirementYear: retirementYear(for: person, replacedOn: replacedOn)
    case .planLumpSumYear: latestYear(of: .planLumpSumPaid, rule, person)
    case .changeNotice: latestYear(of: .changeNoticeReceived, rule, person)
    case .completion: completion(of: rule, for: person, replacedOn: replacedOn)
    }
  }

  // MARK: Income years

  private func taxYear(
    of rule: DocumentRule, for person: borrowing PersonRecord, replacedOn: CalendarDate?
  ) -> PeriodStart {
    let end = endOfNeed(for: rule.purpose.rawValue, person)
    let isPaidOnce = isPaidOnce(person, rule.purpose)
    if end == nil, replacedOn == nil, !isPaidOnce { return .open }
    let known = knownYear(of: rule, for: person, through: replacedOn?.year)
    if let replacedOn {
      // The declaration of that year was made with the old number.
      guard let known, known.year >= replacedOn.year else {
        return .year(replacedOn.year, .presumed)
      }
      return .year(known.year, known.basis)
    }
    if isPaidOnce { return paidOnceYear(rule, person, known, end) }
    guard let end else { return .open }
    let presumed = presumedYear(after: end, for: person)
    guard let known, known.year >= end.day.year || person.lastPaidOn != nil else {
      return .year(presumed, .presumed)
    }
    return .year(known.year, known.basis)
  }

  /// The latest income year of a payroll row, slip or declaration, or of the recorded last pay.
  private func knownYear(
    of rule: DocumentRule, for person: borrowing PersonRecord, through limit: Int?
  ) -> (year: Int, basis: Holding.Basis)? {
    var latest: (year: Int, basis: Holding.Basis)?
    let copies = forms[rule.purpose.rawValue]
    for event in person.events {
      guard let year = event.year, limit.map({ year <= $0 }) ?? true else { continue }
      switch event.kind {
      case .paid, .declarationReceived, .declarationReliedUpon: break
      case .slipFiled:
        if let form = event.form, copies?.contains(form) != true { continue }
      default: continue
      }
      latest = Self.later(latest, (year, event.basis == .recorded ? .recorded : .derived))
    }
    if let year = person.lastPaidOn?.year, limit.map({ year <= $0 }) ?? true {
      latest = Self.later(latest, (year, .recorded))
    }
    return latest
  }

  /// A payee or an heir is paid, not employed: without an end, the last payment is the end.
  private func paidOnceYear(
    _ rule: DocumentRule, _ person: borrowing PersonRecord,
    _ known: (year: Int, basis: Holding.Basis)?, _ end: End?
  ) -> PeriodStart {
    let ended = end?.day.year ?? 0
    if let known, known.year >= ended {
      return .year(known.year, end == nil ? .presumed : known.basis)
    }
    if end != nil { return .year(ended, .presumed) }
    guard let declared = person.declaration(covering: rule.purpose.rawValue) else { return .open }
    return .year(declared.date.year, .presumed)
  }

  /// The year of the last pay when nobody recorded it: that of leaving plus two months.
  private func presumedYear(after end: End, for person: borrowing PersonRecord) -> Int {
    if let lastPaid = person.lastPaidOn { return max(lastPaid.year, end.day.year) }
    // Who merely ceased to be a dependent is on no later declaration.
    return end.isLeaving ? end.day.adding(months: lastPayMonths).year : end.day.year
  }

  private func retirementYear(
    for person: borrowing PersonRecord, replacedOn: CalendarDate?
  ) -> PeriodStart {
    if let replacedOn { return .year(replacedOn.year, .presumed) }
    var latest: (year: Int, basis: Holding.Basis)?
    for event in person.events {
      switch event.kind {
      case .retirementPaid, .retirementDeclarationReceived, .planLumpSumPaid:
        guard let year = event.year ?? event.date?.year else { continue }
        latest = Self.later(latest, (year, event.basis == .recorded ? .recorded : .derived))
      default: continue
      }
    }
    guard let end = endOfNeed(for: "", person) else { return .open }
    if let latest, latest.year >= end.day.year { return .year(latest.year, latest.basis) }
    return .year(presumedYear(after: end, for: person), .presumed)
  }

  private func latestYear(
    of kind: LifeEventKind, _ rule: DocumentRule, _ person: borrowing PersonRecord
  ) -> PeriodStart {
    var latest: (year: Int, basis: Holding.Basis)?
    for event in person.events where event.kind == kind {
      guard let year = event.year ?? event.date?.year,
        let day = event.date ?? CalendarDate(year: year, month: 12, day: 31),
        rule.inForce.contains(day)
      else { continue }
      latest = Self.later(latest, (year, event.basis == .recorded ? .recorded : .derived))
    }
    guard let latest else { return .none }
    return .year(latest.year, latest.basis)
  }

  private static func later(
    _ a: (year: Int, basis: Holding.Basis)?, _ b: (year: Int, basis: Holding.Basis)
  ) -> (year: Int, basis: Holding.Basis) {
    guard let a else { return b }
    if a.year != b.year { return a.year > b.year ? a : b }
    return a.basis <= b.basis ? a : b
  }

  // MARK: Completion

  private func completion(
    of rule: DocumentRule, for person: borrowing PersonRecord, replacedOn: CalendarDate?
  ) -> PeriodStart {
    let purpose = rule.purpose.rawValue
    let end = endOfNeed(for: purpose, person)
    if let replacedOn {
      guard let months = rule.presumedMonths else { return .open }
      return .day(replacedOn.adding(months: months).endOfMonth, .presumed)
    }
    if let done = completed(rule, person, isOver: end != nil) { return done }
    guard let end, let months = rule.presumedMonths else { return .open }
    return .day(end.day.adding(months: months).endOfMonth, .presumed)
  }

  /// The latest completion: what is recorded wins over a filed loss notice.
  private func completed(
    _ rule: DocumentRule, _ person: borrowing PersonRecord, isOver: Bool
  ) -> PeriodStart? {
    let purpose = rule.purpose.rawValue
    var recorded: CalendarDate?
    var derived: CalendarDate?
    for event in person.events {
      guard let day = event.date, event.purpose == nil || event.purpose == purpose else { continue }
      if event.kind == .matterCompleted {
        if event.basis == .recorded {
          recorded = recorded.map { max($0, day) } ?? day
        } else {
          derived = derived.map { max($0, day) } ?? day
        }
      } else if event.kind == .noticeFiled, let form = event.form,
        rule.completedBy.contains(FormCopyID(form))
      {
        derived = derived.map { max($0, day) } ?? day
      }
    }
    guard let day = recorded ?? derived else { return nil }
    if !isOver, isTakenUpAgain(purpose, person, after: day) { return nil }
    if let started = latestStart(of: purpose, person), day < started { return nil }
    return .day(day, recorded != nil ? .recorded : .derived)
  }

  private func isTakenUpAgain(
    _ purpose: String, _ person: borrowing PersonRecord, after day: CalendarDate
  ) -> Bool {
    person.declarations.contains { $0.date > day && $0.covers(purpose) }
  }

  // MARK: The end of need

  /// The day on which a purpose's work with a person ended.
  struct End {
    let day: CalendarDate
    /// Leaving or death, not merely the end of a dependency.
    let isLeaving: Bool
  }

  /// When the need for a purpose ended; nil while it goes on.
  func endOfNeed(for purpose: String, _ person: borrowing PersonRecord) -> End? {
    var left = person.leftOn
    var removed: CalendarDate?
    for event in person.events {
      guard let day = event.date, event.purpose == nil || event.purpose == purpose else { continue }
      switch event.kind {
      case .left, .died, .contractEnded: left = left.map { max($0, day) } ?? day
      case .dependentRemoved: removed = removed.map { max($0, day) } ?? day
      default: continue
      }
    }
    if left == nil, removed == nil { return nil }
    let started = latestStart(of: purpose, person)
    if let day = left, started.map({ day < $0 }) ?? false { left = nil }
    if let day = removed, started.map({ day < $0 }) ?? false { removed = nil }
    switch (left, removed) {
    case (nil, nil): return nil
    case (let day?, nil): return End(day: day, isLeaving: true)
    case (nil, let day?): return End(day: day, isLeaving: false)
    case (let leaving?, let removal?):
      return removal <= leaving
        ? End(day: removal, isLeaving: false) : End(day: leaving, isLeaving: true)
    }
  }

  /// The latest day on which the work with a person began, or began again.
  private func latestStart(
    of purpose: String, _ person: borrowing PersonRecord
  ) -> CalendarDate? {
    var latest = person.hiredOn
    for event in person.events {
      guard let day = event.date, event.purpose == nil || event.purpose == purpose else { continue }
      switch event.kind {
      case .hired, .rehired, .dependentAdded: latest = latest.map { max($0, day) } ?? day
      default: continue
      }
    }
    return latest
  }

  private func isPaidOnce(_ person: borrowing PersonRecord, _ purpose: PurposeID) -> Bool {
    guard paidOnce.contains(purpose.rawValue) else { return false }
    return person.kind == .payee || (person.kind == .family && person.standing.heir)
  }
}
