extension CalendarDate {
  /// The day `days` later (earlier when negative), held at the first and last day of the calendar.
  public func adding(days count: Int) -> CalendarDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(count)
    if overflow { return count > 0 ? .last : .first }
    return CalendarDate(dayNumber: sum) ?? (count > 0 ? .last : .first)
  }

  /// The corresponding day `months` later, or the last day of that month when it has no such day
  /// (Civil Code 143(2)); held at the first and last day of the calendar.
  public func adding(months count: Int) -> CalendarDate {
    let (year, month, day) = parts
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(count)
    guard !overflow, (12..<120_000).contains(index) else { return count > 0 ? .last : .first }
    let newYear = index / 12
    let newMonth = index % 12 + 1
    let newDay = min(day, Self.daysIn(month: newMonth, of: newYear))
    return CalendarDate(year: newYear, month: newMonth, day: newDay) ?? self
  }

  /// The corresponding day `years` later; 29 February becomes 28 February in a common year.
  public func adding(years count: Int) -> CalendarDate {
    let (months, overflow) = count.multipliedReportingOverflow(by: 12)
    if overflow { return count > 0 ? .last : .first }
    return adding(months: months)
  }

  /// The last day of a period of `months` that is counted from this event on.
  ///
  /// The day of the event is not counted (Civil Code 140) unless `countingThisDay`. The period ends
  /// on the day before the day that corresponds to its first day or, where there is none, on the
  /// last day of the month (143(2)): from 2026-02-28, 24 months end on 2028-02-29.
  public func lastDay(ofMonths months: Int, countingThisDay: Bool = false) -> CalendarDate {
    let start = countingThisDay ? self : adding(days: 1)
    let end = start.adding(months: months)
    return end.day == start.day ? end.adding(days: -1) : end
  }

  /// The last day of a period of `years`, counted as in ``lastDay(ofMonths:countingThisDay:)``.
  public func lastDay(ofYears years: Int, countingThisDay: Bool = false) -> CalendarDate {
    let (months, overflow) = years.multipliedReportingOverflow(by: 12)
    if overflow { return years > 0 ? .last : .first }
    return lastDay(ofMonths: months, countingThisDay: countingThisDay)
  }

  /// The last day of this month.
  public var endOfMonth: CalendarDate {
    let (year, month, day) = parts
    return adding(days: Self.daysIn(month: month, of: year) - day)
  }

  /// The day of the week.
  public var weekday: Weekday {
    // Day 0 was a Thursday.
    let index = (dayNumber + 4) % 7
    return Weekday(rawValue: index < 0 ? index + 7 : index) ?? .thursday
  }

  /// The days from this day to `other`; negative when that is earlier.
  public func days(until other: CalendarDate) -> Int { other.dayNumber - dayNumber }
}
