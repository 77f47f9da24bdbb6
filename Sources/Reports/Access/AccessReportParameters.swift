public import People

/// What was asked of an access report; it stands in the report, so that it can be made again.
public struct AccessReportParameters: Hashable, Sendable {
  /// The day on which rights, dormancy and retention are looked at.
  public let asOf: CalendarDate
  /// The first day (in Japan) of the activity shown.
  public let from: CalendarDate?
  /// The last day (in Japan) of the activity shown.
  public let to: CalendarDate?
  /// Only this person's entries, and this person among what is held.
  public let person: PersonCode?
  /// Only what this user did or what was done about them: an id or a name, revoked users included.
  public let user: String?
  /// A user is dormant who has not signed in for so many days.
  public let dormantAfterDays: Int
  /// The program's name and version, for the header.
  public let program: String?

  /// Asks for a report; without filters it covers the whole log.
  public init(
    asOf: CalendarDate, from: CalendarDate? = nil, to: CalendarDate? = nil,
    person: PersonCode? = nil, user: String? = nil, dormantAfterDays: Int = 90,
    program: String? = nil
  ) {
    self.asOf = asOf
    self.from = from
    self.to = to
    self.person = person
    self.user = user
    self.dormantAfterDays = max(0, dormantAfterDays)
    self.program = program
  }
}
