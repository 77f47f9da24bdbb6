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

  // MARK: Families

  private static let family =
    "社員番号,区分,続柄,氏名,フリガナ,生年月日,住所,入社日,退職日,再入社日,死亡日,家族番号,扶養終了日,税扶養\n"

  private static func employee(_ days: String) -> String {
    "9001,従業員,本人,試験 一郎,シケン イチロウ,1980-01-02,東京都千代田区1,2015-04-01,\(days),,,\n"
  }

  private static func child(_ number: Int, removedOn day: String = "") -> String {
    "9001,家族,子,試験 子\(number),シケン コ,2012-01-0\(number),東京都千代田区1,,,,,\(number),\(day),○\n"
  }

  @discardableResult
  private func take(
    _ rows: String, _ session: Session, _ fixture: VaultFixture, update: Bool = false
  ) throws -> ImportSummary {
    var options = ImportOptions()
    options.update = update
    return try session.importFile(
      try fixture.folder.write(Self.family + rows, as: "people.csv"), options)
  }

  @Test("the family of a re-hired employee has not left, in one file or by the vault")
  func familyOfRehired() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    try take(Self.employee("2020-03-31,2024-04-01,") + Self.child(1), session, fixture)
    try take(Self.child(2), session, fixture)
    let rehired = LifeEvent(.rehired, on: day("2024-04-01"), basis: .derived)
    for code in ["9001-1", "9001-2"] {
      let child = try record(code, session)
      #expect(child.leftOn == nil && child.events == [rehired], "\(code)")
    }
  }

  @Test("a re-hire and a death are carried to the dependents of the vault and of the file")
  func carried() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let children = Self.child(1) + Self.child(2, removedOn: "2018-03-31")
    try take(Self.employee("2020-03-31,,") + children, session, fixture)
    let removed = try record("9001-2", session)
    #expect(try record("9001-1", session).leftOn == day("2020-03-31") && removed.leftOn == nil)
    let size = session.vault.logSize
    let rehire = Self.employee("2020-03-31,2024-04-01,")
    #expect(try take(rehire, session, fixture, update: true).updated == 2)
    let rehired = LifeEvent(.rehired, on: day("2024-04-01"), basis: .derived)
    #expect(try record("9001-1", session).events == [rehired])
    #expect(try record("9001-1", session).lastLeaving == nil)
    let entries = try session.vault.entries(from: size).map(\.content)
    #expect(entries.filter { $0.action == "update" }.map(\.person) == ["9001", "9001-1"])
    #expect(try take(rehire, session, fixture, update: true).updated == 0)
    let death = Self.employee("2020-03-31,2024-04-01,2026-02-01") + Self.child(1)
    try take(death, session, fixture, update: true)
    let left = LifeEvent(.left, on: day("2026-02-01"), basis: .derived)
    #expect(try record("9001-1", session).events == [rehired, left])
    #expect(try record("9001-2", session) == removed)
    session.close()
    #expect(throws: Never.self) { try fixture.open() }
  }

  @Test("without --update nothing is carried to the dependents of the vault")
  func untouched() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    try take(Self.employee(",,") + Self.child(1), session, fixture)
    let before = try record("9001-1", session)
    try take(Self.employee(",,2026-02-01") + Self.child(2), session, fixture)
    #expect(try record("9001-1", session) == before)
    #expect(try record("9001-2", session).events.isEmpty)
  }

  @Test(
    "a dependent taken after a leaving or a death was recorded gets it", arguments: [true, false])
  func later(isDeath: Bool) throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    try take(Self.employee(",,"), session, fixture)
    let on = day("2026-02-01")
    try PersonEvents(session).add(
      LifeEvent(isDeath ? .died : .left, on: on), to: try PersonCode("9001"))
    try take(Self.child(1), session, fixture)
    #expect(
      try record("9001-1", session).events == [LifeEvent(.left, on: on, basis: .derived)])
  }

  @Test("a death or a re-hire after the family's rows is refused", arguments: ["死亡日", "再入社日"])
  func order(column: String) throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let days = column == "死亡日" ? ",,2026-02-01" : "2020-03-31,2024-04-01,"
    let result = try ExitStatus {
      try take(Self.child(1) + Self.employee(days), session, fixture)
    }
    #expect(result.status == 65 && result.description.contains(column), "\(result)")
    #expect(try session.vault.person(try PersonCode("9001")) == nil)
  }
}
