import MyNumberKit
import Testing

@Suite("Tombstones that somebody planted")
struct ErasureFlagTests {
  @Test(
    "a row marked erased, or taken away, gives no number and does not look like success",
    arguments: [
      "UPDATE main.numbers SET erased = 1", "UPDATE k.wraps SET erased = 1 WHERE object = 1",
      "DELETE FROM k.wraps WHERE object = 1",
      "UPDATE main.people SET profile_version = profile_version + 1",
    ])
  func flags(sql: String) throws {
    let fixture = try SampleVault.copy()
    try fixture.sql(sql)
    let session = try fixture.signIn("keiko")
    let person = try #require(try session.vault.person(try PersonCode("0003")))
    let result = try ExitStatus {
      _ = try session.digits("0003")
      _ = try session.profile(of: person)
    }
    #expect([66, 76, 77].contains(result.status), "\(result)")
  }

  @Test(
    "a purge does not pass over a row that somebody marked erased or took away",
    arguments: [
      ("UPDATE main.numbers SET erased = 1", "number row"),
      ("UPDATE k.wraps SET erased = 1 WHERE object = 1", "wrap row"),
      (
        """
        UPDATE k.wraps SET erased = 1, sealed = zeroblob(60), declaration = zeroblob(16)
        WHERE object = 1
        """, "wrap row"
      ), ("DELETE FROM k.wraps WHERE object = 1", "is missing"),
      ("DELETE FROM main.numbers", "is missing"),
    ])
  func purge(sql: String, told: String) throws {
    let fixture = try SampleVault.copy()
    try fixture.sql(sql)
    let session = try fixture.signIn("admin")
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 22))
    let error = #expect(throws: CustodyError.self) {
      _ = try Purge(session).run(asOf: day, acceptPresumed: true)
    }
    #expect(error?.exitStatus == 76)
    let text = error.map { "\($0)" } ?? ""
    #expect(text.contains(told) && text.contains("version 1"), "\(text)")
  }

  @Test("an old number's wrap marked erased is told from one that was purged")
  func oldNumber() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    let text = """
      社員番号,氏名,入社日,個人番号,番号確認書類,身元確認書類,確認方法,確認日,利用目的
      S1,試験　一,2012-04-01,NUMBER,個人番号カード,個人番号カード,対面,2016-06-01,tax-withholding

      """
    let day = try #require(CalendarDate(year: 2016, month: 6, day: 1))
    var options = ImportOptions()
    options.replacement = .change(on: day, reason: "漏えい")
    for number in ["858319664372", "487861614707"] {
      try session.importFile(
        try fixture.folder.write(text.replacing("NUMBER", with: number), as: "s.csv"), options)
    }
    session.close()
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 22))
    let flag = "UPDATE k.wraps SET erased = X WHERE object = 1 AND version = 1"
    try fixture.sql(flag.replacing("X", with: "1"))
    let administrator = try fixture.signIn("admin")
    let planted = try ExitStatus {
      _ = try Purge(administrator).plan(asOf: today, acceptPresumed: true)
    }
    #expect(planted.status == 76, "\(planted)")
    administrator.close()
    try fixture.sql(flag.replacing("X", with: "0"))
    let again = try fixture.signIn("admin")
    #expect(try Purge(again).run(asOf: today, acceptPresumed: true) != nil)
    #expect(try Purge(again).plan(asOf: today, acceptPresumed: true).items.isEmpty)
  }
}
