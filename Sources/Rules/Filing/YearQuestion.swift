/// A question of some income years.
struct YearQuestion: Hashable, Sendable {
  let question: OpenQuestion
  let fromYear: Int?
  let untilYear: Int?

  func isAbout(_ year: Int) -> Bool {
    (fromYear.map { $0 <= year } ?? true) && (untilYear.map { year <= $0 } ?? true)
  }
}
