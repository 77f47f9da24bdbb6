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

  private static let employee = """
    社員番号,氏名,入社日,個人番号,番号確認書類,身元確認書類,確認方法,確認日,利用目的
    E9,試験　一,2012-04-01,NUMBER,個人番号カード,個人番号カード,対面,2016-04-01,tax-withholding

    """

  @discardableResult
  private func collect(
    _ fixture: VaultFixture, _ session: Session, _ number: String, of person: String = leaver
  ) throws -> ImportSummary {
    var options = ImportOptions()
    options.replacement = .correction
    let text = person.replacing("NUMBER", with: number)
    return try session.importFile(try fixture.folder.write(text, as: "leaver.csv"), options)
  }

  /// The lines of a certificate.
  private func items(_ certificate: DisposalCertificate) throws -> [[String: CanonicalValue]] {
    guard case .object(let members) = certificate.value, case .object(let body)? = members["body"],
      case .array(let items)? = body["items"]
    else { throw CustodyError(.bug("another form")) }
    return items.map { item in
      if case .object(let members) = item { return members }
      return [:]
    }
  }

  @Test("a wrong number goes by the path of a purge, with a line of a certificate")
  func certificate() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    #expect(
      try collect(fixture, session, "858319664372", of: Self.employee).certificate?.bytes == nil)
    let summary = try collect(fixture, session, "487861614707", of: Self.employee)
    let certificate = try #require(summary.certificate)
    #expect(summary.wrongKept.isEmpty && !certificate.bytes.holds(Array("858319664372".utf8)))
    let items = try items(certificate)
    #expect(items.count == 1)
    #expect(items.first?["person"] == .string("E9") && items.first?["version"] == .integer(1))
    #expect(
      items.first?["cause"] == .string("corrected") && items.first?["documents"] == .array([]))
    let entries = try session.vault.entries()
    let decision = try #require(entries.first { $0.content.action == "purge" })
    #expect(items.first?["decision"] == .integer(decision.index))
    #expect(decision.content.detail["cause"] == .string("corrected"))
    #expect(decision.content.role == "accountant")
    let order = entries.suffix(6).map(\.content.action)
    #expect(order == ["purge", "import-batch", "replace", "purged", "purge-batch", "purge-scan"])
    #expect(try Purge(session).certificate().bytes == certificate.bytes)
    #expect(try fixture.texts("SELECT erased FROM main.numbers ORDER BY version") == ["1", "0"])
    let gone = "k.wraps WHERE version = 1 AND object <> 2 AND erased = 0"
    #expect(try fixture.texts("SELECT count(*) FROM \(gone)") == ["0"])
    #expect(try session.digits("E9") == Array("487861614707".utf8))
    session.close()
    #expect(throws: Never.self) { try fixture.open() }
  }

  @Test(
    "a file of corrections imported twice leaves the right number; a later look, or --again, not")
  func twice() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    try collect(fixture, session, "858319664372", of: Self.employee)
    #expect(try collect(fixture, session, "487861614707", of: Self.employee).replaced == 1)
    let size = session.vault.logSize
    let again = try collect(fixture, session, "487861614707", of: Self.employee)
    #expect(again.replaced == 0 && again.alreadyHeld == 1 && again.certificate == nil)
    #expect(again.replacedBefore == ["E9": Self.day] && session.vault.logSize == size)
    #expect(try session.digits("E9") == Array("487861614707".utf8))
    let later = Self.employee.replacing("2016-04-01", with: "2026-11-20")
    #expect(try collect(fixture, session, "654170921305", of: later).replaced == 1)
    #expect(try collect(fixture, session, "654170921305", of: later).replaced == 0)
    var options = ImportOptions()
    (options.replacement, options.replacesAgain) = (.correction, true)
    let path = try fixture.folder.write(
      later.replacing("NUMBER", with: "916441504700"), as: "again.csv")
    #expect(try session.importFile(path, options).replaced == 1)
    #expect(try session.digits("E9") == Array("916441504700".utf8))
  }

  @Test("a change imported twice is one change; another day is another")
  func changedTwice() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    try collect(fixture, session, "858319664372", of: Self.employee)
    func change(_ number: String, _ day: String) throws -> ImportSummary {
      var options = ImportOptions()
      options.replacement = .change(
        on: try #require(CalendarDate(parsing: day)), reason: "漏えい")
      let text = Self.employee.replacing("NUMBER", with: number)
        .replacing("2016-04-01", with: "2026-11-20")
      return try session.importFile(try fixture.folder.write(text, as: "c.csv"), options)
    }
    #expect(try change("487861614707", "2026-11-01").replaced == 1)
    let again = try change("487861614707", "2026-11-01")
    #expect(again.replaced == 0 && again.replacedBefore.keys.sorted() == ["E9"])
    #expect(try session.vault.requirePerson(try PersonCode("E9")).record.currentVersion == 2)
    #expect(try change("654170921305", "2026-11-10").replaced == 1)
  }

  @Test("killed between its decision and its commit, a correction has changed nothing")
  func interrupted() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    try collect(fixture, session, "858319664372", of: Self.employee)
    let person = try #require(try session.vault.person(try PersonCode("E9")))
    let items = try PurgePlanning(session.vault).corrected(1, of: person)
    let plan = PurgePlan(
      asOf: Self.day, acceptsPresumed: true, items: items, presumed: [])
    try PurgeRun(session, plan, nil).record()
    session.close()
    let again = try fixture.signIn("keiko")
    #expect(try again.digits("E9") == Array("858319664372".utf8))
    #expect(try collect(fixture, again, "487861614707", of: Self.employee).certificate != nil)
    #expect(try again.digits("E9") == Array("487861614707".utf8))
  }

  @Test("a wrong number that was filed stays with its documents, and goes with them")
  func filed() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    try collect(fixture, session, "858319664372")
    try PersonEvents(session).add(
      LifeEvent(.slipFiled, year: 2017, form: "withholding-slip-municipality", basis: .recorded),
      to: try PersonCode("L1"))
    let summary = try collect(fixture, session, "487861614707")
    #expect(summary.certificate?.bytes == nil && summary.wrongKept.keys.sorted() == ["L1"])
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
      S1,試験　一,2012-04-01,NUMBER,個人番号カード,個人番号カード,対面,2016-06-01,tax-withholding

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

  @Test("a hold keeps a wrong number from being destroyed, and its end lets it go")
  func held() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    try collect(fixture, session, "858319664372", of: Self.employee)
    session.close()
    let administrator = try fixture.signIn("admin")
    let code = try PersonCode("E9")
    let hold = try PersonEvents(administrator).hold(code, reason: "係争中", until: nil)
    administrator.close()
    let again = try fixture.signIn("keiko")
    let summary = try collect(fixture, again, "487861614707", of: Self.employee)
    #expect(summary.certificate?.bytes == nil && summary.wrongKept == ["E9": .onHold])
    let refusal = try again.vault.entries().map(\.content).last { $0.action == "purge" }
    #expect(refusal?.outcome == .refused && refusal?.rule == "on-hold")
    again.close()
    let live = "SELECT version FROM k.wraps WHERE object = 1 AND erased = 0"
    #expect(try fixture.texts(live) == ["1", "2"])
    let later = try fixture.signIn("admin")
    try PersonEvents(later).release(code, hold: hold)
    let plan = try Purge(later).plan(asOf: Self.day, acceptPresumed: false)
    #expect(plan.items.map(\.version) == [1] && plan.items.map(\.cause) == [.corrected])
    #expect(try Purge(later).run(asOf: Self.day, acceptPresumed: false) != nil)
    #expect(try fixture.texts(live) == ["2"])
  }
}
