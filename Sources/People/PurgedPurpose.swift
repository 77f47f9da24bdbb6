/// A purpose for which the person's numbers have been destroyed.
public struct PurgedPurpose: Hashable, Sendable {
  /// The purpose's id.
  public let purpose: String
  /// The day on which it was done.
  public let date: CalendarDate

  /// Makes the note.
  public init(purpose: String, date: CalendarDate) {
    self.purpose = purpose
    self.date = date
  }
}

extension PurgedPurpose {
  /// The fewest bytes of an encoded note.
  static let smallest = 8

  func write(to writer: inout RecordWriter) {
    writer.text(purpose)
    writer.date(date)
  }

  init(_ reader: inout RecordReader, _ bytes: Span<UInt8>) throws(PeopleError) {
    purpose = try reader.text(bytes)
    date = try reader.date(bytes)
  }
}
