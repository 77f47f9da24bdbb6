/// A reason why nothing of a person may be purged for now.
public struct Hold: Hashable, Sendable {
  /// Its name, unique within the person.
  public let id: String
  /// Why, in words without a number.
  public let reason: String
  /// The last day on which it holds; nil until it is removed.
  public let until: CalendarDate?

  /// Makes a hold.
  public init(id: String, reason: String, until: CalendarDate? = nil) {
    self.id = id
    self.reason = reason
    self.until = until
  }

  /// Whether it holds on a day.
  public func isInForce(on date: CalendarDate) -> Bool { until.map { date <= $0 } ?? true }
}

extension Hold {
  /// The fewest bytes of an encoded hold.
  static let smallest = 12

  func write(to writer: inout RecordWriter) {
    writer.text(id)
    writer.text(reason)
    writer.date(until)
  }

  init(_ reader: inout RecordReader, _ bytes: Span<UInt8>) throws(PeopleError) {
    id = try reader.text(bytes)
    reason = try reader.text(bytes)
    until = try reader.optionalDate(bytes)
  }
}
