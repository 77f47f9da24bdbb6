internal import People

extension LifeEvent {
  /// What an employee's event is to each dependent; nil if it does not concern them.
  var carried: LifeEvent? {
    kind.carriedToDependents.map { LifeEvent($0, on: date, basis: .derived) }
  }
}

extension PersonRecord {
  /// Whether an employee's event concerns a family member: neither one removed before nor an heir
  /// alone, to whom an employee's pay goes on.
  func isTouched(by event: LifeEvent) -> Bool {
    if let day = event.date, wasRemoved(by: day) { return false }
    return !standing.heir || standing.isDependentOfEmployee
  }
}
