internal import Auditing
internal import People

/// On which day (in Japan) the entries of a log were written, as runs of entries of one day.
struct EntryDays {
  private var runs: [(day: CalendarDate, entries: ClosedRange<Int>)] = []

  /// Notes the next entry.
  mutating func note(_ entry: Entry) {
    let day = entry.time.japanDate
    guard let last = runs.last, last.day == day else {
      return runs.append((day, entry.index...entry.index))
    }
    runs[runs.count - 1].entries = last.entries.lowerBound...entry.index
  }

  /// The entries of before a day.
  func entries(before day: CalendarDate) -> EntryRanges {
    var found = EntryRanges()
    for run in runs where run.day < day { found.append(run.entries) }
    return found
  }
}
