public import People

/// What stands on one person's own copy of a retirement slip (受給者交付用); it holds no number.
public struct RetirementCopy: Sendable {
  /// The line of the file.
  public let line: Int
  public let person: PersonCode
  /// The day of payment.
  public let paidOn: CalendarDate
  /// The items with their values, in the order of the record.
  let texts: [(name: String, text: String)]
}
