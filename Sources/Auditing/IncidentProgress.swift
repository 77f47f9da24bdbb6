internal import JSON
public import People
internal import Rules

/// How far an incident was looked into and reported, by its entries.
public struct IncidentProgress: Sendable {
  /// An assessment, and what came of it.
  public struct Look: Hashable, Sendable {
    public let entry: Int
    public let outcome: IncidentOutcome
  }

  public private(set) var file: IncidentFile
  /// The assessments and drafts, oldest first.
  public private(set) var looks: [Look] = []
  public private(set) var tellings: [IncidentTelling] = []

  init(_ opening: IncidentRecord) { file = IncidentFile(opening) }

  /// The entry that opened it.
  public var opening: Int { file.opening.entry }

  /// What nobody looked into since: the opening or what became known after the last assessment.
  public var unassessed: [Int] {
    let last = looks.last?.entry ?? -1
    return ([opening] + file.entries).filter { $0 > last }
  }

  /// The gravest of the assessments that know everything that became known; nil without one.
  ///
  /// One from a narrower source takes back no graver one.
  public var look: Look? {
    let newest = file.entries.last ?? opening
    return looks.filter { $0.entry > newest }.max { $0.outcome.verdict < $1.outcome.verdict }
  }

  /// Whether this should have been done before a day and is not on record.
  ///
  /// A final report stands for the first; the people are told by then too, for that report says so
  /// (規則3条1項6号).
  public func isLate(_ kind: IncidentTelling.Kind, on day: CalendarDate) -> Bool {
    // Until the keys are shown to be safe, the days of the duty run.
    guard let outcome = look?.outcome,
      outcome.verdict == .required || outcome.verdict == .freeIfKeysAreSafe
    else { return false }
    let due = kind == .firstReport ? outcome.firstReport : outcome.finalReport
    guard let due, due < day else { return false }
    return !tellings.contains { $0.kind == kind }
      && !(kind == .firstReport && tellings.contains { $0.kind == .finalReport })
  }

  mutating func take(_ entry: Entry) {
    file.take(entry)
    guard entry.content.outcome == .done, entry.content.integer("incident") == opening else {
      return
    }
    if IncidentBook.looks.contains(entry.content.action),
      let outcome = IncidentOutcome(entry.content)
    {
      looks.append(Look(entry: entry.index, outcome: outcome))
    }
    if let telling = IncidentTelling(entry) { tellings.append(telling) }
  }
}
