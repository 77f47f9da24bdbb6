internal import People
internal import Rules

/// Computes where the numbers of a person stand: the current one, and each that was changed.
struct RetentionReader {
  let schedule: RetentionSchedule
  let asOf: CalendarDate
  let comingWithinMonths: Int

  func purposes(of person: PersonSummary) -> [RetentionPurposeLine] {
    let record = person.record
    return record.versions.flatMap { version -> [RetentionPurposeLine] in
      let found: [PurposeRetention]
      if version.version == record.currentVersion, person.standing.isHeld {
        found = schedule.purposes(of: record, asOf: asOf)
      } else if version.how == .changed {
        found = schedule.purposes(of: record, version: version, asOf: asOf)
      } else {
        return []
      }
      return found.map { retention in
        RetentionPurposeLine(
          person: person.code, version: version.version, retention: retention,
          status: status(of: retention), pin: person.pin)
      }
    }
  }

  /// The documents of a purpose, in the policy's order.
  func lines(of line: RetentionPurposeLine) -> [RetentionLine] {
    line.retention.documents.map { holding in
      RetentionLine(
        person: line.person, version: line.version, holding: holding,
        overdueFrom: line.retention.overdueFrom, status: status(of: holding, in: line),
        pin: line.pin)
    }
  }

  private func status(of retention: PurposeRetention) -> RetentionStatus {
    switch retention.status(on: asOf) {
    case .needed: .needed
    case .due: .due
    case .overdue: .overdue
    case .held: .held
    case .kept: isComing(retention) ? .coming : .kept
    }
  }

  private func status(
    of holding: Holding, in line: RetentionPurposeLine
  ) -> RetentionStatus {
    guard let last = holding.lastDay else { return .needed }
    switch line.status {
    case .needed, .kept: return last < asOf ? .ended : .kept
    case .coming:
      if last < asOf { return .ended }
      return last == line.retention.lastDay ? .coming : .kept
    case .ended, .due, .overdue, .held: return line.status
    }
  }

  private func isComing(_ retention: PurposeRetention) -> Bool {
    guard let disposal = retention.disposal else { return false }
    return disposal <= asOf.adding(months: comingWithinMonths)
  }
}
