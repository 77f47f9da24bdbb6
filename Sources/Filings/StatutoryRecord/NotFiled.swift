public import People
public import Rules

/// A person whose record is not filed, since such were not when they were paid.
public struct NotFiled: Hashable, Sendable {
  public let line: Int
  public let person: PersonCode
  /// From which day of payment on they are.
  public let from: CalendarDate
  public let articles: [Citation]
}
