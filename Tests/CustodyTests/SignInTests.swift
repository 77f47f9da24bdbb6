import MyNumberKit
import Testing

@Suite("Signing in")
struct SignInTests {
  private static let wrong = "somebody"

  private func attempt(
    _ fixture: VaultFixture, _ user: String, _ passphrase: String,
    now: Timestamp = VaultFixture.noon
  ) throws -> ExitStatus {
    let vault = try fixture.open(VaultFixture.environment(now: now))
    defer { vault.store.close() }
    return try ExitStatus {
      _ = try SignIn(vault).session(user: user, passphrase: VaultFixture.passphrase(passphrase))
    }
  }

  private func last(_ fixture: VaultFixture) throws -> Entry {
    let vault = try fixture.open()
    defer { vault.store.close() }
    return try #require(try vault.entries().last)
  }

  @Test("a wrong passphrase is refused and logged under the user's id, without a checkpoint")
  func wrongPassphrase() throws {
    let fixture = try VaultFixture()
    let result = try attempt(fixture, "keiko", Self.wrong)
    #expect(result.status == 77, "\(result)")
    let vault = try fixture.open()
    let entry = try #require(try vault.entries().last?.content)
    #expect(entry.action == "sign-in-failed" && entry.outcome == .refused)
    #expect(entry.actor == vault.authority.user(named: "keiko")?.id)
    #expect(vault.signature.unsignedEntries == 1)
    vault.store.close()
    // The next commit of a user who can sign in covers it.
    let session = try fixture.signIn("keiko")
    #expect(session.vault.signature.unsignedEntries == 0)
  }

  @Test("a name that is no known user's is logged as unknown, never as it was typed")
  func unknownUser() throws {
    let fixture = try VaultFixture()
    let result = try attempt(fixture, "9656-8945-5668", Self.wrong)
    #expect(result.status == 77 && !result.description.contains("5668"), "\(result)")
    let entry = try last(fixture)
    #expect(entry.content.actor == "unknown")
    #expect(!entry.canonicalBytes().holds(Array("5668".utf8)))
  }

  @Test("failures of one second are one entry, and of the next another")
  func flood() throws {
    let fixture = try VaultFixture()
    let before = try last(fixture).index
    for _ in 0..<3 { #expect(try attempt(fixture, "nobody", Self.wrong).status == 77) }
    #expect(try last(fixture).index == before + 1)
    #expect(try last(fixture).content.count == nil)
    let later = Timestamp(seconds: VaultFixture.noon.seconds + 1)
    #expect(try attempt(fixture, "nobody", Self.wrong, now: later).status == 77)
    #expect(try last(fixture).index == before + 2)
    #expect(try last(fixture).content.count == 2, "two had no entry of their own")
  }

  @Test("names in turn are no way around it, and the next sign-in tells how many there were")
  func floodOfNames() throws {
    let fixture = try VaultFixture()
    let before = try last(fixture).index
    for name in ["keiko", "nobody", "hanako", "keiko", "nobody"] {
      #expect(try attempt(fixture, name, Self.wrong).status == 77)
    }
    let first = try last(fixture)
    #expect(first.index == before + 1 && first.content.actor != "unknown")
    try fixture.signIn("keiko").close()
    let signedIn = try last(fixture)
    #expect(signedIn.index == before + 2 && signedIn.content.count == 4)
    try fixture.signIn("keiko").close()
    #expect(try last(fixture).content.count == nil)
    let vault = try fixture.open()
    #expect(vault.signature.unsignedEntries == 0)
  }

  @Test("a wrong passphrase of the recovery file is logged like a failed sign-in, once a second")
  func recovery() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("admin")
    let before = session.vault.logSize
    for _ in 0..<2 {
      let result = try ExitStatus {
        _ = try Recovery(
          fixture.recovery, of: session.vault, passphrase: VaultFixture.passphrase(Self.wrong))
      }
      #expect(result.status == 77, "\(result)")
    }
    let entries = try session.vault.entries(from: before).map(\.content)
    #expect(entries.map(\.action) == ["sign-in-failed"])
    #expect(entries.map(\.actor) == ["recovery"] && entries.map(\.outcome) == [.refused])
    _ = try Recovery(
      fixture.recovery, of: session.vault, passphrase: VaultFixture.passphrase("recovery"))
    #expect(session.vault.logSize == before + 1)
    #expect(try session.vault.store.head().failures == 1)
    session.close()
    #expect(try fixture.open().signature.unsignedEntries == 1)
  }

  @Test("a revoked user is refused like a stranger")
  func revoked() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("admin")
    try Users(session).revoke("keiko")
    session.close()
    #expect(try attempt(fixture, "keiko", "keiko").status == 77)
    #expect(try last(fixture).content.action == "sign-in-failed")
  }

  @Test("another user's passphrase does not do")
  func othersPassphrase() throws {
    let fixture = try VaultFixture()
    #expect(try attempt(fixture, "keiko", "hanako").status == 77)
  }

  @Test("another user's sealed keys in the own row do not do")
  func othersKeys() throws {
    let fixture = try VaultFixture()
    let vault = try fixture.open()
    let ids = try ["keiko", "hanako"].map { try #require(vault.authority.user(named: $0)?.id) }
    vault.store.close()
    try fixture.sql(
      """
      UPDATE k.users SET sealed = (SELECT sealed FROM k.users WHERE name = '\(ids[1])')
        WHERE name = '\(ids[0])'
      """)
    let result = try attempt(fixture, "keiko", "hanako")
    #expect(result.status == 77 || result.status == 76, "\(result)")
  }
}
