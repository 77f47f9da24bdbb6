internal import Auditing
internal import JSON

/// The numbers that stand in the vault after an entry, by person, version and purpose.
struct StandingNumbers {
  private struct Key: Hashable {
    let version: Int
    let purpose: String
  }

  /// The entry that made each number stand for each purpose.
  private var people: [String: [Key: Int]] = [:]

  mutating func note(_ entry: Entry) {
    let content = entry.content
    guard content.outcome == .done, let person = content.person else { return }
    switch content.action {
    case "import", "update", "replace", "declare":
      guard let version = content.version else { return }
      for purpose in Self.purposes(of: content) {
        people[person, default: [:]][Key(version: version, purpose: purpose)] = entry.index
      }
    case "purged": destroy(content, of: person)
    default: break
    }
  }

  private mutating func destroy(_ content: EntryContent, of person: String) {
    guard case .array(let items)? = content.detail["items"] else { return }
    for item in items {
      guard case .object(let members) = item, case .string(let purpose)? = members["purpose"],
        case .integer(let version)? = members["version"]
      else { continue }
      people[person]?[Key(version: version, purpose: purpose)] = nil
    }
  }

  /// Everybody who has a number.
  func exposed() -> ExposedNumbers {
    var numbers = ExposedNumbers()
    for (person, keys) in people {
      for (key, entry) in keys {
        numbers.add(
          person, ExposureSubject(purpose: key.purpose, form: nil, recipient: nil), entry: entry)
      }
    }
    return numbers
  }

  private static func purposes(of content: EntryContent) -> [String] {
    guard case .string(let text)? = content.detail["purposes"] else { return [] }
    return text.split(separator: ",").map(String.init)
  }
}
