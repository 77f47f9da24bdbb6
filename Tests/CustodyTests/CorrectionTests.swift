import MyNumberKit
import Testing

@testable import Custody

@Suite("Numbers that were wrong")
struct CorrectionTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first
  private static let leaver = """
    社員番号,氏名,入社日,退職日,最終給与支払日,個人番号,番号確認書類,身元確認書類,確認方法,確認日,利用目的
    L1,試験　一,2012-04-01,2017-06-30,2017-07-25,NUMBER,個人番号カード,個人番号カード,対面,2016-04-01,tax-withholding

    """

  private func collect(_ fixture: VaultFixture, _ session: Session, _ number: String) throws {
    var options = ImportOptions()
    options.replacement = .correction
    let text = Self.leaver.replacing("NUMBER", with: number)
    try session.importFile(try fixture.folder.write(text, as: "leaver.csv"), options)
  }

  @Test("a wrong number that was filed stays with its documents, and goes with them")
  func filed() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    try collect(fixture, session, "858319664372")
    try PersonEvents(session).add(
      LifeEvent(.slipFiled, year: 2017, form: "withholding-slip-municipality", basis: .recorded),
      to: try PersonCode("L1"))
    try collect(fixture, session, "487861614707")
    session.close()
    let live = "k.wraps WHERE object = 1 AND erased = 0"
    #expect(try fixture.texts("SELECT version FROM \(live)") == ["1", "2"])
    let administrator = try fixture.signIn("admin")
    _ = try Purge(administrator).run(asOf: Self.day, acceptPresumed: true)
    #expect(try fixture.texts("SELECT version FROM \(live)") == [])
    #expect(try fixture.texts("SELECT id FROM main.numbers WHERE erased = 0") == [])
  }

  @Test("an old number that is due takes nothing from the number in use")
  func changedLongAgo() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    let text = """
      社員番号,氏名,入社日,個人番号,番号確認書類,身元確認書類,確認方法,確認日,利用目的
      S1,試験　一,2012-04-01,NUMBER,個人番号カード,個人番号カード,対面,2016-04-01,tax-withholding

      """
    var options = ImportOptions()
    options.replacement = .change(
      on: try #require(CalendarDate(year: 2016, month: 6, day: 1)), reason: "漏えい")
    for number in ["858319664372", "487861614707"] {
      try session.importFile(
        try fixture.folder.write(text.replacing("NUMBER", with: number), as: "s.csv"), options)
    }
    session.close()
    let administrator = try fixture.signIn("admin")
    #expect(try Purge(administrator).run(asOf: Self.day, acceptPresumed: true) != nil)
    #expect(try Purge(administrator).run(asOf: Self.day, acceptPresumed: true)?.bytes == nil)
    administrator.close()
    let live = "k.wraps WHERE object = 1 AND erased = 0"
    #expect(try fixture.texts("SELECT version FROM \(live)") == ["2"])
    let again = try fixture.signIn("keiko")
    #expect(try again.digits("S1") == Array("487861614707".utf8))
    #expect(try ExitStatus { _ = try again.digits("S1", version: 1) }.status == 77)
  }

  @Test("a hold keeps a wrong number from being destroyed")
  func held() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    try collect(fixture, session, "858319664372")
    session.close()
    let administrator = try fixture.signIn("admin")
    _ = try PersonEvents(administrator).hold(
      try PersonCode("L1"), reason: "係争中", until: nil)
    administrator.close()
    let again = try fixture.signIn("keiko")
    let result = try ExitStatus { try collect(fixture, again, "487861614707") }
    let live = "k.wraps WHERE object = 1 AND erased = 0 AND version = 1"
    #expect(try fixture.texts("SELECT count(*) FROM \(live)") == ["1"], "\(result)")
  }
}
