public import People

/// From when a number that is due for disposal counts as overdue.
public enum OverdueRule: Hashable, Sendable {
  /// At once.
  case disposalDay
  /// After the end of the fiscal year in which it fell due.
  case fiscalYearEnd(month: Int, day: Int)
  /// So many days after.
  case days(Int)

  /// The first day on which what is due on `disposal` is overdue.
  public func overdue(after disposal: CalendarDate) -> CalendarDate {
    switch self {
    case .disposalDay: return disposal
    case .days(let count): return disposal.adding(days: count)
    case .fiscalYearEnd(let month, let day):
      let end = Self.day(day, of: month, in: disposal.year)
      let closing = end < disposal ? Self.day(day, of: month, in: disposal.year + 1) : end
      return closing.adding(days: 1)
    }
  }

  private static func day(_ day: Int, of month: Int, in year: Int) -> CalendarDate {
    let held = min(day, CalendarDate.daysIn(month: month, of: year))
    return CalendarDate(year: year, month: month, day: held) ?? .last
  }
}
