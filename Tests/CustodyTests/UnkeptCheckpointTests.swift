import MyNumberKit
import Testing

@Suite("A checkpoint that cannot be kept outside")
struct UnkeptCheckpointTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first

  @Test("takes no certificate away from work that is done, and is told of until one is kept")
  func purge() throws {
    let fixture = try SampleVault.copy()
    let keeper = FullDiskKeeper()
    let session = try fixture.signIn("admin", VaultFixture.environment(keeper: keeper))
    #expect(session.vault.unkeptCheckpoint == nil)
    keeper.isFull = true
    #expect(try Purge(session).run(asOf: Self.day, acceptPresumed: false) != nil)
    let failure = try #require(session.vault.unkeptCheckpoint)
    #expect(failure.exitStatus == 74 && "\(failure)".contains("/witness"))
    #expect(try fixture.texts("SELECT count(*) FROM k.wraps WHERE erased <> 0") != ["0"])
    keeper.isFull = false
    _ = try PersonEvents(session).hold(try PersonCode("0003"), reason: "係争中", until: nil)
    #expect(session.vault.unkeptCheckpoint == nil)
  }

  @Test("lets nobody begin to work")
  func signIn() throws {
    let fixture = try SampleVault.copy()
    let keeper = FullDiskKeeper()
    keeper.isFull = true
    let result = try ExitStatus {
      _ = try fixture.signIn("admin", VaultFixture.environment(keeper: keeper))
    }
    #expect(result.status == 74, "\(result)")
  }
}
