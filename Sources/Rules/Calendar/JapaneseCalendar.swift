public import People

/// National holidays (国民の祝日に関する法律) and the days on which offices are closed, 2016 to 2099.
///
/// Computed by rule: fixed days, happy Mondays, equinoxes, substitute holidays and days between two
/// holidays; the moves of 2019 to 2021 by their special laws.
public enum JapaneseCalendar {
  /// Whether `date` is a national holiday, a substitute or a day between two holidays.
  public static func isHoliday(_ date: CalendarDate) -> Bool {
    isNamed(date) || isSubstitute(date) || isBetween(date)
  }

  /// Whether offices are closed: Saturday, Sunday, holiday or 29 December to 3 January
  /// (行政機関の休日に関する法律1条).
  public static func isClosed(_ date: CalendarDate) -> Bool {
    let weekday = date.weekday
    if weekday == .saturday || weekday == .sunday { return true }
    let (_, month, day) = date.parts
    if month == 12, day >= 29 { return true }
    if month == 1, day <= 3 { return true }
    return isHoliday(date)
  }

  /// `date`, or the next day on which offices are open: a deadline on a closed day moves there.
  ///
  /// A deadline of 31 December for a declaration does not move (国税通則法施行令2条): do not ask.
  public static func nextOpenDay(onOrAfter date: CalendarDate) -> CalendarDate {
    var day = date
    while isClosed(day), day < .last { day = day.adding(days: 1) }
    return day
  }

  // MARK: Holidays with a name

  /// A holiday by its own article, before substitutes.
  private static func isNamed(_ date: CalendarDate) -> Bool {
    let (year, month, day) = date.parts
    if let moved = moved(in: year), moved.gone.contains(month * 100 + day) { return false }
    if let moved = moved(in: year), moved.added.contains(month * 100 + day) { return true }
    switch month {
    case 1: return day == 1 || isMonday(date, day, week: 2)
    case 2: return day == 11 || (day == 23 && year >= 2020)
    case 3: return day == springEquinox(year)
    case 4: return day == 29
    case 5: return (3...5).contains(day)
    case 7: return isMonday(date, day, week: 3)
    case 8: return day == 11
    case 9: return isMonday(date, day, week: 3) || day == autumnEquinox(year)
    case 10: return isMonday(date, day, week: 2)
    case 11: return day == 3 || day == 23
    case 12: return day == 23 && year <= 2018
    default: return false
    }
  }

  private static func isMonday(_ date: CalendarDate, _ day: Int, week: Int) -> Bool {
    date.weekday == .monday && (day - 1) / 7 + 1 == week
  }

  /// Moves for the accession (2019) and the Olympic Games (2020, 2021), as month × 100 + day.
  private static func moved(in year: Int) -> (gone: [Int], added: [Int])? {
    switch year {
    case 2019: ([], [501, 1022])
    case 2020: ([720, 811, 1012], [723, 724, 810])
    case 2021: ([719, 811, 1011], [722, 723, 808])
    default: nil
    }
  }

  /// The day in March, by the usual approximation, good for 1980 to 2099.
  private static func springEquinox(_ year: Int) -> Int {
    Int(20.8431 + 0.242194 * Double(year - 1980)) - (year - 1980) / 4
  }

  /// The day in September, by the usual approximation, good for 1980 to 2099.
  private static func autumnEquinox(_ year: Int) -> Int {
    Int(23.2488 + 0.242194 * Double(year - 1980)) - (year - 1980) / 4
  }

  // MARK: Days made holidays by their neighbours

  /// The next day that is no holiday after a holiday on a Sunday (3条2項).
  private static func isSubstitute(_ date: CalendarDate) -> Bool {
    var day = date.adding(days: -1)
    while isNamed(day) {
      if day.weekday == .sunday { return true }
      day = day.adding(days: -1)
    }
    return false
  }

  /// A day between two holidays (3条3項).
  private static func isBetween(_ date: CalendarDate) -> Bool {
    isNamed(date.adding(days: -1)) && isNamed(date.adding(days: 1))
  }
}
