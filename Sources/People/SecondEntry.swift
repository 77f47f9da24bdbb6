/// What a second entry of a number, or a check in its place, has come to (ガイドライン別添1 B).
public struct SecondEntry: Hashable, Sendable {
  /// Where it stands.
  public enum State: UInt8, CaseIterable, Sendable {
    /// A second user has still to enter the number, blind to the first entry.
    case awaitingEntry = 1
    /// Somebody has still to check the number against its document.
    case awaitingCheck = 2
    /// Both entries are sealed; nobody has compared them yet.
    case entered = 3
    /// The two entries were the same.
    case agreed = 4
    /// The two entries were different; which is wrong, nobody knows.
    case differed = 5
    /// Somebody found the number right.
    case checked = 6
    /// Somebody found the number wrong.
    case disagreed = 7
  }

  /// The version of the number.
  public let version: Int
  /// Where it stands.
  public let state: State
  /// The id of the user who entered the number first.
  public let firstBy: String
  /// The id of the user who entered it again, or recorded the check; nil before.
  public let by: String?
  /// The day of that; nil before.
  public let on: CalendarDate?

  /// Describes where a second entry stands.
  public init(
    version: Int, state: State, firstBy: String, by: String? = nil, on: CalendarDate? = nil
  ) {
    self.version = version
    self.state = state
    self.firstBy = firstBy
    self.by = by
    self.on = on
  }

  /// The same in another state, perhaps by somebody on a day.
  public func moved(
    to state: State, by: String? = nil, on date: CalendarDate? = nil
  ) -> SecondEntry {
    SecondEntry(
      version: version, state: state, firstBy: firstBy, by: by ?? self.by, on: date ?? on)
  }
}

extension SecondEntry {
  /// The fewest bytes of an encoded one.
  static let smallest = 21

  func write(to writer: inout RecordWriter) {
    writer.integer(version)
    writer.byte(state.rawValue)
    writer.text(firstBy)
    writer.text(by ?? "")
    writer.date(on)
  }

  init(_ reader: inout RecordReader, _ bytes: Span<UInt8>) throws(PeopleError) {
    version = try reader.integer(bytes)
    state = try reader.code(bytes)
    firstBy = try reader.text(bytes)
    let second = try reader.text(bytes)
    by = second.isEmpty ? nil : second
    on = try reader.optionalDate(bytes)
  }
}
