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
}
