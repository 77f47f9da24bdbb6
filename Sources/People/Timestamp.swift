/// A moment in whole seconds of UTC, in years 1 to 9999.
public struct Timestamp: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64

  /// Makes the moment, held within years 1 to 9999.
  public init(seconds: Int64) {
    self.seconds = min(max(seconds, Self.first), Self.last)
  }

  /// The moment at `secondOfDay` (UTC) of a day.
  public init(_ date: CalendarDate, secondOfDay: Int = 0) {
    self.init(seconds: Int64(date.dayNumber) * 86_400 + Int64(min(max(secondOfDay, 0), 86_399)))
  }

  /// Reads `2026-11-22T12:05:35Z`, exactly in this form; nil for anything else.
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z"),
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]), let hour = Self.number(bytes[11..<13]),
      let minute = Self.number(bytes[14..<16]), let second = Self.number(bytes[17..<19]),
      hour < 24, minute < 60, second < 60,
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    self.init(date, secondOfDay: hour * 3600 + minute * 60 + second)
  }

  /// `2026-11-22T12:05:35Z`, always twenty characters.
  public var iso: String {
    let second = secondOfDay
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }
    return "\(utcDate.isoText)T\(clock.joined(separator: ":"))Z"
  }

  /// The day in UTC.
  public var utcDate: CalendarDate { Self.date(ofSecond: seconds) }

  /// The day in Japan (UTC+9), by which deadlines and ages go.
  public var japanDate: CalendarDate { Self.date(ofSecond: seconds + 9 * 3600) }

  /// The minute of the day in Japan, 0 to 1439.
  public var japanMinute: Int { adding(seconds: 9 * 3600).secondOfDay / 60 }

  /// The moment `count` seconds later.
  public func adding(seconds count: Int64) -> Timestamp {
    let (sum, overflow) = seconds.addingReportingOverflow(count)
    return Timestamp(seconds: overflow ? (count > 0 ? .max : .min) : sum)
  }

  private static let first: Int64 = -62_135_596_800
  private static let last: Int64 = 253_402_300_799

  private var secondOfDay: Int {
    let rest = Int(seconds % 86_400)
    return rest < 0 ? rest + 86_400 : rest
  }

  private static func date(ofSecond second: Int64) -> CalendarDate {
    let day = second >= 0 ? second / 86_400 : (second - 86_399) / 86_400
    return CalendarDate(dayNumber: Int(day)) ?? .last
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}

extension Timestamp: Comparable {
  /// Whether the left moment comes first.
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }
}

extension Timestamp: CustomStringConvertible {
  /// The same as ``iso``.
  public var description: String { iso }
}
