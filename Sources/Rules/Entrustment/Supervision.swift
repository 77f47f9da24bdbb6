public import People

/// That a contractor's handling was looked at, and what was found.
public struct Supervision: Hashable, Sendable {
  public let on: CalendarDate
  public let finding: String
  /// When it is looked at again at the latest; nil for the plan's interval.
  public let next: CalendarDate?

  public init(on: CalendarDate, finding: String, next: CalendarDate? = nil) {
    self.on = on
    self.finding = finding
    self.next = next
  }
}
