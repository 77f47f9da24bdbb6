import MyNumberKit
import Testing

@Suite("Files edited by somebody who can write them")
struct TamperingTests {
  /// Opens the vault; the accountant reads 0003 for tax, the officer 0004 for insurance.
  private func use(_ fixture: VaultFixture) throws {
    let environment = VaultFixture.environment()
    for (user, code, form) in [
      ("keiko", "0003", "withholding-slip-municipality"),
      ("hanako", "0004", "health-pension-acquisition"),
    ] {
      let session = try fixture.signIn(user, environment)
      defer { session.close() }
      _ = try session.digits(code, form)
    }
  }

  @Test("an untouched vault opens and reads")
  func control() throws {
    let fixture = try SampleVault.copy()
    try use(fixture)
  }

  @Test("an edit of the tables ends as an integrity failure", arguments: Tampering.all)
  func edits(_ tampering: Tampering) throws {
    let fixture = try SampleVault.copy()
    let before = try fixture.contents()
    try fixture.sql(tampering.sql)
    try #require(try fixture.contents() != before)
    let result = try ExitStatus { try use(fixture) }
    #expect(result.status == 76, "\(tampering.testDescription): \(result)")
  }
}
