/// A day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31, without time or zone.
public struct CalendarDate: Hashable, Sendable {
  /// Days since 1970-01-01; four bytes, so that records stay small.
  let days: Int32

  /// Takes a day number that is known to lie in range.
  init(inRange days: Int32) { self.days = days }

  /// Makes the date from its parts; nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.daysIn(month: month, of: year)).contains(day)
    else { return nil }
    days = Self.dayNumber(year: year, month: month, day: day)
  }

  /// Makes the date from days since 1970-01-01; nil outside years 1 to 9999.
  public init?(dayNumber: Int) {
    guard (Int(Self.first.days)...Int(Self.last.days)).contains(dayNumber) else { return nil }
    days = Int32(dayNumber)
  }

  /// 0001-01-01, the first day this type knows.
  public static let first = CalendarDate(inRange: -719_162)
  /// 9999-12-31, the last day this type knows.
  public static let last = CalendarDate(inRange: 2_932_896)

  /// Days since 1970-01-01.
  public var dayNumber: Int { Int(days) }
  /// The year, 1 to 9999.
  public var year: Int { parts.year }
  /// The month, 1 to 12.
  public var month: Int { parts.month }
  /// The day of the month, 1 to 31.
  public var day: Int { parts.day }

  /// Year, month and day in one computation.
  public var parts: (year: Int, month: Int, day: Int) {
    // Years are counted from 1 March, so that the leap day is the last of its year.
    let shifted = Int(days) + 719_468
    let cycle = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfCycle = shifted - cycle * 146_097
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Whether February has 29 days in `year`.
  public static func isLeap(year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// The days of `month` (1 to 12) in `year`.
  public static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 of parts that name a real day.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    let marchYear = month <= 2 ? year - 1 : year
    let cycle = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfCycle = marchYear - cycle * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    return Int32(cycle * 146_097 + dayOfCycle - 719_468)
  }
}

extension CalendarDate: Comparable {
  /// Whether the left day comes first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.days < right.days }
}

extension CalendarDate: CustomStringConvertible {
  /// `2025-04-01`, always ten characters.
  public var isoText: String {
    let (year, month, day) = parts
    return unsafe String(unsafeUninitializedCapacity: 10) { text in
      var rest = year * 10_000 + month * 100 + day
      for place in [9, 8, 6, 5, 3, 2, 1, 0] {
        unsafe text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      unsafe text[4] = UInt8(ascii: "-")
      unsafe text[7] = UInt8(ascii: "-")
      return 10
    }
  }

  /// The same as ``isoText``.
  public var description: String { isoText }
}

/// The decimal digits of a number that is not negative, with zeros in front up to `width`.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
