import People
import Testing

@Suite("Eras")
struct EraTests {
  @Test(
    "Eras change between these days",
    arguments: [
      ("2019-04-30", Era.heisei, 31), ("2019-05-01", .reiwa, 1), ("1989-01-07", .showa, 64),
      ("1989-01-08", .heisei, 1), ("1926-12-24", .taisho, 15), ("1926-12-25", .showa, 1),
      ("1912-07-29", .meiji, 45), ("1912-07-30", .taisho, 1), ("1868-01-25", .meiji, 1),
      ("2026-11-22", .reiwa, 8), ("2000-01-01", .heisei, 12),
    ])
  func borders(text: String, era: Era, year: Int) throws {
    let eraYear = try #require(try day(text).eraYear)
    #expect(eraYear.era == era)
    #expect(eraYear.year == year)
    let date = try day(text)
    #expect(CalendarDate(era: era, year: year, month: date.month, day: date.day) == date)
  }

  @Test("Before Meiji there is no era")
  func beforeMeiji() throws {
    #expect(try day("1868-01-24").eraYear == nil)
    #expect(try day("1868-01-24").japaneseText == "1868年1月24日")
    #expect(
      Era.allCases.map { $0.firstDay.isoText }
        == ["1868-01-25", "1912-07-30", "1926-12-25", "1989-01-08", "2019-05-01"])
    #expect(Era.heisei.lastDay?.isoText == "2019-04-30")
    #expect(Era.reiwa.lastDay == nil)
  }

  @Test(
    "A day outside its era is refused",
    arguments: [
      (Era.heisei, 31, 5, 1), (.showa, 64, 1, 8), (.taisho, 15, 12, 25), (.meiji, 45, 7, 30),
      (.reiwa, 1, 4, 30), (.heisei, 1, 1, 7), (.showa, 1, 12, 24), (.taisho, 1, 7, 29),
      (.meiji, 1, 1, 24), (.heisei, 0, 5, 1), (.reiwa, 0, 5, 1), (.reiwa, -1, 5, 1),
      (.reiwa, .max, 5, 1), (.reiwa, 7, 2, 29),
    ])
  func outside(era: Era, year: Int, month: Int, day: Int) {
    #expect(CalendarDate(era: era, year: year, month: month, day: day) == nil)
  }

  @Test("Filing codes are those of the official layouts")
  func codes() {
    #expect(Era.allCases.map(\.taxCode) == [3, 2, 1, 4, 5])
    #expect(Era.allCases.map(\.japanese) == ["明治", "大正", "昭和", "平成", "令和"])
  }

  @Test("An income year goes by its last day, in two digits")
  func incomeYears() {
    #expect(EraYear(incomeYear: 2019)?.japanese == "令和元年")
    #expect(EraYear(incomeYear: 2026)?.digits == "08")
    #expect(EraYear(incomeYear: 2018)?.digits == "30")
    #expect(EraYear(incomeYear: 1867) == nil)
    #expect(EraYear(incomeYear: 10_000) == nil)
  }
}
