import Foundation
import MyNumberKit
import Testing

@Suite("Who restores a backup, and who is in it", .serialized)
struct RestoringUsersTests {
  private let fixture: VaultFixture

  init() throws { fixture = try SampleVault.copy() }

  @Test("a user revoked since is revoked again, and one added since is not there")
  func users() throws {
    try fixture.backUp()
    let admin = try fixture.signIn("admin")
    try Users(admin).revoke("hanako")
    try Users(admin).add(
      "jiro", roles: [RoleID("auditor")], passphrase: VaultFixture.passphrase("jiro"))
    admin.close()
    let summary = try fixture.restoreBackup()
    #expect(summary.revoked == ["hanako"])
    for user in ["hanako", "jiro"] {
      #expect(try ExitStatus { try fixture.signIn(user).close() }.status == 77, "\(user)")
    }
    #expect(try fixture.read(as: "keiko").status == 0)
  }

  @Test("a user whose passphrase was changed since cannot sign in to the copy, or restore it")
  func passphrases() throws {
    try fixture.backUp()
    for user in ["keiko", "admin"] {
      let session = try fixture.signIn(user)
      try Users(session).changePassphrase(to: VaultFixture.passphrase(user))
      session.close()
    }
    let size = try fixture.size()
    #expect(try ExitStatus { try fixture.restoreBackup() }.status == 76)
    // Nothing is changed, and the log that stands tells of the attempt.
    let added = try fixture.open().entries(from: size).map(\.content)
    #expect(added.map(\.action) == ["restore"] && added.first?.outcome == .failed)
    #expect(added.first?.actor == "u0" && added.first?.checkpoint == nil)
  }

  @Test("only the administrator restores; what is refused changes nothing but the log that stands")
  func whoMay() throws {
    try fixture.backUp()
    let before = try fixture.contents()
    let size = try fixture.size()
    for user in ["hanako", "keiko", "audrey"] {
      let result = try ExitStatus { try fixture.restoreBackup(as: user) }
      #expect(result.status == 77, "\(user): \(result)")
    }
    let wrong = try ExitStatus {
      _ = try fixture.restoration().run(
        user: "admin", passphrase: VaultFixture.passphrase("nobody"))
    }
    #expect(wrong.status == 77)
    let added = try fixture.open().entries(from: size).map(\.content)
    #expect(added.map(\.action) == ["restore", "restore", "restore", "sign-in-failed"])
    #expect(added.allSatisfy { $0.outcome == .refused })
    let after = try fixture.contents()
    #expect(after.keys.sorted() == before.keys.sorted())
    #expect(after.filter { $0.key != "vault.sqlite" } == before.filter { $0.key != "vault.sqlite" })
  }

  @Test("where the standing vault does not open, what is refused leaves all as it was")
  func refusedBesideRubbish() throws {
    try fixture.backUp()
    try fixture.sql("UPDATE main.entries SET bytes = x'00' WHERE idx = 3")
    let before = try fixture.contents()
    #expect(try ExitStatus { try fixture.restoreBackup(as: "keiko") }.status == 77)
    #expect(try fixture.contents() == before)
  }
}
