/// The people and purposes of an incident as entries come, with the entries behind each.
struct ExposedNumbers {
  private struct Person {
    var subjects: Set<ExposureSubject> = []
    var entries = EntryCollector()
  }

  private var people: [String: Person] = [:]
  private var entries: [ExposureSubject: EntryCollector] = [:]

  /// Notes that an entry exposes a person's number.
  mutating func add(_ person: String, _ subject: ExposureSubject, entry index: Int) {
    people[person, default: Person()].subjects.insert(subject)
    people[person]?.entries.add(index)
    entries[subject, default: EntryCollector()].add(index)
  }

  /// Notes one more entry behind a person who is there already.
  mutating func note(_ person: String, entry index: Int) { people[person]?.entries.add(index) }

  /// The people in the order of their codes.
  func list() -> [IncidentPerson] {
    people.map { code, person in
      IncidentPerson(
        code: code, purposes: Self.sorted(person.subjects.compactMap(\.purpose)),
        forms: Self.sorted(person.subjects.compactMap(\.form)),
        entries: person.entries.gathered())
    }.sorted { precedes($0.code, $1.code) }
  }

  /// How many people by purpose and form.
  func figures() -> [Figure<ExposureSubject>] {
    var counts: [ExposureSubject: Int] = [:]
    for subject in people.values.flatMap(\.subjects) { counts[subject, default: 0] += 1 }
    return counts.map { subject, count in
      Figure(
        subject: subject, count: count, entries: entries[subject]?.gathered() ?? EntryRanges())
    }.sorted { precedes($0.subject.order, $1.subject.order) }
  }

  private static func sorted(_ texts: [String]) -> [String] { Set(texts).sorted(by: precedes) }
}
