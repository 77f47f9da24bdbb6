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

  /// The entry that made each number stand for each purpose.
  private var people: [String: [Key: Int]] = [:]
  private var destroyed: [Destroyed] = []

  mutating func note(_ entry: Entry) {
    let content = entry.content
    guard content.outcome == .done, let person = content.person else { return }
    switch content.action {
    case "import", "update", "replace", "declare":
      guard let version = content.version else { return }
      for purpose in Self.purposes(of: content) {
        people[person, default: [:]][Key(version: version, purpose: purpose)] = entry.index
      }
    case "purged": destroy(entry, of: person)
    default: break
    }
  }

  private mutating func destroy(_ entry: Entry, of person: String) {
    guard case .array(let items)? = entry.content.detail["items"] else { return }
    for item in items {
      guard case .object(let members) = item, case .string(let purpose)? = members["purpose"],
        case .integer(let version)? = members["version"]
      else { continue }
      let key = Key(version: version, purpose: purpose)
      guard let made = people[person]?.removeValue(forKey: key) else { continue }
      destroyed.append(
        Destroyed(
          person: person, key: key, made: made, entry: entry.index, day: entry.time.japanDate))
    }
  }

  /// Everybody whose number stood when an incident occurred, as far as is known: what was destroyed
  /// from that day on, or from the day of knowing where that is not known, stood then.
  func exposed(to incident: IncidentRecord) -> ExposedNumbers {
    var numbers = ExposedNumbers()
    for (person, keys) in people {
      for (key, entry) in keys { numbers.add(person, Self.subject(key), entry: entry) }
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
