public import People
public import Rules

/// What is known of an incident when it is opened.
public struct IncidentOpening: Hashable, Sendable {
  /// The day on which any department knew.
  public var knownOn: CalendarDate
  /// The day on which it happened; nil while that is not known.
  public var occurredOn: CalendarDate?
  /// What happened, or is feared: at least one.
  public var harms: CaseSet<IncidentHarm>
  public var cause: IncidentCause
  /// The most people it can concern; nil where nobody counted.
  public var people: Int?
  /// Who found out: a department or a role, no name; a free text.
  public var foundBy: String?
  /// What happened: a free text.
  public var what: String

  public init(
    knownOn: CalendarDate, occurredOn: CalendarDate? = nil, harms: CaseSet<IncidentHarm>,
    cause: IncidentCause, people: Int? = nil, foundBy: String? = nil, what: String
  ) {
    self.knownOn = knownOn
    self.occurredOn = occurredOn
    self.harms = harms
    self.cause = cause
    self.people = people
    self.foundBy = foundBy
    self.what = what
  }
}
