public import People

/// What a purge would destroy on a day.
public struct PurgePlan: Sendable {
  /// The day asked for.
  public let asOf: CalendarDate
  /// What is due, by person and purpose.
  public let items: [PurgeItem]
  /// What is due by presumption alone and was not accepted.
  public let presumed: [PurgeItem]
}
