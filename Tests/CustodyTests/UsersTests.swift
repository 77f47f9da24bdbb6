import MyNumberKit
import Testing

@testable import Custody

@Suite("Users, their keys and their passphrases")
struct UsersTests {
  private static let accountant = [RoleID("accountant")]
  private static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first

  private func open(
    _ fixture: VaultFixture, _ user: String, _ passphrase: String,
    now: Timestamp = VaultFixture.noon
  ) throws -> Session {
    let vault = try fixture.open(VaultFixture.environment(now: now))
    return try SignIn(vault).session(user: user, passphrase: VaultFixture.passphrase(passphrase))
  }

  @Test("a user is pending until a holder grants the keys, and a holder grants what they hold")
  func granting() throws {
    let fixture = try SampleVault.copy()
    let administrator = try fixture.signIn("admin")
    try Users(administrator).add(
      "kenji", roles: Self.accountant, passphrase: VaultFixture.passphrase("kenji"))
    let byAdministrator = try ExitStatus { try Users(administrator).grant(to: "kenji") }
    #expect(byAdministrator.status != 0, "the administrator holds nothing")
    administrator.close()

    let pending = try fixture.signIn("kenji")
    #expect(pending.heldKeys.isEmpty)
    let refused = try ExitStatus { _ = try pending.digits("0003") }
    #expect(refused.status == 77, "\(refused)")
    pending.close()

    let auditor = try fixture.signIn("audrey")
    #expect(try ExitStatus { try Users(auditor).grant(to: "kenji") }.status != 0)
    auditor.close()

    let officer = try fixture.signIn("hanako")
    let beyond = try ExitStatus { try Users(officer).grant(to: "kenji", keys: ["tax-withholding"]) }
    #expect(beyond.status != 0, "HR does not hold the tax keys")
    let foreign = try ExitStatus { try Users(officer).grant(to: "kenji", keys: ["health-pension"]) }
    #expect(foreign.status != 0, "no accountant may hold an insurance key")
    #expect(
      officer.vault.authority.grants.contains {
        $0.key == "health-pension" && $0.user == officer.account.id
      })
    officer.close()

    let holder = try fixture.signIn("keiko")
    #expect(try Users(holder).grant(to: "kenji").contains("tax-withholding"))
    #expect(try ExitStatus { try Users(holder).grant(to: "kenji") }.status == 64, "all is granted")
    #expect(try ExitStatus { try Users(holder).grant(to: "nobody") }.status == 66)
    holder.close()

    let session = try fixture.signIn("kenji")
    #expect(try session.digits("0003").count == 12)
    #expect(!session.heldKeys.contains("health-pension"))
  }

  @Test("a grant by somebody who does not hold the key has no way into the log")
  func forgedGrant() throws {
    let fixture = try SampleVault.copy()
    let officer = try fixture.signIn("hanako")
    let transaction = try Transaction(officer.vault, touchesKeys: true)
    var content = officer.entry("grant")
    content.authority = .grant(user: officer.account.id, key: "tax-withholding", generation: 1)
    content.touchesKeys = true
    let result = try ExitStatus {
      try transaction.add(content, signedBy: officer.secrets.signer)
    }
    #expect(result.status == 64, "\(result)")
  }

  @Test("a new passphrase makes fresh keys; the old one fails, and so does the old session")
  func passphrase() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("keiko")
    let id = session.account.id
    let grants = session.vault.authority.grants.filter { $0.user == id }
    let oldSealed = try fixture.blobs("sealed", from: "k.users WHERE name = '\(id)'")
    let oldGrants = try fixture.blobs("sealed", from: "k.grants WHERE user = '\(id)'")
    try Users(session).changePassphrase(to: VaultFixture.passphrase("anew"))
    let stale = try ExitStatus { _ = try session.digits("0003") }
    #expect(stale.status == 77, "\(stale)")
    session.close()

    let failed = try ExitStatus { _ = try open(fixture, "keiko", "keiko") }
    #expect(failed.status == 77, "\(failed)")
    let anew = try open(fixture, "keiko", "anew")
    #expect(anew.account.keys != session.account.keys && !anew.account.hasFirstPassphrase)
    #expect(anew.vault.authority.grants.filter { $0.user == id } == grants)
    #expect(try anew.digits("0003").count == 12)
    anew.close()
    let keys = try #require(try fixture.contents()["keys/keys.sqlite"])
    for old in oldSealed + oldGrants { #expect(!keys.holds(old), "an old sealed key remains") }
    // The old sealed keys put back open to a half that the log no longer states.
    try fixture.sql(
      "UPDATE k.users SET sealed = \(VaultFixture.literal(oldSealed[0])) WHERE name = '\(id)'"
        + " AND erased = 0")
    let replayed = try ExitStatus { _ = try open(fixture, "keiko", "keiko") }
    #expect(replayed.status == 76, "\(replayed)")
  }

  @Test("a short passphrase is not accepted and changes nothing")
  func shortPassphrase() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("keiko")
    let before = session.vault.logSize
    let short = Array("あいうえおかきくけこさ".utf8)
    let result = try ExitStatus {
      try Users(session).changePassphrase(to: SecretBytes(copying: short.span))
    }
    #expect(result.status == 64 && session.vault.logSize == before, "\(result)")
  }

  @Test("revoking erases what was sealed to the user, and ends the session that is open")
  func revoking() throws {
    let fixture = try SampleVault.copy()
    let leaver = try fixture.signIn("hanako")
    let id = leaver.account.id
    let sealed =
      try fixture.blobs("sealed", from: "k.users WHERE name = '\(id)'")
      + fixture.blobs("sealed", from: "k.grants WHERE user = '\(id)'")
    let administrator = try fixture.signIn("admin")
    try Users(administrator).revoke("hanako")
    #expect(try ExitStatus { try Users(administrator).revoke("admin") }.status == 64)
    let before = administrator.vault.logSize

    let read = try ExitStatus { _ = try leaver.digits("0003", "health-pension-acquisition") }
    #expect(read.status == 77, "\(read)")
    let write = try ExitStatus {
      try PersonEvents(leaver).leave(
        try PersonCode("0003"), on: Self.day, reason: nil, lastPaidOn: nil)
    }
    #expect(write.status == 77, "\(write)")
    let collect = try ExitStatus {
      try leaver.importFile(
        try fixture.folder.write("社員番号,氏名\nX1,試験\n", as: "x.csv"))
    }
    #expect(collect.status == 77, "\(collect)")
    leaver.close()

    let again = try ExitStatus { _ = try fixture.signIn("hanako") }
    #expect(again.status == 77, "\(again)")
    administrator.close()
    let keys = try #require(try fixture.contents()["keys/keys.sqlite"])
    for old in sealed { #expect(!keys.holds(old), "what was sealed to the leaver remains") }
    let vault = try fixture.open()
    #expect(try vault.entries(from: before).allSatisfy { $0.content.actor != id })
    #expect(!vault.authority.grants.contains { $0.user == id })
  }

  @Test("neither a user's name nor their organisation holds a number or steers what shows it")
  func names() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("admin")
    let before = session.vault.logSize
    func add(_ name: String, of organisation: String?) throws -> ExitStatus {
      try ExitStatus {
        try Users(session).add(
          name, roles: Self.accountant, organisation: organisation,
          passphrase: VaultFixture.passphrase("kenji"))
      }
    }
    let bad = ["", "123456789018", "1234/5678/9018", "a\nb", "a\u{202E}b", "\u{1B}[31m"]
    for text in bad + [String(repeating: "a", count: 101)] {
      for result in [try add("kenji", of: text), try add(text, of: nil)] {
        #expect(result.status == 64 && !result.description.contains("9018"), "\(result)")
      }
    }
    #expect(session.vault.logSize == before)
  }

  @Test("a name is stored composed, is found however it is typed, and is not given twice")
  func composedNames() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("admin")
    try Users(session).add(
      "カ\u{3099}", roles: Self.accountant, organisation: "e\u{301}",
      passphrase: VaultFixture.passphrase("kenji"))
    let twice = try ExitStatus {
      try Users(session).add(
        "ガ", roles: Self.accountant, passphrase: VaultFixture.passphrase("kenji"))
    }
    #expect(twice.status == 73, "\(twice)")
    let user = try #require(session.vault.authority.user(named: "カ\u{3099}"))
    #expect(Array(user.name.utf8) == Array("ガ".utf8))
    #expect(user.statement.organisation.map { Array($0.utf8) } == Array("é".utf8))
    session.close()
    #expect(try open(fixture, "カ\u{3099}", "kenji").account.id == user.id)
  }

  @Test("the last day of a user is a day of work, the next is not")
  func lastDay() throws {
    let fixture = try SampleVault.copy()
    let administrator = try fixture.signIn("admin")
    let recovery = try Recovery(
      fixture.recovery, of: administrator.vault, passphrase: VaultFixture.passphrase("recovery"))
    try Users(administrator).add(
      "shiro", roles: Self.accountant, until: Self.day, organisation: "税理士法人見本",
      passphrase: VaultFixture.passphrase("shiro"), recovery: recovery)
    administrator.close()
    let session = try fixture.signIn("shiro")
    #expect(try session.digits("0003").count == 12)
    session.close()
    let midnight = Timestamp(Self.day.adding(days: 1), secondOfDay: 0)
    #expect(midnight.japanDate == Self.day.adding(days: 1))
    let late = try ExitStatus { _ = try open(fixture, "shiro", "shiro", now: midnight) }
    #expect(late.status == 77 && late.description.contains("2026-11-22"), "\(late)")
    let last = try #require(try fixture.open().entries().last?.content)
    #expect(last.outcome == .refused && last.rule == "grant-not-in-date")
  }

  @Test("a session that outlives the user's last day reads and changes nothing more")
  func sessionPastLastDay() throws {
    let fixture = try SampleVault.copy()
    let administrator = try fixture.signIn("admin")
    let recovery = try Recovery(
      fixture.recovery, of: administrator.vault, passphrase: VaultFixture.passphrase("recovery"))
    try Users(administrator).add(
      "shiro", roles: Self.accountant, until: Self.day,
      passphrase: VaultFixture.passphrase("shiro"), recovery: recovery)
    administrator.close()
    final class Clock { var now = VaultFixture.noon }
    let clock = Clock()
    let vault = try fixture.open(VaultEnvironment(now: { clock.now }))
    let session = try SignIn(vault).session(
      user: "shiro", passphrase: VaultFixture.passphrase("shiro"))
    clock.now = Timestamp(Self.day.adding(days: 1), secondOfDay: 0)
    let read = try ExitStatus { _ = try session.digits("0003") }
    #expect(read.status == 77, "\(read)")
    let write = try ExitStatus {
      try PersonEvents(session).leave(
        try PersonCode("0003"), on: Self.day, reason: nil, lastPaidOn: nil)
    }
    #expect(write.status == 77, "\(write)")
  }

  @Test("a recovery file opens its own vault alone, and with its passphrase alone")
  func recovery() throws {
    let fixture = try SampleVault.copy()
    let vault = try fixture.open()
    let wrong = try ExitStatus {
      _ = try Recovery(
        fixture.recovery, of: vault, passphrase: VaultFixture.passphrase("somebody"))
    }
    #expect(wrong.status == 77, "\(wrong)")
    let stranger = RecoveryFile(
      vault: try #require(VaultID([UInt8](repeating: 7, count: 32))),
      sealed: fixture.recovery.sealed)
    let foreign = try ExitStatus {
      _ = try Recovery(stranger, of: vault, passphrase: VaultFixture.passphrase("recovery"))
    }
    #expect(foreign.status == 64, "\(foreign)")
    let text = fixture.recovery.text
    #expect(try RecoveryFile(parsing: text) == fixture.recovery)
    for bad in [text + "\n", String(text.dropLast()), text.uppercased(), ""] {
      #expect(throws: SealingError.self) { try RecoveryFile(parsing: bad) }
    }
  }

  @Test("a name in use, an empty name and an unknown role are refused")
  func badUsers() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("admin")
    let size = session.vault.logSize
    let passphrase = VaultFixture.passphrase("new")
    #expect(
      try ExitStatus {
        try Users(session).add("keiko", roles: Self.accountant, passphrase: passphrase)
      }.status == 73)
    #expect(
      try ExitStatus { try Users(session).add("", roles: Self.accountant, passphrase: passphrase) }
        .status == 64)
    #expect(
      try ExitStatus {
        try Users(session).add("x", roles: [RoleID("king")], passphrase: passphrase)
      }.status == 64)
    #expect(
      try ExitStatus { try Users(session).add("x", roles: [], passphrase: passphrase) }.status == 64
    )
    #expect(session.vault.logSize == size)
  }
}
