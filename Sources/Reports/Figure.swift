/// A count with what it counts and the log entries behind it.
public struct Figure<Subject: Hashable & Sendable>: Hashable, Sendable {
  /// What is counted.
  public let subject: Subject
  /// How many: people, numbers or entries, as the section says.
  public let count: Int
  /// The entries behind the count.
  public let entries: EntryRanges

  /// Whether its first entry comes before that of another.
  func isBefore(_ other: Figure) -> Bool { (entries.first ?? -1) < (other.entries.first ?? -1) }
}
