/// A year of a Japanese era, as in 令和7年.
public struct EraYear: Hashable, Sendable {
  /// The era.
  public let era: Era
  /// The year of the era; the first is 1.
  public let year: Int

  /// The era and year of a day; nil before 1868-01-25.
  public init?(of date: CalendarDate) {
    guard let era = Era(of: date) else { return nil }
    self.era = era
    year = date.year - era.firstYear + 1
  }

  /// The era year of an income year (年分), which goes by its 31 December: 2019 is 令和元年分.
  public init?(incomeYear: Int) {
    guard let end = CalendarDate(year: incomeYear, month: 12, day: 31) else { return nil }
    self.init(of: end)
  }

  /// Two digits or more with a zero in front, as filings want them.
  public var digits: String { padded(year, to: 2) }

  /// 令和7年, and 令和元年 for the first year.
  public var japanese: String { era.japanese + (year == 1 ? "元" : String(year)) + "年" }
}

extension CalendarDate {
  /// The era and its year; nil before 1868-01-25.
  public var eraYear: EraYear? { EraYear(of: self) }

  /// 令和7年4月1日; before 1868-01-25 the Gregorian year stands alone.
  public var japaneseText: String {
    let (year, month, day) = parts
    return (eraYear?.japanese ?? "\(year)年") + "\(month)月\(day)日"
  }

  /// Makes the date from an era, its year, month and day; nil when that day is not of that era.
  public init?(era: Era, year: Int, month: Int, day: Int) {
    guard (1...200).contains(year) else { return nil }
    self.init(year: era.firstYear + year - 1, month: month, day: day)
    guard Era(of: self) == era else { return nil }
  }
}
