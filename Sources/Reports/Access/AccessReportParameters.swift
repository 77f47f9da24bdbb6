public import Auditing
public import People
public import Rules

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
  /// Only what was done for this purpose of use, and among what is held only for whom it was declared.
  public let purpose: PurposeID?
  /// A user is dormant who has not signed in for so many days.
  public let dormantAfterDays: Int
  /// The program's name and version, for the header.
  public let program: String?

  /// Asks for a report; without filters it covers the whole log.
  public init(
    asOf: CalendarDate, from: CalendarDate? = nil, to: CalendarDate? = nil,
    person: PersonCode? = nil, user: String? = nil, purpose: PurposeID? = nil,
    dormantAfterDays: Int = 90,
    program: String? = nil
  ) {
    self.asOf = asOf
    self.from = from
    self.to = to
    self.person = person
    self.user = user
    self.purpose = purpose
    self.dormantAfterDays = max(0, dormantAfterDays)
    self.program = program
  }

  /// Asks again for the report of an entry.
  public init(_ record: ReportRecord) {
    self.init(
      asOf: record.asOf, from: record.from, to: record.to, person: record.person,
      user: record.user, purpose: record.purpose.map(PurposeID.init(rawValue:)),
      dormantAfterDays: record.dormantAfterDays, program: record.program)
  }
}
