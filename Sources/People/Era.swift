/// A Japanese era (元号) with its first day and the codes that filings use for it.
public enum Era: Int, CaseIterable, Sendable {
  case meiji = 1
  case taisho = 2
  case showa = 3
  case heisei = 4
  case reiwa = 5

  /// The first day of the era; its first year ends on 31 December.
  ///
  /// Meiji is reckoned from 1868-01-25, to which its edict reached back. Days before 1873 are given
  /// here in the Gregorian calendar, not in the lunar one then in use.
  public var firstDay: CalendarDate {
    switch self {
    case .meiji: CalendarDate(inRange: -37_231)
    case .taisho: CalendarDate(inRange: -20_974)
    case .showa: CalendarDate(inRange: -15_713)
    case .heisei: CalendarDate(inRange: 6_947)
    case .reiwa: CalendarDate(inRange: 18_017)
    }
  }

  /// The last day of the era; nil for the present one.
  public var lastDay: CalendarDate? {
    Era(rawValue: rawValue + 1).map { $0.firstDay.adding(days: -1) }
  }

  /// The code of the tax record (給与所得の源泉徴収票 375, item 44).
  public var taxCode: Int {
    switch self {
    case .showa: 1
    case .taisho: 2
    case .meiji: 3
    case .heisei: 4
    case .reiwa: 5
    }
  }

  /// The initial, as in `R7.4.1`.
  public var letter: Character {
    switch self {
    case .meiji: "M"
    case .taisho: "T"
    case .showa: "S"
    case .heisei: "H"
    case .reiwa: "R"
    }
  }

  /// The name in kanji.
  public var japanese: String {
    switch self {
    case .meiji: "明治"
    case .taisho: "大正"
    case .showa: "昭和"
    case .heisei: "平成"
    case .reiwa: "令和"
    }
  }

  /// The era of a day; nil before 1868-01-25.
  public init?(of date: CalendarDate) {
    guard let era = Self.allCases.last(where: { $0.firstDay <= date }) else { return nil }
    self = era
  }

  /// The era whose first calendar year is this one's year 1.
  var firstYear: Int { firstDay.year }
}
