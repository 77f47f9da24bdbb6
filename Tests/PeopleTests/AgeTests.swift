import People
import Testing

@Suite("Ages by 年齢計算ニ関スル法律")
struct AgeTests {
  @Test(
    "An age is attained on the day before the birthday",
    arguments: [
      ("2010-01-01", "2025-12-30", 15), ("2010-01-01", "2025-12-31", 16),
      ("2010-01-02", "2025-12-31", 15), ("2010-01-02", "2026-01-01", 16),
      ("1990-04-01", "2009-03-30", 18), ("1990-04-01", "2009-03-31", 19),
      ("1990-04-02", "2009-03-31", 18), ("2008-02-29", "2025-02-27", 16),
      ("2008-02-29", "2025-02-28", 17), ("2008-02-29", "2024-02-27", 15),
      ("2008-02-29", "2024-02-28", 16), ("2025-06-01", "2025-06-01", 0),
      ("2008-03-01", "2024-02-28", 15), ("2008-03-01", "2024-02-29", 16),
    ])
  func attained(birth: String, on date: String, age: Int) throws {
    #expect(try day(birth).ageAttained(on: day(date)) == age)
  }

  @Test("Nobody has an age before birth")
  func beforeBirth() throws {
    #expect(try day("2025-06-01").ageAttained(on: day("2024-01-01")) == 0)
  }

  @Test(
    "Sixteen counts for the income year at whose end it is attained",
    arguments: [
      ("2010-01-01", 2025), ("2010-01-02", 2026), ("2010-12-31", 2026), ("2009-12-31", 2025),
      ("2008-02-29", 2024),
    ])
  func sixteen(birth: String, year: Int) throws {
    #expect(try day(birth).firstYear(ofAge: 16) == year)
  }

  @Test(
    "The day an age is attained is the first on which it is counted, for every day of a century")
  func attainsAgrees() throws {
    var wrong: [CalendarDate] = []
    var birth = try day("1930-01-01")
    while birth.year < 2030 {
      for age in [16, 19, 23, 70] {
        let attained = birth.attains(age: age)
        if birth.ageAttained(on: attained) != age
          || birth.ageAttained(on: attained.adding(days: -1)) != age - 1
        {
          wrong.append(birth)
        }
      }
      birth = birth.adding(days: 1)
    }
    #expect(wrong.isEmpty)
  }
}
