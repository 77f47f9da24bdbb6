internal import People

extension RetentionSchedule {
  /// From where the period of a document runs for a person, or for a number replaced on a day.
  func start(
    of rule: DocumentRule, for person: borrowing PersonRecord, replacedOn: CalendarDate?
  ) -> PeriodStart {
    switch rule.counts {
    case .taxYear: taxYear(of: rule, for: person, replacedOn: replacedOn)
    case .retirementYear: retirementYear(of: rule, for: person, replacedOn: replacedOn)
    case .firstPayYear: firstPayYear(of: rule, for: person, replacedOn: replacedOn)
    case .ledgerYear: latestYear(of: .declarationByLedger, rule, person, through: replacedOn?.year)
    case .receiptYear:
      latestYear(of: .secondJobDeclarationReceived, rule, person, through: replacedOn?.year)
    case .planLumpSumYear:
      latestYear(of: .planLumpSumPaid, rule, person, through: replacedOn?.year)
    case .changeNotice:
      latestYear(
        of: .changeNoticeReceived, rule, person,
        through: replacedOn.map { noticeYear(of: person, since: $0) })
    case .completion: completion(of: rule, for: person, replacedOn: replacedOn)
    }
  }

  // MARK: Completion

  private func completion(
    of rule: DocumentRule, for person: borrowing PersonRecord, replacedOn: CalendarDate?
  ) -> PeriodStart {
    if let replacedOn { return presumed(rule, after: replacedOn) }
    guard let end = endOfNeed(for: rule, person) else { return .open }
    return completed(rule, person, since: end.day) ?? presumed(rule, after: end.day)
  }

  private func presumed(_ rule: DocumentRule, after day: CalendarDate) -> PeriodStart {
    guard let months = rule.presumedMonths else { return .open }
    let completion = day.adding(months: months).endOfMonth
    return rule.inForce.contains(completion) ? .day(completion, .presumed) : .none
  }

  /// The latest completion since the need ended: what is recorded wins over a filed loss notice.
  ///
  /// One before it ended a benefit or another matter, and the work went on. One that falls under
  /// another rule starts nothing under this one.
  private func completed(
    _ rule: DocumentRule, _ person: borrowing PersonRecord, since end: CalendarDate
  ) -> PeriodStart? {
    var recorded: CalendarDate?
    var derived: CalendarDate?
    var isCompleted = false
    for event in person.events {
      guard let day = event.date, end <= day, let basis = completes(event, rule) else { continue }
      isCompleted = true
      guard rule.inForce.contains(day) else { continue }
      if basis == .recorded {
        recorded = recorded.map { max($0, day) } ?? day
      } else {
        derived = derived.map { max($0, day) } ?? day
      }
    }
    if let recorded { return .day(recorded, .recorded) }
    if let derived { return .day(derived, .derived) }
    return isCompleted ? PeriodStart.none : nil
  }

  /// How an event shows that the matter of a document is completed; nil if it does not.
  private func completes(_ event: LifeEvent, _ rule: DocumentRule) -> Holding.Basis? {
    switch event.kind {
    case .matterCompleted where event.purpose == rule.purpose.rawValue:
      return event.basis == .recorded ? .recorded : .derived
    case .noticeFiled:
      guard let form = event.form, rule.completedBy.contains(FormCopyID(form)),
        event.purpose.map({ $0 == rule.purpose.rawValue }) ?? true
      else { return nil }
      return .derived
    default: return nil
    }
  }
}
