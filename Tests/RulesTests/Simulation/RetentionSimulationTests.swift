import People
import Rules
import Testing

@Suite("Ten years of retention, day by day")
struct RetentionSimulationTests {
  /// Mistakes that rules could have, and what each does.
  enum Bug: String, CaseIterable, CustomTestStringConvertible {
    case dayEarly
    case forgetsPresumedMonths
    case forgetsRehire
    case forgetsLastPay
    case forgetsHolds
    case forgetsFamilyLeaving
    case yearLate
    case forgetsNewYearsPayday

    var testDescription: String { rawValue }
    /// Whether numbers go too early by it, not too late.
    var isEarly: Bool {
      switch self {
      case .forgetsFamilyLeaving, .yearLate, .forgetsNewYearsPayday: false
      default: true
      }
    }
  }

  let schedule: RetentionSchedule

  init() throws { schedule = try TestPolicy.policy().retention }

  @Test("nothing goes early, and nothing stays past the fiscal year in which it fell due")
  func sound() throws {
    let schedule = schedule
    var simulation = try RetentionSimulation(people: 2000, seed: 5) {
      schedule.erasure(of: $0, for: $1)
    }
    let outcome = simulation.run()
    #expect(outcome.early.isEmpty && outcome.late.isEmpty, "\(told(outcome, simulation))")
    #expect(outcome.purged > 2500)
  }

  @Test("but the oracle sees each planted mistake", arguments: Bug.allCases)
  func planted(bug: Bug) throws {
    let schedule = schedule
    let shorter = try Policy(
      bundle: TestPolicy.bundle(
        changing: "retention.yaml", "presumed_months: 2", to: "presumed_months: 1")
    ).retention
    var simulation = try RetentionSimulation(people: 400, seed: 5) { purpose, record in
      Self.due(of: purpose, record, by: bug, schedule, shorter)
    }
    let outcome = simulation.run()
    #expect(!(bug.isEarly ? outcome.early : outcome.late).isEmpty)
  }

  private static func due(
    of purpose: PurposeID, _ record: PersonRecord, by bug: Bug, _ schedule: RetentionSchedule,
    _ shorter: RetentionSchedule
  ) -> CalendarDate? {
    var record = record
    switch bug {
    case .dayEarly: return schedule.erasure(of: purpose, for: record)?.adding(days: -1)
    case .yearLate: return schedule.erasure(of: purpose, for: record)?.adding(years: 1)
    case .forgetsPresumedMonths: return shorter.erasure(of: purpose, for: record)
    case .forgetsHolds: return schedule.disposal(of: purpose, for: record)
    case .forgetsRehire: record.events.removeAll { $0.kind == .rehired }
    case .forgetsLastPay:
      if let left = record.leftOn?.parts.year {
        record.events.removeAll { $0.year.map { left < $0 } ?? false }
        record.lastPaidOn = record.leftOn
      }
    case .forgetsFamilyLeaving: if record.kind == .family { record.leftOn = nil }
    case .forgetsNewYearsPayday:
      record.events.removeAll { $0.kind == .paid && $0.basis == .recorded }
      record.lastPaidOn = nil
    }
    return schedule.erasure(of: purpose, for: record)
  }

  private func told(
    _ outcome: RetentionSimulation.Outcome, _ simulation: RetentionSimulation
  ) -> String {
    let cases = (outcome.early.prefix(3) + outcome.late.prefix(3)).map { line in
      let place = Int(line.prefix { $0 != " " }) ?? 0
      let record = simulation.record(place)
      let dates = [record.hiredOn, record.leftOn, record.lastPaidOn].map { $0?.isoText ?? "-" }
      return "\(line): \(dates) \(record.events.map(\.line))"
    }
    return "\(outcome.early.count) early, \(outcome.late.count) late: \(cases)"
  }
}

extension LifeEvent {
  fileprivate var line: String {
    "\(kind.english) \(date?.isoText ?? "") \(year ?? 0) \(purpose ?? "") \(form ?? "")"
  }
}
