/// Gathers entry indices, which come in order for the log and in any order for people.
struct EntryCollector {
  private var ranges = EntryRanges()
  /// Indices below the last range, merged when they become many.
  private var stragglers: [Int] = []

  mutating func add(_ index: Int) {
    guard let last = ranges.last, index < last else { return ranges.append(index...index) }
    stragglers.append(index)
    if stragglers.count > 1024 + ranges.ranges.count { merge() }
  }

  func gathered() -> EntryRanges {
    stragglers.isEmpty ? ranges : ranges.union(EntryRanges(stragglers))
  }

  private mutating func merge() {
    ranges = gathered()
    stragglers.removeAll(keepingCapacity: true)
  }
}
