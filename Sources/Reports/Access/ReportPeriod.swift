internal import People

/// Into what a report's days are gathered: single days while they are few, else weeks, months, years.
enum ReportPeriod: Hashable, Sendable {
  case day, week, month, year

  /// Such that there are at most about sixty of them.
  init(from first: CalendarDate, to last: CalendarDate) {
    self =
      switch first.days(until: last) {
      case ..<45: .day
      case ..<370: .week
      case ..<1830: .month
      default: .year
      }
  }

  var words: Words {
    switch self {
    case .day: Words("日別", "by day")
    case .week: Words("週別、月曜から", "by week, from Monday")
    case .month: Words("月別", "by month")
    case .year: Words("年別", "by year")
    }
  }

  /// The first day of the period in which a day is.
  func start(of day: CalendarDate) -> CalendarDate {
    switch self {
    case .day: day
    // A week begins on Monday, as in ISO 8601.
    case .week: day.adding(days: -((day.weekday.rawValue + 6) % 7))
    case .month: day.adding(days: 1 - day.day)
    case .year: CalendarDate(year: day.year, month: 1, day: 1) ?? day
    }
  }

  /// The period that begins on a day: `2026-04-01`, `2026-04`, `2026`; a week by its first day.
  func text(of start: CalendarDate) -> String {
    switch self {
    case .day, .week: start.isoText
    case .month: String(start.isoText.prefix(7))
    case .year: String(start.isoText.prefix(4))
    }
  }

  /// How many periods are shown at most.
  private static let limit = 80

  /// Every period from that of one day to that of another; of years the last eighty.
  func all(from first: CalendarDate, to last: CalendarDate) -> [CalendarDate] {
    var starts: [CalendarDate] = []
    var start = self.start(of: first)
    while start <= last {
      starts.append(start)
      let next = following(start)
      guard next > start else { break }
      start = next
    }
    return starts.suffix(Self.limit)
  }

  private func following(_ start: CalendarDate) -> CalendarDate {
    switch self {
    case .day: start.adding(days: 1)
    case .week: start.adding(days: 7)
    case .month: start.adding(months: 1)
    case .year: start.adding(months: 12)
    }
  }
}
