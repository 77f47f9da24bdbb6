import MyNumberKit
import Testing

@Suite("Telling the offices of a changed number")
struct NumberChangesTests {
  private static let today = CalendarDate(year: 2026, month: 11, day: 22) ?? .first
  private static func day(_ text: String) -> CalendarDate { CalendarDate(parsing: text) ?? .first }
  private static let head = "社員番号,氏名,入社日,個人番号,番号確認書類,身元確認書類,確認方法,確認日\n"

  private func collect(
    _ fixture: VaultFixture, _ session: Session, _ number: String,
    _ replacement: ImportOptions.Replacement? = nil
  ) throws -> ImportSummary {
    var options = ImportOptions()
    options.replacement = replacement
    let row = "E1,試験　一,2020-04-01,\(number),個人番号カード,個人番号カード,対面,2026-11-20\n"
    return try session.importFile(
      try fixture.folder.write(Self.head + row, as: "people.csv"), options)
  }

  private func tasks(_ session: Session) throws -> [NumberChangeTask] {
    let person = try #require(try session.vault.person(try PersonCode("E1")))
    return session.vault.policy.numberChanges.tasks(of: person.record)
  }

  private func changed() throws -> (fixture: VaultFixture, session: Session) {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    #expect(try collect(fixture, session, "858319664372").toNotify == 0)
    let change = ImportOptions.Replacement.change(on: Self.day("2026-11-16"), reason: "漏えい")
    #expect(try collect(fixture, session, "487861614707", change).toNotify == 3)
    return (fixture, session)
  }

  @Test("a change opens tasks, and what is done closes them and is a filing")
  func done() throws {
    let (fixture, session) = try changed()
    #expect(try tasks(session).map(\.due.isoText) == ["2026-11-27", "2026-11-27", "2026-12-02"])
    let marked = try NumberChanges(session).done(
      try PersonCode("E1"), office: "pension-office", on: Self.today, receipt: "第12号")
    #expect(marked.map(\.rule.id) == ["pension"])
    session.close()
    let again = try fixture.signIn("keiko")
    #expect(
      try tasks(again).filter(\.isOpen).map(\.rule.id) == [
        "employment-insurance", "health-insurance",
      ])
    let person = try #require(try again.vault.person(try PersonCode("E1"))).record
    #expect(person.changesDone.first?.receipt == "第12号")
    let filed = LifeEvent(
      .noticeFiled, on: Self.today, form: "health-pension-number-change", basis: .derived)
    #expect(person.events == [filed])
    let entry = try #require(try again.vault.entries().last { $0.content.action == "change-done" })
    #expect(
      entry.content.detail == [
        "on": .string("2026-11-22"), "tasks": .string("pension:v1"), "receipt": .string("第12号"),
      ])
  }

  @Test("a mark is taken back with its filing, but not one that another mark needs")
  func takenBack() throws {
    let (fixture, session) = try changed()
    let code = try PersonCode("E1")
    let changes = NumberChanges(session)
    try changes.done(code, office: "pension-office", on: Self.today)
    try changes.done(code, office: "health-insurer", on: Self.today)
    try changes.takeBack(code, office: "pension", on: Self.today)
    let one = try #require(try session.vault.person(code)).record
    #expect(one.changesDone.map(\.rule) == ["health-insurance"] && one.events.count == 1)
    try changes.takeBack(code, office: "health-insurer", on: Self.today)
    let none = try #require(try session.vault.person(code)).record
    #expect(none.changesDone.isEmpty && none.events.isEmpty)
    #expect(try tasks(session).filter(\.isOpen).count == 3)
    #expect(try fixture.open().logSize == session.vault.logSize)
  }

  @Test("what cannot be marked is refused")
  func refused() throws {
    let (fixture, session) = try changed()
    let code = try PersonCode("E1")
    let changes = NumberChanges(session)
    let size = session.vault.logSize
    func exit(
      _ office: String, _ on: String, _ who: String = "E1", receipt: String? = nil,
      year: Int? = nil
    ) throws -> Int32 {
      try ExitStatus {
        try changes.done(
          try PersonCode(who), office: office, year: year, on: Self.day(on), receipt: receipt)
      }.status
    }
    #expect(try exit("hello-work", "2026-11-23") == 64, "ahead")
    #expect(try exit("hello-work", "2026-11-15") == 64, "before the change")
    #expect(try exit("tax-office", "2026-11-22") == 66, "nothing was filed")
    #expect(try exit("hello-work", "2026-11-22", "E2") == 66)
    #expect(try exit("hello-work", "2026-11-22", year: 2025) == 66)
    #expect(try exit("hello-work", "2026-11-22", receipt: "8583-1966-4372") == 65)
    #expect(
      try ExitStatus { try changes.takeBack(code, office: "hello-work", on: Self.today) }.status
        == 66)
    #expect(session.vault.logSize == size)
    #expect(try exit("hello-work", "2026-11-22") == 0)
    #expect(try exit("hello-work", "2026-11-22") == 66, "done already")
    session.close()
    let auditor = try fixture.signIn("audrey")
    #expect(
      try ExitStatus {
        try NumberChanges(auditor).done(code, office: "pension", on: Self.today)
      }.status == 77)
  }

  @Test("a wrong number that was filed is corrected slip by slip")
  func corrected() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    _ = try collect(fixture, session, "858319664372")
    let slip = FormCopyID("withholding-slip-municipality")
    for year in [2024, 2025] {
      try ExportRegister(session).add(
        RegisteredExport(
          form: slip, incomeYear: year, fileName: "unified-\(year).csv", bytes: 1, rows: 1,
          numbers: 1,
          people: [
            RegisteredExport.Person(code: try PersonCode("E1"), wasPaid: true, isDeclared: false)
          ], blanks: []))
    }
    let summary = try collect(fixture, session, "487861614707", .correction)
    #expect(summary.toNotify == 2 && summary.wrongKept.keys.sorted() == ["E1"])
    #expect(try tasks(session).map(\.year) == [2024, 2025])
    let changes = NumberChanges(session)
    try changes.done(try PersonCode("E1"), office: "municipality", year: 2024, on: Self.today)
    #expect(try tasks(session).filter(\.isOpen).map(\.year) == [2025])
    try changes.done(try PersonCode("E1"), office: "municipality", on: Self.today)
    #expect(try tasks(session).allSatisfy { !$0.isOpen })
    let events = try #require(try session.vault.person(try PersonCode("E1"))).record.events
    #expect(!events.contains { $0.kind == .noticeFiled })
  }

  @Test("a wrong number that was not filed leaves nothing to correct")
  func unfiled() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    _ = try collect(fixture, session, "858319664372")
    #expect(try collect(fixture, session, "487861614707", .correction).toNotify == 0)
    #expect(try tasks(session).isEmpty)
  }
}
