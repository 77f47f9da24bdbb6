public import People

/// The contractor at whom it happened (委託先).
public struct IncidentContractor: Hashable, Sendable {
  /// The day on which any department of the contractor knew.
  public let knownOn: CalendarDate
  /// The day on which it told the employer; nil while it has not.
  public let toldOn: CalendarDate?

  public init(knownOn: CalendarDate, toldOn: CalendarDate? = nil) {
    self.knownOn = knownOn
    self.toldOn = toldOn
  }
}
