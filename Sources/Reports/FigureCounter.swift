internal import Auditing
internal import JSON

/// Counts subjects as entries or people come, and keeps nothing of them but indices.
struct FigureCounter<Subject: Hashable & Sendable> {
  private struct Tally {
    var count = 0
    var entries = EntryCollector()

    /// Counts are held within what JSON can say, whatever a hostile entry claims.
    mutating func add(_ more: Int, entry index: Int) {
      let limit = CanonicalValue.integerLimit
      count = min(count + max(0, min(more, limit)), limit)
      entries.add(index)
    }
  }

  private var tallies: [Subject: Tally] = [:]

  /// Adds `count` of a subject, on the word of an entry.
  mutating func add(_ subject: Subject, count: Int = 1, entry index: Int) {
    tallies[subject, default: Tally()].add(count, entry: index)
  }

  /// The figures in no order.
  private var unordered: [Figure<Subject>] {
    tallies.map { subject, tally in
      Figure(subject: subject, count: tally.count, entries: tally.entries.gathered())
    }
  }
}

extension FigureCounter where Subject: TableSubject {
  /// The figures in the order of their subjects; of those that read alike, by their first entry.
  func figures() -> [Figure<Subject>] {
    unordered.inOrder()
  }
}
