public import People

extension RetentionSchedule {
  /// The day on which a purpose's work with a person ended.
  struct End {
    let day: CalendarDate
    /// Leaving or death, not merely the end of a dependency or an insurance.
    let isLeaving: Bool
    /// The day on which the work that ended had begun, or begun again.
    let began: CalendarDate?
  }

  /// When the need for a document's purpose ended; nil while it goes on.
  ///
  /// The earliest of leaving, ceasing to be a dependent and, for a matter that is completed, losing
  /// the insurance or the end of the contract it is for, unless the work began again after it.
  func endOfNeed(for rule: DocumentRule, _ person: borrowing PersonRecord) -> End? {
    let purpose = rule.purpose.rawValue
    var left = person.leftOn
    var removed: CalendarDate?
    var ended: CalendarDate?
    var began = person.hiredOn
    for event in person.events {
      guard let day = event.date, event.purpose.map({ $0 == purpose }) ?? true else { continue }
      let isOfMatter = rule.counts == .completion && event.purpose != nil
      switch event.kind {
      case .insuranceEnded where isOfMatter, .contractEnded where isOfMatter:
        ended = ended.map { max($0, day) } ?? day
      case .left, .died, .contractEnded: left = left.map { max($0, day) } ?? day
      case .dependentRemoved: removed = removed.map { max($0, day) } ?? day
      case .hired, .rehired, .dependentAdded, .insuranceBegan:
        began = began.map { max($0, day) } ?? day
      default: continue
      }
    }
    if let day = ended, isDeclaredAnew(purpose, person, after: day) { ended = nil }
    var end: End?
    Self.note(removed, isLeaving: false, since: began, in: &end)
    Self.note(ended, isLeaving: false, since: began, in: &end)
    Self.note(left, isLeaving: true, since: began, in: &end)
    return end
  }

  /// When the need for a purpose ended and on which day its matter is presumed to be completed; nil
  /// where it goes on, or a completion is known.
  public func presumedCompletion(
    of purpose: PurposeID, for person: borrowing PersonRecord
  ) -> (ended: CalendarDate, completed: CalendarDate)? {
    guard person.isKept(for: purpose.rawValue) else { return nil }
    for rule in documents
    where rule.purpose == purpose && rule.counts == .completion && rule.concerns(person) {
      guard let end = endOfNeed(for: rule, person),
        case .day(let day, .presumed) = start(of: rule, for: person, replacedOn: nil)
      else { continue }
      return (end.day, day)
    }
    return nil
  }

  private static func note(
    _ day: CalendarDate?, isLeaving: Bool, since began: CalendarDate?, in end: inout End?
  ) {
    guard let day, began.map({ $0 <= day }) ?? true else { return }
    if let known = end, known.day <= day { return }
    end = End(day: day, isLeaving: isLeaving, began: began)
  }

  /// Whether the purpose was told again after the insurance was lost, for which there was a reason.
  private func isDeclaredAnew(
    _ purpose: String, _ person: borrowing PersonRecord, after day: CalendarDate
  ) -> Bool {
    person.declarations.contains { $0.date > day && $0.covers(purpose) }
  }
}
