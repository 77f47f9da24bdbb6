import People
import TestSupport
import Testing

@Suite("Counting days, months and years")
struct CalendarArithmeticTests {
  @Test(
    "A month later is the same day, or the last day of the month (Civil Code 143)",
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2026-01-30", 1, "2026-02-28"), ("2026-03-31", 1, "2026-04-30"),
      ("2026-01-15", 1, "2026-02-15"), ("2026-12-31", 2, "2027-02-28"),
      ("2026-03-31", -1, "2026-02-28"), ("2026-01-31", -2, "2025-11-30"),
      ("2026-01-01", -1, "2025-12-01"), ("2026-06-10", 0, "2026-06-10"),
      ("2026-06-10", 120, "2036-06-10"),
    ])
  func months(start: String, count: Int, end: String) throws {
    #expect(try day(start).adding(months: count) == day(end))
  }

  @Test(
    "A year after 29 February is 28 February, four years after it 29 February",
    arguments: [
      ("2024-02-29", 1, "2025-02-28"), ("2024-02-29", 4, "2028-02-29"),
      ("2024-02-29", -4, "2020-02-29"), ("2096-02-29", 4, "2100-02-28"),
      ("2026-02-28", 2, "2028-02-28"),
    ])
  func years(start: String, count: Int, end: String) throws {
    #expect(try day(start).adding(years: count) == day(end))
  }

  @Test(
    "A period begins on the next day and ends before the corresponding one (Civil Code 140, 143)",
    arguments: [
      ("2026-06-30", 48, "2030-06-30"), ("2026-02-28", 24, "2028-02-29"),
      ("2024-02-29", 12, "2025-02-28"), ("2024-02-28", 12, "2025-02-28"),
      ("2023-02-27", 12, "2024-02-27"), ("2026-01-30", 1, "2026-02-28"),
      ("2026-01-29", 1, "2026-02-28"), ("2026-01-28", 1, "2026-02-28"),
      ("2026-01-27", 1, "2026-02-27"), ("2026-01-31", 1, "2026-02-28"),
      ("2026-12-31", 12, "2027-12-31"), ("2027-01-10", 84, "2034-01-10"),
    ])
  func periods(event: String, months: Int, end: String) throws {
    #expect(try day(event).lastDay(ofMonths: months) == day(end))
  }

  @Test("A period that counts its first day ends a day earlier")
  func countingTheDay() throws {
    #expect(try day("2026-04-01").lastDay(ofYears: 1, countingThisDay: true) == day("2027-03-31"))
    #expect(try day("2026-04-01").lastDay(ofYears: 1) == day("2027-04-01"))
    #expect(try day("2024-02-29").lastDay(ofYears: 1, countingThisDay: true) == day("2025-02-28"))
    #expect(try day("2024-02-29").lastDay(ofYears: 4, countingThisDay: true) == day("2028-02-28"))
  }

  @Test("No period of years ends before the day of the same date, for every day of thirty years")
  func neverEarly() throws {
    var wrong: [CalendarDate] = []
    var event = try day("2015-01-01")
    while event.year < 2045 {
      for years in [2, 3, 4, 7, 10] {
        let end = event.lastDay(ofYears: years)
        let same = event.adding(years: years)
        // The one exception to equality: an event on 28 February counts on to a 29 February.
        let late = (event.month, event.day) == (2, 28) && CalendarDate.isLeap(year: end.year)
        if end != (late && !CalendarDate.isLeap(year: event.year) ? same.adding(days: 1) : same) {
          wrong.append(event)
        }
      }
      event = event.adding(days: 1)
    }
    #expect(wrong.isEmpty)
  }

  @Test("Adding months and taking them away never moves past the start")
  func monthsBackAndForth() throws {
    var generator = SplitMix(seed: 1)
    let base = try day("1868-01-01")
    for _ in 0..<20_000 {
      let start = base.adding(days: Int.random(in: 0...85_000, using: &generator))
      let count = Int.random(in: -600...600, using: &generator)
      let there = start.adding(months: count)
      let back = there.adding(months: -count)
      #expect(back <= start && back.days(until: start) <= 3)
      #expect((back == start) == (there.day == start.day))
    }
  }

  @Test("Days added are days apart")
  func days() throws {
    let start = try day("2026-02-27")
    #expect(start.adding(days: 2) == (try day("2026-03-01")))
    #expect(start.adding(days: -58) == (try day("2025-12-31")))
    #expect(start.days(until: start.adding(days: 12_345)) == 12_345)
    #expect(start.adding(days: 5).days(until: start) == -5)
  }

  @Test("The ends of a month")
  func monthEnds() throws {
    #expect(try day("2024-02-11").endOfMonth == day("2024-02-29"))
    #expect(try day("2025-02-11").endOfMonth == day("2025-02-28"))
  }

  @Test(
    "Counts beyond the calendar stop at its ends and never trap", arguments: [Int.max, .max / 2])
  func saturation(count: Int) throws {
    let start = try day("2026-01-01")
    #expect(start.adding(days: count) == .last)
    #expect(start.adding(days: -count) == .first)
    #expect(start.adding(months: count) == .last)
    #expect(start.adding(months: -count) == .first)
    #expect(start.adding(years: count) == .last)
    #expect(start.adding(years: -count) == .first)
    #expect(start.adding(years: .min) == .first)
    #expect(start.lastDay(ofYears: count) >= CalendarDate.last.adding(days: -1))
  }
}
