import MyNumberKit
import Testing

@testable import Custody

@Suite("A session has an end")
struct SessionLifeTests {
  private final class Clock {
    var now = VaultFixture.noon
    func pass(_ seconds: Int64) { now = now.adding(seconds: seconds) }
  }

  private let clock = Clock()
  private let fixture: VaultFixture

  init() throws { fixture = try SampleVault.copy() }

  private func session(_ user: String = "keiko") throws -> Session {
    let clock = self.clock
    return try fixture.signIn(user, VaultEnvironment(now: { clock.now }))
  }

  private func isRefused(_ session: Session, _ work: () throws -> Void) throws -> Bool {
    let before = session.vault.logSize
    let result = try ExitStatus(of: work)
    guard result.status == 77 else { return false }
    let entries = try session.vault.entries(from: before).map(\.content)
    #expect(entries.map(\.rule) == ["session-expired"] && entries.map(\.outcome) == [.refused])
    return true
  }

  @Test("after a quarter of an hour without use nothing is read and nothing changed")
  func idle() throws {
    let session = try session()
    clock.pass(15 * 60 - 1)
    #expect(try session.digits("0003").count == 12)
    clock.pass(15 * 60)
    #expect(try isRefused(session) { _ = try session.digits("0003") })
    #expect(
      try isRefused(session) {
        try PersonEvents(session).leave(
          try PersonCode("0003"), on: clock.now.japanDate, reason: nil, lastPaidOn: nil)
      })
    clock.pass(-14 * 60)
    #expect(try isRefused(session) { _ = try session.digits("0003") }, "the log's time goes on")
  }

  @Test("each use puts the end off, a refused one too, but never beyond twelve hours")
  func total() throws {
    let session = try session()
    for _ in 0..<48 {
      clock.pass(15 * 60 - 1)
      #expect(try session.digits("0003").count == 12)
    }
    clock.pass(12 * 60 * 60 - 48 * (15 * 60 - 1) - 1)
    #expect(try session.digits("0003").count == 12)
    clock.pass(1)
    #expect(try isRefused(session) { _ = try session.digits("0003") })
  }

  @Test("a bulk read asks again for each number")
  func bulk() throws {
    let session = try session()
    let query = NumberQuery(
      code: try PersonCode("0003"), form: FormCopyID("withholding-slip-municipality"),
      reason: "検査")
    var refusals: [Refusal] = []
    var opened = 0
    clock.pass(16 * 60)
    try Gate(session).readEach([query, query], refused: { refusals.append($1) }) { _, _ in
      opened += 1
    }
    #expect(opened == 0)
    #expect(refusals.map(\.rule) == ["session-expired", "session-expired"])
    #expect(try Gate(session).foresee([query]).map { $0?.rule } == ["session-expired"])
  }

  @Test("another life is the caller's choice, and a new sign-in begins anew")
  func choice() throws {
    var environment = VaultFixture.environment()
    let clock = self.clock
    environment.now = { clock.now }
    environment.sessionLife = SessionLife(idle: 10, total: 20)
    let session = try fixture.signIn("keiko", environment)
    clock.pass(10)
    #expect(try isRefused(session) { _ = try session.digits("0003") })
    session.close()
    #expect(try fixture.signIn("keiko", environment).digits("0003").count == 12)
  }
}
