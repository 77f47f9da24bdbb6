import People

/// Shorthand for a date that the test knows to exist.
func day(_ text: String) throws -> CalendarDate {
  guard let date = CalendarDate(parsing: text) else { throw NoSuchDay(text: text) }
  return date
}

struct NoSuchDay: Error {
  let text: String
}

/// A small generator of repeatable randomness (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
