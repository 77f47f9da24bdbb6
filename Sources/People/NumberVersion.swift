/// One number a person has had; the number itself is elsewhere, sealed.
public struct NumberVersion: Hashable, Sendable {
  /// What became of it.
  public enum State: UInt8, CaseIterable, Sendable {
    case current = 1
    /// The municipality gave another; this one stays with its documents.
    case changed = 2
    /// It was never the person's; it goes at once unless it was filed.
    case corrected = 3
    /// Destroyed.
    case purged = 4
  }

  /// Counts from 1.
  public let version: Int
  /// The day on which it was provided.
  public let declaredOn: CalendarDate
  /// The day from which another stands in its place.
  public let replacedOn: CalendarDate?
  /// What became of it.
  public let how: State
  /// Whether the gate may open it, were every other rule met.
  public let usable: Bool

  /// Makes a version.
  public init(
    version: Int, declaredOn: CalendarDate, replacedOn: CalendarDate? = nil,
    how: State = .current, usable: Bool = true
  ) {
    self.version = version
    self.declaredOn = declaredOn
    self.replacedOn = replacedOn
    self.how = how
    self.usable = usable
  }
}

extension NumberVersion {
  /// The fewest bytes of an encoded version, which are also the most.
  static let size = 18

  func write(to writer: inout RecordWriter) {
    writer.integer(version)
    writer.date(declaredOn)
    writer.date(replacedOn)
    writer.byte(how.rawValue)
    writer.byte(usable ? 1 : 0)
  }

  init(_ reader: inout RecordReader, _ bytes: Span<UInt8>) throws(PeopleError) {
    version = try reader.integer(bytes)
    declaredOn = try reader.date(bytes)
    replacedOn = try reader.optionalDate(bytes)
    how = try reader.code(bytes)
    usable = try reader.flag(bytes)
  }
}
