internal import Auditing

/// The people whose rows were held against the log lately, so that bytes with the same digest need not
/// be read anew.
///
/// A place for each row id but for its upper bits, so that it stays small: some megabytes at most.
struct RecentPeople {
  private static let count = 1 << 14
  private var places: [(pin: Pin, person: VerifiedPerson)?] = []

  /// The person of a row whose bytes have the digest of a pin, by their row id.
  ///
  /// The index of a pin is not enough: a transaction that is rolled back gives its own to another.
  func person(row: Int64, pin: Pin) -> VerifiedPerson? {
    let place = Self.place(of: row)
    guard place < places.count, let known = places[place], known.person.row == row,
      known.pin == pin
    else { return nil }
    return known.person
  }

  /// Keeps a person in the place of an earlier one.
  mutating func keep(_ person: VerifiedPerson, pin: Pin) {
    if places.isEmpty { places = Array(repeating: nil, count: Self.count) }
    places[Self.place(of: person.row)] = (pin, person)
  }

  private static func place(of row: Int64) -> Int {
    Int(truncatingIfNeeded: row) & (count - 1)
  }
}
