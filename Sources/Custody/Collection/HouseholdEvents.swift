internal import People

/// What of an employee's last employment concerns each dependent too.
struct HouseholdEvents: Equatable {
  private(set) var leftOn: CalendarDate?
  private(set) var lastPaidOn: CalendarDate?
  /// As derived; what was before the last employment began says nothing of it.
  private(set) var events: [LifeEvent]

  init(of employee: PersonRecord) {
    leftOn = employee.lastLeaving
    lastPaidOn = leftOn == nil ? nil : employee.lastPaidOn
    let began = employee.employedSince ?? .first
    events = employee.events.compactMap(\.carried).filter { began <= $0.date ?? began }
  }

  var isEmpty: Bool { leftOn == nil && events.isEmpty }
}

extension PersonRecord {
  /// Takes over what happened to the employee, unless the dependent had been removed before.
  mutating func follow(_ employee: HouseholdEvents) {
    if let left = employee.leftOn, !wasRemoved(by: left) {
      leftOn = left
      lastPaidOn = employee.lastPaidOn ?? lastPaidOn
    }
    for event in employee.events where isTouched(by: event) { add(event) }
  }
}
