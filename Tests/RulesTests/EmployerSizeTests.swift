import People
import Rules
import Testing

@Suite("A small employer (中小規模事業者)")
struct EmployerSizeTests {
  private static let counted = CalendarDate(year: 2026, month: 3, day: 31) ?? .first

  @Test("has not more than a hundred employees", arguments: [(0, true), (100, true), (101, false)])
  func hundred(employees: Int, isSmall: Bool) {
    let standing = EmployerSize(employees: employees, on: Self.counted).standing(on: Self.counted)
    #expect(standing == (isSmall ? .small : .tooMany))
  }

  @Test(
    "is none of the excluded, however few work there", arguments: EmployerSize.Exclusion.allCases)
  func excluded(exclusion: EmployerSize.Exclusion) {
    let size = EmployerSize(employees: 1, on: Self.counted, exclusions: [exclusion])
    #expect(size.standing(on: Self.counted) == .excluded)
  }

  @Test("is small for a year after the count, and no day longer")
  func yearly() throws {
    let size = EmployerSize(employees: 45, on: Self.counted)
    let last = try #require(CalendarDate(year: 2027, month: 3, day: 31))
    #expect(size.standing(on: last) == .small)
    #expect(size.standing(on: last.adding(days: 1)) == .outdated)
  }

  @Test("The items are those of the guideline, each with its letter, article and words")
  func items() {
    let letters = SafeguardItem.allCases.map(\.rawValue)
    let guideline = [
      "A", "B", "C-a", "C-b", "C-c", "C-d", "C-e", "D-a", "D-b", "E-a", "E-b", "E-c", "E-d",
      "F-a", "F-b", "F-c", "F-d", "G",
    ]
    #expect(letters == guideline)
    for item in SafeguardItem.allCases {
      #expect(item.rule.articles.first == "番号法ガイドライン別添1-2\(item.rawValue)")
    }
    #expect(Set(SafeguardItem.allCases.map(\.rule.title)).count == guideline.count)
  }

  @Test("Nothing gets easier for a small employer where the guideline says so of no item")
  func small() {
    let changed = SafeguardItem.allCases.filter { $0.rule.small != nil }.map(\.rawValue)
    #expect(
      changed == ["B", "C-a", "C-b", "C-c", "C-d", "C-e", "E-c", "E-d", "F-a", "F-b"])
  }
}
