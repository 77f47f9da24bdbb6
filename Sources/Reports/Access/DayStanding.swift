internal import Auditing

/// How users, keys, files, reviews and carryings stood when the entries up to some day had been taken.
struct DayStanding {
  var trail = AuthorityTrail()
  var book = ExportBook()
  var reviews = ReviewBook()
  var handling = HandlingBook()
  /// What the entries authorise that the last checkpoint covers; nil before the first.
  var authority: Authority?

  mutating func take(_ entry: Entry) {
    trail.note(entry)
    book.take(entry)
    reviews.take(entry)
    handling.take(entry)
  }
}
