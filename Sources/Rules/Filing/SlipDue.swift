internal import People

/// When a withholding slip is due (所得税法226条1項): by 31 January of the year after, for somebody
/// who left in the year within a month of leaving; on the next open day where offices are closed.
enum SlipDue {
  static func day(ofIncomeYear year: Int, leftOn: CalendarDate?) -> CalendarDate {
    if let leftOn, leftOn.year == year {
      return JapaneseCalendar.nextOpenDay(onOrAfter: leftOn.lastDay(ofMonths: 1))
    }
    guard (1..<9999).contains(year), let end = CalendarDate(year: year + 1, month: 1, day: 31)
    else { return .last }
    return JapaneseCalendar.nextOpenDay(onOrAfter: end)
  }

  /// From the day for who leaves on 1 January to that for who does not leave.
  static func days(ofIncomeYear year: Int) -> InForce {
    let first = CalendarDate(year: year, month: 1, day: 1)
    return InForce(
      from: day(ofIncomeYear: year, leftOn: first), until: day(ofIncomeYear: year, leftOn: nil))
  }
}
