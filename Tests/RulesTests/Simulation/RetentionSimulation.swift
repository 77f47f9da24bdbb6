import People
import Rules

/// Years in an office, day by day: every day the product says what may go, on some days and at the
/// end of each fiscal year it goes, and the oracle looks on.
struct RetentionSimulation {
  /// What the oracle saw.
  struct Outcome {
    var purged = 0
    /// Numbers that the product would have let go while a paper was to be kept.
    var early: [String] = []
    /// Numbers that still stood after the fiscal year in which they fell due.
    var late: [String] = []
  }

  private var people: [SimulatedPerson]
  private var lot: Lot
  private let due: (PurposeID, PersonRecord) -> CalendarDate?

  /// - Parameter due: The first day on which a number must be destroyed for a purpose, by the rules
  ///   that are on trial.
  init(
    people count: Int, seed: UInt64, due: @escaping (PurposeID, PersonRecord) -> CalendarDate?
  ) throws {
    var lot = Lot(seed: seed)
    var people: [SimulatedPerson] = []
    while people.count < count {
      if lot.one(in: 10) {
        people.append(try SimulatedPerson(.payee(&lot)))
        continue
      }
      let employee = SimulatedLife.employee(&lot)
      people.append(try SimulatedPerson(employee))
      guard !employee.paysOnFirst else { continue }
      while people.count < count, lot.one(in: 2) {
        people.append(try SimulatedPerson(employee.dependent(&lot)))
      }
    }
    self.people = people
    self.lot = lot
    self.due = due
  }

  /// Lives through ten years, after eight that went before.
  mutating func run() -> Outcome {
    var outcome = Outcome()
    var today = PlainDay(year: 2016, month: 1, day: 1)
    while today.year < 2034 {
      let isPurgeDay =
        (today.month == 3 && today.day == 31) || (today.year >= 2024 && lot.one(in: 9))
      if today.year >= 2024 || isPurgeDay { look(on: today, isPurgeDay, &outcome) }
      today = today.next
    }
    return outcome
  }

  private mutating func look(on today: PlainDay, _ isPurgeDay: Bool, _ outcome: inout Outcome) {
    for place in people.indices {
      if people[place].live(through: today) { people[place].ask(due) }
      for item in people[place].kept.indices {
        look(at: item, of: place, on: today, isPurgeDay, &outcome)
      }
    }
  }

  private mutating func look(
    at item: Int, of place: Int, on today: PlainDay, _ isPurgeDay: Bool, _ outcome: inout Outcome
  ) {
    let kept = people[place].kept[item]
    guard !kept.isPurged else { return }
    let isDue = kept.due.map { $0 <= today } ?? false
    let isOver = kept.last.map { $0 < today } ?? false
    if isDue, !isOver {
      outcome.early.append("\(place) \(kept.purpose) on \(today.date.isoText)")
      people[place].kept[item].isPurged = true
    } else if isDue, isPurgeDay {
      outcome.purged += 1
      people[place].kept[item].isPurged = true
    } else if let limit = kept.limit, limit < today {
      outcome.late.append("\(place) \(kept.purpose) on \(today.date.isoText)")
      people[place].kept[item].isPurged = true
    }
  }

  /// What is known of somebody, for whoever reads a failure.
  func record(_ place: Int) -> PersonRecord { people[place].record }
}
