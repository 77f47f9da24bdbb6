/// That an office was told of a number that changed or was wrong, or a document corrected.
public struct ChangeDone: Hashable, Sendable {
  /// The version that another took the place of.
  public let version: Int
  /// The policy's rule that asks for it.
  public let rule: String
  /// The income year of the document corrected, if it goes by one.
  public let year: Int?
  /// The day on which it was done.
  public let date: CalendarDate
  /// The office's receipt, in words without a number of a person.
  public let receipt: String?
  /// The user who recorded it.
  public let by: String

  /// Makes the mark; a year outside 1 to 9999 and an empty receipt count as none.
  public init(
    version: Int, rule: String, year: Int? = nil, date: CalendarDate, receipt: String? = nil,
    by: String
  ) {
    self.version = version
    self.rule = rule
    self.year = year.flatMap { (1...9999).contains($0) ? $0 : nil }
    self.date = date
    self.receipt = receipt.flatMap { $0.isEmpty ? nil : $0 }
    self.by = by
  }
}

extension ChangeDone {
  /// The fewest bytes of an encoded mark.
  static let smallest = 26

  func write(to writer: inout RecordWriter) {
    writer.integer(version)
    writer.text(rule)
    writer.year(year)
    writer.date(date)
    writer.text(receipt ?? "")
    writer.text(by)
  }

  init(_ reader: inout RecordReader, _ bytes: Span<UInt8>) throws(PeopleError) {
    version = try reader.integer(bytes)
    rule = try reader.text(bytes)
    year = try reader.year(bytes)
    date = try reader.date(bytes)
    receipt = try reader.optionalText(bytes)
    by = try reader.text(bytes)
  }
}
