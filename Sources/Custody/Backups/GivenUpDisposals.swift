internal import Auditing
internal import JSON
internal import People

/// When a log that is given up says that numbers were destroyed, and after which documents.
struct GivenUpDisposals {
  /// What was destroyed, named as a log names it.
  private struct Key: Hashable {
    let person: String
    let purpose: String
    let version: Int
  }

  private var known: [Key: Disposal] = [:]

  /// The destruction of one version for one purpose.
  struct Disposal {
    /// The day on which it was destroyed.
    let on: CalendarDate
    /// What the log says of it.
    let item: PurgedItem
  }

  /// Whether an entry with these bytes says that something was destroyed.
  static func concerns(_ bytes: Span<UInt8>) -> Bool {
    Entry.action(of: bytes, is: "\"purged\"")
  }

  /// Takes the next such entry of the log.
  mutating func take(_ entry: Entry) {
    guard let person = entry.content.person else { return }
    for item in PurgedItem.all(in: entry) {
      guard let purpose = item.purpose, let version = item.version else { continue }
      known[Key(person: person, purpose: purpose, version: version)] = Disposal(
        on: item.destroyedOn ?? entry.time.japanDate, item: item)
    }
  }

  /// What the log says of a version of a person's number; nil if nothing.
  func disposal(of person: PersonCode, _ purpose: String, _ version: Int) -> Disposal? {
    known[Key(person: person.text, purpose: purpose, version: version)]
  }
}
