import MyNumberKit
import Testing

@Suite("Events in the columns of an import")
struct ImportEventsTests {
  private static let header = "社員番号,区分,続柄,氏名,フリガナ,生年月日,住所,入社日,"

  private func day(_ text: String) -> CalendarDate { CalendarDate(parsing: text) ?? .first }

  private func record(_ code: String, _ session: Session) throws -> PersonRecord {
    try #require(try session.vault.person(try PersonCode(code))).record
  }

  @Test("are recorded with the person")
  func recorded() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let file =
      Self.header + """
        再入社日,死亡日,申告書受理年分
        9001,従業員,本人,試験 一郎,シケン イチロウ,1980-01-02,東京都千代田区1,2015-04-01,2024-04-01,,2024;２０２５
        9002,従業員,本人,試験 二郎,シケン ジロウ,1981-01-02,東京都千代田区1,2015-04-01,,令和8年2月1日,

        """
    try session.importFile(try fixture.folder.write(file, as: "people.csv"))
    #expect(
      try record("9001", session).events == [
        LifeEvent(.rehired, on: day("2024-04-01")), LifeEvent(.declarationReceived, year: 2024),
        LifeEvent(.declarationReceived, year: 2025),
      ])
    #expect(try record("9002", session).events == [LifeEvent(.died, on: day("2026-02-01"))])
  }

  @Test(
    "are refused with the rest of the file where they cannot be",
    arguments: [
      ("再入社日", "2024-02-30"), ("扶養終了日", "2024-03-31"), ("契約終了日", "2024-03-31"),
      ("死亡日", "2027-01-01"), ("死亡日", "2010-01-01"), ("申告書受理年分", "2015"),
      ("申告書受理年分", "x"), ("申告書受理年分", "2099"),
    ])
  func refused(column: String, text: String) throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let size = session.vault.logSize
    let file =
      Self.header + """
        \(column)
        9001,従業員,本人,試験 一郎,シケン イチロウ,1980-01-02,東京都千代田区1,2015-04-01,\(text)

        """
    let path = try fixture.folder.write(file, as: "people.csv")
    let result = try ExitStatus { try session.importFile(path) }
    #expect(result.status == 65 && result.description.contains(column), "\(result)")
    #expect(session.vault.logSize == size)
    #expect(try session.vault.person(try PersonCode("9001")) == nil)
  }
}
