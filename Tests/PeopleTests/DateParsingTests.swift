import People
import TestSupport
import Testing

@Suite("Reading dates")
struct DateParsingTests {
  @Test(
    "One day, however it is written",
    arguments: [
      "2025-04-01", "2025/4/1", "2025/04/01", "2025.4.1", "2025-4-1", "2025年4月1日", "2025年04月01日",
      "令和7年4月1日", "令和07年04月01日", "R7.4.1", "r7.4.1", "R07.04.01", "R7/4/1", "R7-4-1", "㋿7.4.1",
      "２０２５／４／１", "２０２５－０４－０１", "令和７年４月１日", "Ｒ７．４．１", " 2025-04-01 ", "　2025/4/1　",
    ])
  func oneDay(text: String) throws {
    #expect(CalendarDate(parsing: text)?.isoText == "2025-04-01")
  }

  @Test(
    "Every era has its name, its letter and its sign",
    arguments: [
      ("平成元年1月8日", "1989-01-08"), ("平成31年4月30日", "2019-04-30"), ("H31.4.30", "2019-04-30"),
      ("令和元年5月1日", "2019-05-01"), ("昭和64年1月7日", "1989-01-07"), ("S64.1.7", "1989-01-07"),
      ("大正15年12月24日", "1926-12-24"), ("T1.7.30", "1912-07-30"), ("明治45年7月29日", "1912-07-29"),
      ("M45.7.29", "1912-07-29"), ("㍻2年3月4日", "1990-03-04"), ("㍼50年1月1日", "1975-01-01"),
      ("㍽9.9.9", "1920-09-09"), ("㍾40.1.2", "1907-01-02"), ("昭和元年12月31日", "1926-12-31"),
    ])
  func eras(text: String, iso: String) {
    #expect(CalendarDate(parsing: text)?.isoText == iso)
  }

  @Test(
    "Anything else is refused",
    arguments: [
      "", " ", "2025", "2025-04", "2025-02-29", "2025-4-31", "2025-13-01", "2025-00-01", "20250401",
      "4/1/2025", "01-04-2025", "25/4/1", "2025-4/1", "2025/4-1", "2025年4月1", "2025年4/1",
      "2025-04-01T",
      "2025/4/1 0:00", "2025--04-01", "-2025-04-01", "02025-04-01", "2025-004-01", "2025-04-001",
      "令和7年", "令和7", "令7年4月1日", "R.4.1", "R7", "R100.4.1", "X7.4.1", "平成31年5月1日",
      "昭和64年1月8日", "令和1年4月30日", "元年4月1日", "令和〇年4月1日", "令和七年四月一日", "2025-O4-01",
      "２０２５－４－", "🗓️2025-04-01", "2025\u{0301}-04-01", "0000-01-01", "2025-04-01\n",
      String(repeating: "9", count: 100_000), String(repeating: " ", count: 100_000),
    ])
  func refused(text: String) {
    #expect(CalendarDate(parsing: text) == nil)
  }

  @Test("Random texts of the scanner's alphabet are refused or name the day they say")
  func random() {
    let alphabet = Array("0123456789-/.年月日令和平成昭RHS元 ")
    var generator = SplitMix(seed: 2)
    for _ in 0..<50_000 {
      let count = Int.random(in: 0...12, using: &generator)
      let text = String((0..<count).map { _ in alphabet.randomElement(using: &generator) ?? " " })
      guard let date = CalendarDate(parsing: text) else { continue }
      #expect(CalendarDate(parsing: date.isoText) == date)
    }
  }
}
