public import People
public import Rules

/// A file of numbers that was handed over to a contractor, as the register has it.
public struct HandOver: Hashable, Sendable, Identifiable {
  /// 32 hex digits, random.
  public let id: String
  public let contractor: ContractorID
  public let purpose: PurposeID
  public let form: FormCopyID
  /// The file's path, as it was given.
  public let file: String
  /// How many bytes it has.
  public let bytes: Int
  /// How many people's numbers it holds.
  public let people: Int
  /// The day on which it was made.
  public let on: CalendarDate
  /// By when it has to be returned or destroyed.
  public let returnBy: CalendarDate
  /// When it was; nil while it is out.
  public internal(set) var returnedOn: CalendarDate?

  /// Whether it is out though its day has passed.
  public func isOverdue(on date: CalendarDate) -> Bool { returnedOn == nil && returnBy < date }
}
