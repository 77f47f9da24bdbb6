internal import Auditing
internal import JSON
internal import People

/// The numbers that stand in the vault after an entry, by person, version and purpose.
struct StandingNumbers {
  private struct Key: Hashable {
    let version: Int
    let purpose: String
  }

  /// A number that was destroyed for a purpose.
  private struct Destroyed {
    let person: String
    let key: Key
    /// The entry that had made it stand.
    let made: Int
    let entry: Int
    let day: CalendarDate
  }

  private struct Person {
    /// The number that is current.
    var version: Int?
    /// The purposes told, by whatever entry, less those that were purged.
    var told: Set<String> = []
    /// The entry that made each number stand for each purpose.
    var numbers: [Key: Int] = [:]
  }

  private var people: [String: Person] = [:]
  private var destroyed: [Destroyed] = []

  mutating func note(_ entry: Entry) {
    let content = entry.content
    guard content.outcome == .done, let person = content.person else { return }
    switch content.action {
    case "import", "update", "replace", "declare":
      tell(entry, of: person)
    case "purged": destroy(entry, of: person)
    default: break
    }
  }

  /// An entry says the purposes that are new, be it before the number came; a new number stands for
  /// all of them.
  private mutating func tell(_ entry: Entry, of code: String) {
    var person = people[code] ?? Person()
    let new = Self.purposes(of: entry.content)
    person.told.formUnion(new)
    if let version = entry.content.version {
      let isNew = entry.content.action == "import" || entry.content.action == "replace"
      if isNew { person.version = version }
      for purpose in isNew ? Array(person.told) : new {
        person.numbers[Key(version: version, purpose: purpose)] = entry.index
      }
    }
    people[code] = person
  }

  private mutating func destroy(_ entry: Entry, of person: String) {
    guard case .array(let items)? = entry.content.detail["items"] else { return }
    for item in items {
      guard case .object(let members) = item, case .string(let purpose)? = members["purpose"],
        case .integer(let version)? = members["version"]
      else { continue }
      let key = Key(version: version, purpose: purpose)
      // A wrong number that is destroyed takes no purpose from the one in its place.
      if people[person]?.version == version { people[person]?.told.remove(purpose) }
      guard let made = people[person]?.numbers.removeValue(forKey: key) else { continue }
      destroyed.append(
        Destroyed(
          person: person, key: key, made: made, entry: entry.index, day: entry.time.japanDate))
    }
  }

  /// Everybody whose number stood when an incident occurred, as far as is known: what was destroyed
  /// from that day on, or from the day of knowing where that is not known, stood then.
  func exposed(to incident: IncidentRecord) -> ExposedNumbers {
    var numbers = ExposedNumbers()
    for (person, held) in people {
      for (key, entry) in held.numbers { numbers.add(person, Self.subject(key), entry: entry) }
    }
    for gone in destroyed {
      let stood =
        (incident.occurredOn ?? incident.knownOn) <= gone.day
        || incident.occurredOn == nil && gone.entry > incident.entry
      if stood { numbers.add(gone.person, Self.subject(gone.key), entry: gone.made) }
    }
    return numbers
  }

  private static func subject(_ key: Key) -> ExposureSubject {
    ExposureSubject(purpose: key.purpose, form: nil, recipient: nil)
  }

  private static func purposes(of content: EntryContent) -> [String] {
    guard case .string(let text)? = content.detail["purposes"] else { return [] }
    return text.split(separator: ",").map(String.init)
  }
}
