public import People

/// How many people it can at most concern, as known from a day on.
public struct IncidentCount: Hashable, Sendable {
  public let on: CalendarDate
  /// At least 1; where the number is not known, the most it can be (guideline, annex 2, 3 B).
  public let people: Int

  public init(on day: CalendarDate, people: Int) {
    on = day
    self.people = people
  }
}
