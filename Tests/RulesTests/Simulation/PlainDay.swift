import People

/// Days as an office diary has them, one after the other: the oracle's calendar, which shares no
/// arithmetic with the product's.
struct PlainDay: Hashable, Comparable {
  var year: Int
  var month: Int
  var day: Int

  static func < (a: PlainDay, b: PlainDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// How many days the month has.
  private var monthLength: Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2:
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      return isLeap ? 29 : 28
    default: return 31
    }
  }

  var isLastOfMonth: Bool { day == monthLength }

  var next: PlainDay {
    if !isLastOfMonth { return PlainDay(year: year, month: month, day: day + 1) }
    if month < 12 { return PlainDay(year: year, month: month + 1, day: 1) }
    return PlainDay(year: year + 1, month: 1, day: 1)
  }

  func later(_ days: Int) -> PlainDay {
    var day = self
    for _ in 0..<days { day = day.next }
    return day
  }

  /// The last day of a period of years whose first day is the next (民法140条, 143条), found by
  /// turning the diary's pages.
  func end(ofYears years: Int) -> PlainDay {
    let first = next
    var page = first
    while true {
      let following = page.next
      if following.year == first.year + years, following.month == first.month,
        following.day == first.day
      {
        return page
      }
      let isShortMonth = page.month == first.month && page.isLastOfMonth && page.day < first.day
      if page.year == first.year + years, isShortMonth { return page }
      page = following
    }
  }

  /// The last day of the second month after this one's.
  var endOfSecondMonth: PlainDay {
    var page = self
    for _ in 0..<2 {
      while !page.isLastOfMonth { page = page.next }
      page = page.next
    }
    while !page.isLastOfMonth { page = page.next }
    return page
  }

  /// The last day of the fiscal year in which the day lies: 31 March.
  var fiscalYearEnd: PlainDay {
    var page = self
    while page.month != 3 || page.day != 31 { page = page.next }
    return page
  }

  static func tenthOfJanuary(_ year: Int) -> PlainDay {
    PlainDay(year: year, month: 1, day: 10)
  }

  /// The day as the product has it.
  var date: CalendarDate { CalendarDate(year: year, month: month, day: day) ?? .first }
}
