internal import People
internal import Rules

/// Counts people by where their numbers stand.
struct HoldingCounts {
  private let retention: RetentionSchedule
  private let changes: NumberChangeRules
  private let asOf: CalendarDate
  private var counter = FigureCounter<HoldingSubject>()

  init(_ policy: Policy, asOf: CalendarDate) {
    retention = policy.retention
    changes = policy.numberChanges
    self.asOf = asOf
  }

  /// - Parameter purpose: The only one of which is said what is kept, due and purged.
  func figures(for purpose: PurposeID? = nil) -> [Figure<HoldingSubject>] {
    counter.figures().filter { figure in
      guard let purpose, Self.perPurpose.contains(figure.subject.item) else { return true }
      return figure.subject.key == purpose.rawValue
    }
  }

  private static let perPurpose: Set<HoldingItem> = [.purgedForPurpose, .kept, .due, .overdue]

  mutating func note(_ person: PersonSummary) {
    let record = person.record
    let standing = person.standing
    add(.people, record.kind.english, person)
    if standing.isHeld { add(.held, nil, person) }
    let (item, key) = Self.item(of: standing)
    add(item, key, person)
    if RequestStanding(record, asOf: asOf).isToAsk, let reason = standing.lacking {
      add(.toAsk, reason.english, person)
    }
    noteChanges(person)
    for purged in record.purgedPurposes { add(.purgedForPurpose, purged.purpose, person) }
    if !record.holds(on: asOf).isEmpty { add(.onHold, nil, person) }
    guard standing.isHeld else { return }
    if record.isUnconfirmed { add(.unconfirmed, nil, person) }
    if record.declarations.isEmpty { add(.undeclared, nil, person) }
    noteRetention(person)
  }

  private mutating func add(_ item: HoldingItem, _ key: String?, _ person: PersonSummary) {
    counter.add(HoldingSubject(item, key), entry: person.pin)
  }

  private static func item(of standing: NumberStanding) -> (HoldingItem, String?) {
    switch standing {
    case .verified(let rule): (.verified, rule)
    case .legacy: (.legacy, nil)
    case .employeeDuty: (.employeeDuty, nil)
    case .articleNineteenFour: (.articleNineteenFour, nil)
    case .numberProved(let rule): (.numberProved, rule)
    case .claimed: (.claimed, nil)
    case .unverified: (.unverified, nil)
    case .blank(let reason): (.blank, reason.english)
    case .purged: (.purged, nil)
    }
  }

  /// A person counts once an office.
  private mutating func noteChanges(_ person: PersonSummary) {
    let open = changes.tasks(of: person.record).filter(\.isOpen)
    for office in Set(open.map(\.rule.office)) {
      let isOverdue = open.contains { $0.rule.office == office && $0.isOverdue(on: asOf) }
      add(isOverdue ? .changeOverdue : .changeOpen, office, person)
    }
  }

  /// A person counts once a purpose: overdue if any of the numbers is, else due.
  private mutating func noteRetention(_ person: PersonSummary) {
    let record = person.record
    let changed = record.versions.filter {
      $0.how == .changed && $0.version != record.currentVersion
    }
    for purpose in record.declaredPurposes where record.isKept(for: purpose) {
      let id = PurposeID(purpose)
      let disposals =
        [retention.erasure(of: id, for: record)]
        + changed.map { retention.erasure(of: id, for: record, version: $0) }
      let due = disposals.compactMap { $0 }.filter { $0 <= asOf }
      guard !due.isEmpty else {
        add(.kept, purpose, person)
        continue
      }
      let isOverdue = due.contains { retention.overdueFrom($0) <= asOf }
      add(isOverdue ? .overdue : .due, purpose, person)
    }
  }
}
