/// A count with what it counts and the log entries behind it.
public struct Figure<Subject: Hashable & Sendable>: Hashable, Sendable {
  /// What is counted.
  public let subject: Subject
  /// How many: people, numbers or entries, as the section says.
  public let count: Int
  /// The entries behind the count.
  public let entries: EntryRanges
}

extension Sequence {
  /// In the order of their subjects; those that read alike by their first entry.
  func inOrder<Subject: TableSubject>() -> [Figure<Subject>] where Element == Figure<Subject> {
    map { (order: $0.subject.order, figure: $0) }.sorted { left, right in
      guard left.order == right.order else { return precedes(left.order, right.order) }
      return (left.figure.entries.first ?? -1) < (right.figure.entries.first ?? -1)
    }.map(\.figure)
  }
}
