internal import Auditing
internal import JSON

/// The numbers that stand and were not checked by a second person since they came (ガイドライン別添1 B).
struct UncheckedNumbers {
  private struct Person {
    /// The number that is current, and the entry by which it came.
    var version: Int?
    var entry = 0
    var isChecked = false
    /// For what it is held, as far as the log says.
    var purposes: Set<String> = []
  }

  private var people: [String: Person] = [:]

  mutating func note(_ entry: Entry) {
    let content = entry.content
    guard content.outcome == .done, let code = content.person else { return }
    switch content.action {
    case "import", "replace":
      declare(content, of: code)
      guard let version = content.version else { return }
      people[code, default: Person()].version = version
      people[code]?.entry = entry.index
      people[code]?.isChecked = false
    case "declare": declare(content, of: code)
    case "compared": if content.text("result") == "match" { check(content, of: code) }
    case "number-check":
      if content.detail["agreed"] == .bool(true) { check(content, of: code) }
    case "purged": purge(content, of: code)
    default: break
    }
  }

  /// The entries by which those numbers came, one a number.
  var entries: EntryRanges {
    EntryRanges(people.values.filter { $0.version != nil && !$0.isChecked }.map(\.entry))
  }

  private mutating func declare(_ content: EntryContent, of code: String) {
    guard let purposes = content.text("purposes") else { return }
    people[code, default: Person()].purposes
      .formUnion(purposes.split(separator: ",").map(String.init))
  }

  /// Of an earlier number a check says nothing of this one.
  private mutating func check(_ content: EntryContent, of code: String) {
    guard let version = content.version, people[code]?.version == version else { return }
    people[code]?.isChecked = true
  }

  private mutating func purge(_ content: EntryContent, of code: String) {
    guard var person = people[code], case .array(let items)? = content.detail["items"] else {
      return
    }
    var isTouched = false
    for item in items {
      guard case .object(let members) = item, case .string(let purpose)? = members["purpose"],
        case .integer(let version)? = members["version"], version == person.version
      else { continue }
      person.purposes.remove(purpose)
      isTouched = true
    }
    if isTouched, person.purposes.isEmpty { person.version = nil }
    people[code] = person
  }
}
