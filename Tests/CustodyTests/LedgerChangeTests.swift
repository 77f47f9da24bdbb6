import MyNumberKit
import Testing

@Suite("A changed name ends the ledger")
struct LedgerChangeTests {
  private static let head = "社員番号,氏名,入社日,住所\n"

  private func update(
    _ fixture: VaultFixture, _ session: Session, _ name: String, _ address: String,
    changedOn: CalendarDate? = nil
  ) throws -> ImportSummary {
    var options = ImportOptions()
    options.update = true
    options.particularsChangedOn = changedOn
    let row = "E1,\(name),2020-04-01,\(address)\n"
    return try session.importFile(
      try fixture.folder.write(Self.head + row, as: "people.csv"), options)
  }

  private func kinds(_ session: Session) throws -> [LifeEventKind] {
    try #require(try session.vault.person(try PersonCode("E1"))).record.events.map(\.kind)
  }

  @Test("another name or address under --update is an event; another width or the first is none")
  func events() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    #expect(try update(fixture, session, "試験　一", "").ledgerOutdated == [])
    #expect(try update(fixture, session, "試験 一", "東京都千代田区見本町1").ledgerOutdated == [])
    #expect(try kinds(session) == [])
    #expect(try update(fixture, session, "見本　一", "東京都千代田区見本町１").ledgerOutdated == ["E1"])
    #expect(try kinds(session) == [.nameChanged])
    #expect(try update(fixture, session, "見本　一", "東京都新宿区見本町2").ledgerOutdated == ["E1"])
    #expect(try kinds(session) == [.nameChanged, .addressChanged])
    let person = try #require(try session.vault.person(try PersonCode("E1")))
    #expect(person.record.events.allSatisfy { $0.basis == .derived })
    #expect(try session.profile(of: person).name == "見本　一")
  }

  @Test("a notice received before the import covers the change that it tells of, and no later one")
  func dated() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    _ = try update(fixture, session, "試験　一", "東京都千代田区見本町1")
    let noticed = session.vault.today.adding(days: -1)
    let code = try PersonCode("E1")
    let events = [
      LifeEvent(.declarationReceived, on: noticed.adding(days: -300), year: 2026),
      LifeEvent(.changeNoticeReceived, on: noticed),
    ]
    func obstacles() throws -> [LedgerObstacle] {
      var record = try #require(try session.vault.person(code)).record
      for event in events { record.add(event) }
      let standing = session.vault.policy.ledger.standing(of: record, year: 2026)
      return try #require(standing).obstacles.filter { $0 == .nameChanged }
    }
    _ = try update(
      fixture, session, "見本　一", "東京都新宿区見本町2", changedOn: noticed)
    let record = try #require(try session.vault.person(code)).record
    #expect(record.events.map(\.date) == [noticed, noticed])
    #expect(try obstacles() == [])
    _ = try update(fixture, session, "例示　一", "東京都新宿区見本町2")
    #expect(try obstacles() == [.nameChanged])
  }

  @Test("a day that lies ahead is refused, and nothing changes")
  func ahead() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    _ = try update(fixture, session, "試験　一", "")
    let error = #expect(throws: CustodyError.self) {
      try update(
        fixture, session, "見本　一", "", changedOn: session.vault.today.adding(days: 1))
    }
    #expect(error?.exitStatus == 64)
    #expect(try kinds(session) == [])
  }

  @Test("without --update nothing is noted, nor for who was told of no declarations")
  func untouched() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    _ = try update(fixture, session, "試験　一", "東京都千代田区見本町1")
    let row = "E1,見本　一,2020-04-01,東京都新宿区見本町2\n"
    let path = try fixture.folder.write(Self.head + row, as: "people.csv")
    #expect(try session.importFile(path).ledgerOutdated == [])
    #expect(try kinds(session) == [])
    var options = ImportOptions()
    options.purposes = [PurposeID("tax-withholding")]
    let other = "社員番号,氏名,入社日\nE2,試験　二,2020-04-01\n"
    try session.importFile(try fixture.folder.write(other, as: "people.csv"), options)
    options.update = true
    let renamed = other.replacing("試験", with: "見本")
    let summary = try session.importFile(
      try fixture.folder.write(renamed, as: "people.csv"), options)
    #expect(summary.updated == 1 && summary.ledgerOutdated == [])
  }

  @Test("who looks at the ledger is in the log, with the year and how many")
  func noted() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("keiko")
    try session.note(.ledger(year: 2026, people: 12))
    let last = try #require(try session.vault.entries().last?.content)
    #expect(last.action == "ledger" && last.count == 12 && last.detail == ["year": .integer(2026)])
    #expect(last.person == nil)
  }
}
