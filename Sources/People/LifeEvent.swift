/// Something that happened to a person on a day, or in an income year.
public struct LifeEvent: Hashable, Sendable {
  /// How we know; what is presumed is never stored, but said anew by the retention rules.
  public enum Basis: UInt8, CaseIterable, Sendable {
    /// Someone entered it.
    case recorded = 1
    /// It follows from something else that was entered, such as a payroll row.
    case derived = 2
  }

  /// What happened.
  public let kind: LifeEventKind
  /// The day, if known.
  public let date: CalendarDate?
  /// The income year (年分), if the kind goes by one.
  public let year: Int?
  /// The purpose that it concerns, if one.
  public let purpose: String?
  /// The form copy that it concerns, if one.
  public let form: String?
  /// How we know.
  public let basis: Basis

  /// Makes an event; a year outside 1 to 9999 and an empty text count as none.
  public init(
    _ kind: LifeEventKind, on date: CalendarDate? = nil, year: Int? = nil, purpose: String? = nil,
    form: String? = nil, basis: Basis = .recorded
  ) {
    self.kind = kind
    self.date = date
    self.year = year.flatMap { (1...9999).contains($0) ? $0 : nil }
    self.purpose = purpose.flatMap { $0.isEmpty ? nil : $0 }
    self.form = form.flatMap { $0.isEmpty ? nil : $0 }
    self.basis = basis
  }

  /// Whether both tell of the same happening, however they know it.
  public func isSame(as other: LifeEvent) -> Bool {
    guard kind == other.kind, purpose == other.purpose, form == other.form, year == other.year
    else { return false }
    return year != nil || date == other.date
  }
}

extension LifeEvent {
  /// The fewest bytes of an encoded event.
  static let smallest = 16

  func write(to writer: inout RecordWriter) {
    writer.byte(kind.rawValue)
    writer.byte(basis.rawValue)
    writer.year(year)
    writer.date(date)
    writer.text(purpose ?? "")
    writer.text(form ?? "")
  }

  init(_ reader: inout RecordReader, _ bytes: Span<UInt8>) throws(PeopleError) {
    kind = try reader.code(bytes)
    basis = try reader.code(bytes)
    year = try reader.year(bytes)
    date = try reader.optionalDate(bytes)
    purpose = try reader.optionalText(bytes)
    form = try reader.optionalText(bytes)
  }
}
