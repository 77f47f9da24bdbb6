internal import People

/// From where a document's period runs.
enum PeriodStart {
  /// The work goes on.
  case open
  /// The person has no such document, or none that falls under the rule.
  case none
  case year(Int, Holding.Basis)
  case day(CalendarDate, Holding.Basis)
}
