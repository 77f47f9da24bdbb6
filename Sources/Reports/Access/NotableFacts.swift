internal import Auditing
internal import JSON
internal import People
internal import Rules

/// Gathers the facts that a reviewer looks at, from entries in order.
///
/// People who left must be known before the entries. What is kept does not grow with reads but with
/// users and days.
struct NotableFacts {
  private struct Day: Hashable {
    let user: String
    let date: CalendarDate

    init(_ entry: Entry) { (user, date) = (entry.content.actor, entry.time.japanDate) }
  }

  private struct Use: Hashable {
    let user: String
    let purpose: String
  }

  private struct Tally {
    var count = 0
    var entries = EntryCollector()

    mutating func add(_ entry: Entry, count more: Int = 1) {
      count = min(count + more, CanonicalValue.integerLimit)
      entries.add(entry.index)
    }
  }

  private let rules: ReviewRules
  private var leavers: [String: CalendarDate] = [:]
  private var seen: Set<Use> = []
  private var facts = FigureCounter<NotableSubject>()
  /// What is a fact only where there is enough of it on one day.
  private var reads: [Day: Tally] = [:]
  private var refusals: [Day: Tally] = [:]
  private var failures: [Day: Tally] = [:]
  private var latest: Timestamp?

  init(_ rules: ReviewRules) { self.rules = rules }

  /// Notes a person who left; whoever was hired again since has not.
  mutating func note(_ person: PersonRecord) {
    guard let left = person.leftOn, person.hiredOn.map({ $0 <= left }) ?? true else { return }
    leavers[person.code.text] = left
  }

  /// Takes the next entry of the log.
  ///
  /// - Parameter isShown: Whether the report shows it; the rest tells only what came first.
  mutating func note(_ entry: Entry, isShown: Bool) {
    let content = entry.content
    if isShown { noteClock(entry) }
    // Nobody signs for a failed sign-in: its time says nothing of the entries after it.
    if content.action != LogAction.signInFailed { latest = max(latest ?? entry.time, entry.time) }
    let isRead = content.action == "read" && content.outcome == .allowed
    if isRead { noteFirst(entry, isShown: isShown) }
    guard isShown else { return }
    if isRead { noteRead(entry) }
    if isRead || Self.isTakingOut(content), rules.isOutOfHours(entry.time) {
      add(.outOfHours, entry, content.purpose)
    }
    if content.outcome == .refused { noteRefusal(entry) }
  }

  private static func isTakingOut(_ content: EntryContent) -> Bool {
    content.outcome == .done && content.person == nil
      && LogAction.takingOut.contains(content.action)
  }

  private mutating func add(_ kind: NotableKind, _ entry: Entry, _ purpose: String? = nil) {
    facts.add(
      NotableSubject(
        kind: kind, user: entry.content.actor, day: entry.time.japanDate.isoText, purpose: purpose),
      entry: entry.index)
  }

  private mutating func noteFirst(_ entry: Entry, isShown: Bool) {
    guard let purpose = entry.content.purpose,
      seen.insert(Use(user: entry.content.actor, purpose: purpose)).inserted, isShown
    else { return }
    add(.firstUse, entry, purpose)
  }

  private mutating func noteRead(_ entry: Entry) {
    let content = entry.content
    let day = Day(entry)
    reads[day, default: Tally()].add(entry)
    if let left = content.person.flatMap(leaving(of:)), left < day.date {
      add(.afterLeaving, entry, content.purpose)
    }
    if let purpose = content.purpose, rules.isOutOfSeason(purpose, on: day.date) {
      add(.outOfSeason, entry, purpose)
    }
  }

  /// The day on which a person left, or the employee whose dependent they are.
  private func leaving(of code: String) -> CalendarDate? {
    if let left = leavers[code] { return left }
    guard code.contains("-"), let person = try? PersonCode(code) else { return nil }
    return leavers[person.employeeCode.text]
  }

  private mutating func noteRefusal(_ entry: Entry) {
    let content = entry.content
    guard content.action == LogAction.signInFailed else {
      return refusals[Day(entry), default: Tally()].add(entry)
    }
    // Failures of the same second have no entry of their own.
    let more = min(max(0, content.count ?? 0), CanonicalValue.integerLimit - 1)
    failures[Day(entry), default: Tally()].add(entry, count: 1 + more)
  }

  private mutating func noteClock(_ entry: Entry) {
    let isBefore = latest.map { entry.time < $0 } ?? false
    if isBefore || entry.content.detail[EntryContent.clockDelay] != nil { add(.clockBack, entry) }
  }

  // MARK: What it comes to

  /// The facts by kind, day and user.
  ///
  /// - Parameter files: The files that stand.
  func figures(_ files: [FileStanding]) -> [Figure<NotableSubject>] {
    var all = facts.figures().filter { $0.subject.kind != .afterLeaving }
    all += Self.figures(.bulkReads, reads) { $0 > rules.bulkReads }
    all += Self.figures(.repeatedRefusals, refusals) { $0 >= rules.repeated }
    all += Self.figures(.repeatedFailures, failures) { $0 >= rules.repeated }
    all += files.filter(\.isOverdue).map { file in
      Figure(
        subject: NotableSubject(
          kind: .notDisposed, user: file.record.user, day: file.record.due?.isoText ?? "",
          purpose: nil), count: 1, entries: EntryRanges([file.record.entry]))
    }
    return all.sorted { Self.order($0.subject) < Self.order($1.subject) }
  }

  /// What was read after somebody left, which rests on what the vault knows of people.
  var afterLeaving: [Figure<NotableSubject>] {
    facts.figures().filter { $0.subject.kind == .afterLeaving }
  }

  private static func figures(
    _ kind: NotableKind, _ days: [Day: Tally], where isMany: (Int) -> Bool
  ) -> [Figure<NotableSubject>] {
    days.filter { isMany($0.value.count) }.map { day, tally in
      Figure(
        subject: NotableSubject(
          kind: kind, user: day.user, day: day.date.isoText, purpose: nil), count: tally.count,
        entries: tally.entries.gathered())
    }
  }

  /// Kinds in the order of the enum, days in theirs.
  private static func order(_ subject: NotableSubject) -> (Int, String, String, String) {
    let kind = NotableKind.allCases.firstIndex(of: subject.kind) ?? 0
    return (kind, subject.day, subject.user, subject.purpose ?? "")
  }
}
