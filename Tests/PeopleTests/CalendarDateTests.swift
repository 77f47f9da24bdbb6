import People
import Testing

@Suite("Calendar days")
struct CalendarDateTests {
  /// Every day of 1868 to 2100, counted by hand: a table of month lengths and no arithmetic of ours.
  private func forEachDay(_ body: (Int, Int, Int, Int) -> Void) {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var number = -37_255  // 1868-01-01
    for year in 1868...2100 {
      let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
      for month in 1...12 {
        for day in 1...(lengths[month - 1] + (month == 2 && leap ? 1 : 0)) {
          body(number, year, month, day)
          number += 1
        }
      }
    }
  }

  @Test("Every day from 1868 to 2100 goes to its number and back")
  func everyDay() {
    var wrong: [Int] = []
    var count = 0
    forEachDay { number, year, month, day in
      count += 1
      let made = CalendarDate(year: year, month: month, day: day)
      let back = CalendarDate(dayNumber: number)
      if made?.dayNumber != number || back != made || back?.year != year || back?.month != month
        || back?.day != day
      {
        wrong.append(number)
      }
    }
    #expect(wrong.isEmpty)
    #expect(count == 85_102)
  }

  @Test("Every day from 1868 to 2100 is read back from its ISO text")
  func everyISOText() {
    var wrong: [Int] = []
    forEachDay { number, _, _, _ in
      guard let date = CalendarDate(dayNumber: number) else { return wrong.append(number) }
      if CalendarDate(parsing: date.isoText) != date || date.isoText.utf8.count != 10 {
        wrong.append(number)
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test("Every day since the era Meiji began is read back from its Japanese text")
  func everyJapaneseText() {
    var wrong: [Int] = []
    forEachDay { number, _, _, _ in
      guard let date = CalendarDate(dayNumber: number) else { return wrong.append(number) }
      if CalendarDate(parsing: date.japaneseText) != date { wrong.append(number) }
    }
    #expect(wrong.isEmpty)
  }

  @Test("Weekdays follow each other, and known days fall right")
  func weekdays() throws {
    var wrong: [Int] = []
    var expected = 3  // 1868-01-01 was a Wednesday
    forEachDay { number, _, _, _ in
      if CalendarDate(dayNumber: number)?.weekday.rawValue != expected { wrong.append(number) }
      expected = (expected + 1) % 7
    }
    #expect(wrong.isEmpty)
    #expect(try day("2027-01-31").weekday == .sunday)
    #expect(try day("2026-11-22").weekday == .sunday)
    #expect(try day("1970-01-01").weekday == .thursday)
  }

  @Test("Day 0 is 1970-01-01, and the ends of the calendar are where they should be")
  func landmarks() throws {
    #expect(try day("1970-01-01").dayNumber == 0)
    #expect(try day("2000-03-01").dayNumber == 11_017)
    #expect(CalendarDate.first.isoText == "0001-01-01")
    #expect(CalendarDate.last.isoText == "9999-12-31")
  }

  @Test(
    "There is no such day",
    arguments: [
      (2025, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (2025, 4, 31), (2025, 13, 1),
      (2025, 0, 1), (2025, 1, 0), (2025, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1),
      (.max, .max, .max), (.min, .min, .min),
    ])
  func noSuchDay(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test("29 February exists in leap years only")
  func leapDays() {
    for year in [1904, 2000, 2024, 2096, 2400] {
      #expect(CalendarDate(year: year, month: 2, day: 29) != nil)
      #expect(CalendarDate.isLeap(year: year))
    }
    for year in [1900, 2023, 2100, 2200] { #expect(!CalendarDate.isLeap(year: year)) }
  }

  @Test(
    "Day numbers beyond the calendar are refused", arguments: [-719_163, 2_932_897, .min, .max])
  func beyond(number: Int) {
    #expect(CalendarDate(dayNumber: number) == nil)
  }

  @Test("Days are ordered by time")
  func order() throws {
    #expect(try day("2025-12-31") < day("2026-01-01"))
    #expect(try day("1969-12-31") < day("1970-01-01"))
    #expect(!(try day("2026-01-01") < day("2026-01-01")))
  }
}
