public import People

/// An office to be told of a person's number, or a document to be corrected.
///
/// It is derived from the record each time and never stored; what is stored is that it was done.
public struct NumberChangeTask: Hashable, Sendable {
  public let rule: NumberChangeRule
  public let kind: NumberChangeKind
  /// The version in whose place another stands.
  public let version: Int
  /// From which day on.
  public let replacedOn: CalendarDate
  /// The income year of the document, if it goes by one.
  public let year: Int?
  /// The last day.
  public let due: CalendarDate
  /// That it was done, and when.
  public let done: ChangeDone?

  /// Whether it is still to be done.
  public var isOpen: Bool { done == nil }

  /// Whether it is open after its last day.
  public func isOverdue(on date: CalendarDate) -> Bool { isOpen && due < date }
}
