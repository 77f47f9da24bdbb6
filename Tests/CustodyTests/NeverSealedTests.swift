import MyNumberKit
import Testing

@testable import Custody

/// A purpose that was told while nobody's form carried the number: it is not tampering that the
/// number does not open for it.
@Suite("A purpose for which a number was never sealed")
struct NeverSealedTests {
  private static let head =
    "社員番号,区分,氏名,入社日,個人番号,番号確認書類,身元確認書類,確認方法,確認日\n"
  private static let form = "employment-insurance-acquisition"
  private static let purpose = PurposeID("employment-insurance")

  private func take(
    _ kind: String, _ number: String = "", _ session: Session, _ fixture: VaultFixture,
    _ replacement: ImportOptions.Replacement? = nil
  ) throws -> ImportSummary {
    var options = ImportOptions()
    options.update = true
    options.replacement = replacement
    let shown = number.isEmpty ? ",,,," : "\(number),個人番号カード,個人番号カード,対面,2026-11-22"
    let row = "E1,\(kind),試験　一,2020-04-01,\(shown)\n"
    return try session.importFile(
      try fixture.folder.write(Self.head + row, as: "people.csv"), options)
  }

  /// An employee told of employment insurance, whose number came when they were an officer, and who
  /// is an employee again.
  private func fixture(replacing: Bool) throws -> (VaultFixture, ImportSummary) {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    _ = try take("従業員", replacing ? "487861614707" : "", session, fixture)
    _ = try take("役員", "", session, fixture)
    let change = ImportOptions.Replacement.change(on: session.vault.today, reason: "変更")
    _ = try take("役員", "858319664372", session, fixture, replacing ? change : nil)
    let record = try #require(try session.vault.person(try PersonCode("E1"))?.record)
    #expect(record.unsealedPurposes == ["employment-insurance"])
    let summary = try take("従業員", "", session, fixture)
    session.close()
    return (fixture, summary)
  }

  @Test(
    "the update names it as to be declared, a read is refused with what to do, and doctor is content",
    arguments: [false, true])
  func refused(replacing: Bool) throws {
    let (fixture, summary) = try fixture(replacing: replacing)
    #expect(summary.untold.map(\.purposes) == [[Self.purpose]])
    let session = try fixture.signIn("hanako")
    let read = try ExitStatus { _ = try session.digits("E1", Self.form, year: nil) }
    #expect(read.status == 77, "\(read)")
    let entry = try #require(try session.vault.entries().last?.content)
    #expect(entry.rule == "no-wrap" && entry.outcome == .refused && entry.person == "E1")
    let foreseen = try Gate(session).foresee([
      NumberQuery(
        code: try PersonCode("E1"), purpose: Self.purpose, form: FormCopyID(Self.form), reason: "x")
    ])
    #expect(foreseen == [.noWrap(Self.purpose)])
    #expect(Refusal.noWrap(Self.purpose).remedy.contains("declare --purposes employment-insurance"))
    #expect(try VaultExamination(session.vault).problems == [])
  }

  @Test(
    "declaring it anew seals it, by a user whose key opens the number", arguments: [false, true])
  func widened(replacing: Bool) throws {
    let (fixture, _) = try fixture(replacing: replacing)
    let session = try fixture.signIn("hanako")
    let plan = try DeclaringTests.declare(
      "E1", wish: try DeclaringTests.wish("employment-insurance"), by: session)
    #expect(plan.lines.map(\.widened) == [[Self.purpose]])
    let digits = try session.digits("E1", Self.form, year: nil)
    #expect(digits == Array("858319664372".utf8))
    let record = try #require(try session.vault.person(try PersonCode("E1"))?.record)
    #expect(record.unsealedPurposes.isEmpty)
    #expect(try VaultExamination(session.vault).problems == [])
    #expect(try take("従業員", "", session, fixture).untold.isEmpty)
  }

  @Test("a wrap that was there and is gone is still tampering")
  func gone() throws {
    let (fixture, _) = try fixture(replacing: false)
    let session = try fixture.signIn("hanako")
    _ = try DeclaringTests.declare(
      "E1", wish: try DeclaringTests.wish("employment-insurance"), by: session)
    session.close()
    try fixture.sql("DELETE FROM k.wraps WHERE id = (SELECT max(id) FROM k.wraps WHERE object = 1)")
    let again = try fixture.signIn("hanako")
    let read = try ExitStatus { _ = try again.digits("E1", Self.form, year: nil) }
    #expect(read.status == 76, "\(read)")
    #expect(try VaultExamination(again.vault).problemCount == 1)
  }

  @Test("an officer still sealed for it as an employee loses nothing by the change and back")
  func kept() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    _ = try take("従業員", "858319664372", session, fixture)
    _ = try take("役員", "", session, fixture)
    let officer = try ExitStatus { _ = try session.digits("E1", Self.form, year: nil) }
    #expect(officer.status == 77, "\(officer)")
    #expect(try VaultExamination(session.vault).problems == [])
    #expect(try take("従業員", "", session, fixture).untold.isEmpty)
    #expect(try session.digits("E1", Self.form, year: nil).count == 12)
  }
}
