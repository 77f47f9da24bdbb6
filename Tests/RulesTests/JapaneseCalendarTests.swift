import People
import Rules
import Testing

@Suite("The Japanese calendar")
struct JapaneseCalendarTests {
  /// Holidays of a year, as published in the calendar of the Cabinet Office.
  static let years: [(Int, String)] = [
    (2016, "0101 0111 0211 0320 0321 0429 0503 0504 0505 0718 0811 0919 0922 1010 1103 1123 1223"),
    (
      2018,
      "0101 0108 0211 0212 0321 0429 0430 0503 0504 0505 0716 0811 0917 0923 0924 1008 1103 1123 1223 1224"
    ),
    (
      2019,
      "0101 0114 0211 0321 0429 0430 0501 0502 0503 0504 0505 0506 0715 0811 0812 0916 0923 1014 1022 1103 1104 1123"
    ),
    (
      2020,
      "0101 0113 0211 0223 0224 0320 0429 0503 0504 0505 0506 0723 0724 0810 0921 0922 1103 1123"
    ),
    (2021, "0101 0111 0211 0223 0320 0429 0503 0504 0505 0722 0723 0808 0809 0920 0923 1103 1123"),
    (
      2024,
      "0101 0108 0211 0212 0223 0320 0429 0503 0504 0505 0506 0715 0811 0812 0916 0922 0923 1014 1103 1104 1123"
    ),
    (
      2025,
      "0101 0113 0211 0223 0224 0320 0429 0503 0504 0505 0506 0721 0811 0915 0923 1013 1103 1123 1124"
    ),
    (
      2026,
      "0101 0112 0211 0223 0320 0429 0503 0504 0505 0506 0720 0811 0921 0922 0923 1012 1103 1123"
    ),
    (2027, "0101 0111 0211 0223 0321 0322 0429 0503 0504 0505 0719 0811 0920 0923 1011 1103 1123"),
  ]

  @Test("knows the holidays of a year, and no others", arguments: years)
  func holidays(year: Int, expected: String) throws {
    var date = try #require(CalendarDate(year: year, month: 1, day: 1))
    var found: [String] = []
    while date.year == year {
      if JapaneseCalendar.isHoliday(date) { found.append(String(date.isoText.dropFirst(5))) }
      date = date.adding(days: 1)
    }
    #expect(found.map { $0.filter { $0 != "-" } }.joined(separator: " ") == expected)
  }

  @Test(
    "moves a deadline to the next open day",
    arguments: [
      ("2027-01-31", "2027-02-01"), ("2026-01-31", "2026-02-02"), ("2026-12-30", "2027-01-04"),
      ("2026-12-23", "2026-12-23"), ("2027-01-22", "2027-01-22"), ("2026-12-29", "2027-01-04"),
      ("2026-12-28", "2026-12-28"), ("2026-05-03", "2026-05-07"), ("2026-09-19", "2026-09-24"),
      ("2027-01-01", "2027-01-04"), ("2028-12-29", "2029-01-04"),
    ])
  func moves(from: String, to: String) {
    #expect(JapaneseCalendar.nextOpenDay(onOrAfter: day(from)) == day(to))
  }

  @Test(
    "does not take a working day for a holiday",
    arguments: ["2019-12-23", "2026-07-01", "2020-10-12", "2021-10-11", "2025-05-07"])
  func open(date: String) {
    #expect(!JapaneseCalendar.isClosed(day(date)))
  }
}
