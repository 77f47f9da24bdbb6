internal import People
internal import Rules

/// Computes the lines of a person, for the current number and for each that was changed.
struct RetentionReader {
  let schedule: RetentionSchedule
  let asOf: CalendarDate
  let comingWithinDays: Int

  func lines(of person: PersonSummary) -> [RetentionLine] {
    let record = person.record
    return record.versions.flatMap { version -> [RetentionLine] in
      let holdings: [Holding]
      if version.version == record.currentVersion, person.standing.isHeld {
        holdings = schedule.holdings(of: record, asOf: asOf)
      } else if version.how == .changed {
        holdings = schedule.holdings(of: record, version: version, asOf: asOf)
      } else {
        return []
      }
      return holdings.map { line(person, version.version, $0) }
    }
  }

  private func line(
    _ person: PersonSummary, _ version: Int, _ holding: Holding
  ) -> RetentionLine {
    RetentionLine(
      person: person.code, version: version, holding: holding, status: status(of: holding),
      pin: person.pin)
  }

  private func status(of holding: Holding) -> RetentionStatus {
    switch holding.status(on: asOf) {
    case .needed: .needed
    case .due: .due
    case .overdue: .overdue
    case .held: .held
    case .kept: isComing(holding) ? .coming : .kept
    }
  }

  private func isComing(_ holding: Holding) -> Bool {
    guard let last = holding.lastDay else { return false }
    return last.dayNumber - asOf.dayNumber < comingWithinDays
  }
}
