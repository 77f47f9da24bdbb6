import People

/// Shorthand for a date that the test knows to exist.
func day(_ text: String) throws -> CalendarDate {
  guard let date = CalendarDate(parsing: text) else { throw NoSuchDay(text: text) }
  return date
}

struct NoSuchDay: Error {
  let text: String
}
