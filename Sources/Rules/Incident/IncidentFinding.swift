public import People

/// An item that applies, and the day on which that was known.
public struct IncidentFinding: Hashable, Sendable {
  public let item: IncidentItem
  public let since: CalendarDate
}
