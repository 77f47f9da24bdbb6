import Foundation
import MyNumberKit
import Testing

@testable import Custody

/// Two openings of one vault stand for two processes: neither sees the other but through the files.
@Suite("Two processes on one vault")
struct TwoProcessesTests {
  private static let day = CalendarDate(year: 2026, month: 10, day: 31) ?? .first

  private static func row(_ code: String, _ number: String) -> String {
    """
    社員番号,区分,続柄,氏名,個人番号,番号確認書類,身元確認書類,確認方法,確認日
    \(code),従業員,本人,試験　一,\(number),個人番号カード,個人番号カード,対面,2026-04-01

    """
  }

  @Test("what one commits the other decides on, and the log stays whole")
  func interleaved() throws {
    let fixture = try SampleVault.copy()
    let (officer, accountant) = (try fixture.signIn("hanako"), try fixture.signIn("keiko"))
    _ = try accountant.digits("0003")
    try officer.importFile(
      try fixture.folder.write(Self.row("N1", "858319664372"), as: "one.csv"))
    #expect(try accountant.digits("N1") == Array("858319664372".utf8))
    try PersonEvents(officer).leave(
      try PersonCode("0005"), on: Self.day, reason: nil, lastPaidOn: nil)
    _ = try accountant.digits("0005")
    try PersonEvents(accountant).leave(
      try PersonCode("0016"), on: Self.day, reason: nil, lastPaidOn: nil)
    _ = try officer.digits("0016", "employment-insurance-loss")
    try PersonEvents(officer).leave(
      try PersonCode("0017"), on: Self.day, reason: nil, lastPaidOn: nil)
    #expect(try accountant.vault.person(try PersonCode("0017"))?.record.leftOn == Self.day)
    var people = 0
    try accountant.vault.forEachPerson { _ in people += 1 }
    #expect(people == 53)
    officer.close()
    accountant.close()
    let vault = try fixture.open()
    #expect(vault.signature.unsignedEntries == 0)
  }

  @Test("what was read outside a transaction is as new as the other process's commit")
  func readingOutside() throws {
    let fixture = try SampleVault.copy()
    let (officer, accountant) = (try fixture.signIn("hanako"), try fixture.signIn("keiko"))
    _ = try accountant.digits("0003")
    try PersonEvents(officer).leave(
      try PersonCode("0005"), on: Self.day, reason: nil, lastPaidOn: nil)
    #expect(try accountant.vault.person(try PersonCode("0005"))?.record.leftOn == Self.day)
    try PersonEvents(accountant).leave(
      try PersonCode("0005"), on: Self.day.adding(days: 1), reason: nil, lastPaidOn: nil)
    #expect(
      try officer.vault.person(try PersonCode("0005"))?.record.leftOn == Self.day.adding(days: 1))
    let queries = [
      NumberQuery(
        code: try PersonCode("0005"), form: FormCopyID("health-pension-loss"), reason: "r")
    ]
    #expect(try Gate(officer).foresee(queries) == [nil])
    let summary = try officer.importFile(SampleVault.employees)
    #expect(!summary.changed)
  }

  @Test("an import whose person was changed meanwhile is busy, and writes nothing")
  func staleUpdate() throws {
    let fixture = try SampleVault.copy()
    let (officer, accountant) = (try fixture.signIn("hanako"), try fixture.signIn("keiko"))
    let text = try String(contentsOfFile: SampleVault.employees, encoding: .utf8)
      .replacing("東京都千代田区見本町1-2-3", with: "東京都千代田区見本町1-2-4")
    let path = try fixture.folder.write(text, as: "update.csv")
    var options = ImportOptions()
    options.update = true
    let file = try PrivateRead(path)
    let run = try ImportRun(officer, options, file: "update.csv", isDry: false)
    try run.read(file.descriptor) { _ in }
    #expect(run.summary.updated == 1)
    try PersonEvents(accountant).leave(
      try PersonCode("0001"), on: Self.day, reason: nil, lastPaidOn: nil)
    let before = accountant.vault.logSize
    let result = try ExitStatus { try run.write() }
    #expect(result.status == 75, "\(result)")
    officer.close()
    accountant.close()
    let vault = try fixture.open()
    #expect(vault.logSize == before)
    #expect(try vault.person(try PersonCode("0001"))?.record.leftOn == Self.day)
  }

  @Test("of two imports of one new person the second is busy, and writes nothing")
  func sameNewPerson() throws {
    let fixture = try SampleVault.copy()
    let (officer, accountant) = (try fixture.signIn("hanako"), try fixture.signIn("keiko"))
    let file = try PrivateRead(
      try fixture.folder.write(Self.row("N1", "858319664372"), as: "one.csv"))
    let run = try ImportRun(officer, ImportOptions(), file: "one.csv", isDry: false)
    try run.read(file.descriptor) { _ in }
    try accountant.importFile(
      try fixture.folder.write(Self.row("N1", "487861614707"), as: "two.csv"))
    let before = accountant.vault.logSize
    let result = try ExitStatus { try run.write() }
    #expect(result.status == 75, "\(result)")
    #expect(try accountant.digits("N1") == Array("487861614707".utf8))
    officer.close()
    #expect(try accountant.vault.entries(from: before).count == 1)
  }

  @Test("granting to a user whom another process revoked is no integrity failure")
  func staleGrant() throws {
    let fixture = try SampleVault.copy()
    let administrator = try fixture.signIn("admin")
    try Users(administrator).add(
      "kenji", roles: [RoleID("accountant")], passphrase: VaultFixture.passphrase("kenji"))
    let holder = try fixture.signIn("keiko")
    try Users(administrator).revoke("kenji")
    let result = try ExitStatus { try Users(holder).grant(to: "kenji") }
    #expect(result.status == 75 || result.status == 66, "\(result)")
    _ = try holder.digits("0003")
  }

  @Test("a passphrase is not changed past a grant that another process made, and no key is lost")
  func grantDuringPassphraseChange() throws {
    let fixture = try SampleVault.copy()
    let administrator = try fixture.signIn("admin")
    try Users(administrator).add(
      "kenji", roles: [RoleID("accountant")], passphrase: VaultFixture.passphrase("kenji"))
    administrator.close()
    let (kenji, holder) = (try fixture.signIn("kenji"), try fixture.signIn("keiko"))
    let granted = try Users(holder).grant(to: "kenji")
    holder.close()
    let result = try ExitStatus {
      try Users(kenji).changePassphrase(to: VaultFixture.passphrase("other"))
    }
    #expect(result.status == 75, "\(result)")
    kenji.close()
    let again = try fixture.signIn("kenji")
    #expect(Set(again.heldKeys) == Set(granted))
    #expect(try again.digits("0003").count == 12)
    try Users(again).changePassphrase(to: VaultFixture.passphrase("other"))
    again.close()
    let renewed = try SignIn(try fixture.open()).session(
      user: "kenji", passphrase: VaultFixture.passphrase("other"))
    #expect(Set(renewed.heldKeys) == Set(granted))
    #expect(try renewed.digits("0003").count == 12)
  }

  @Test("of two who grant the same key the second is busy")
  func sameGrant() throws {
    let fixture = try SampleVault.copy()
    let administrator = try fixture.signIn("admin")
    try Users(administrator).add(
      "kenji", roles: [RoleID("accountant")], passphrase: VaultFixture.passphrase("kenji"))
    administrator.close()
    let (one, other) = (try fixture.signIn("keiko"), try fixture.signIn("keiko"))
    try Users(one).grant(to: "kenji")
    let result = try ExitStatus { try Users(other).grant(to: "kenji") }
    #expect(result.status == 75, "\(result)")
  }

  @Test("revoking a user whom another process revoked is no integrity failure")
  func staleRevocation() throws {
    let fixture = try SampleVault.copy()
    let (one, other) = (try fixture.signIn("admin"), try fixture.signIn("admin"))
    try Users(one).revoke("keiko")
    let result = try ExitStatus { try Users(other).revoke("keiko") }
    #expect(result.status == 75 || result.status == 66, "\(result)")
    let twice = try ExitStatus {
      try Users(one).add(
        "x", roles: [RoleID("auditor")], passphrase: VaultFixture.passphrase("x"))
      try Users(other).add(
        "x", roles: [RoleID("auditor")], passphrase: VaultFixture.passphrase("x"))
    }
    #expect(twice.status == 73 || twice.status == 75, "\(twice)")
  }

  @Test("a transaction that is open makes the other wait, then give up as busy")
  func locked() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let transaction = try Transaction(session.vault, touchesKeys: true)
    let store = try? SQLiteVaultStore.open(folder: fixture.path, busyTimeout: 0.1)
    let result = try ExitStatus {
      let store = try store ?? SQLiteVaultStore.open(folder: fixture.path, busyTimeout: 0.1)
      let vault = try VaultOpening.open(store, environment: VaultFixture.environment())
      _ = try SignIn(vault).session(
        user: "keiko", passphrase: VaultFixture.passphrase("keiko"))
    }
    #expect(result.status == 75, "\(result)")
    _ = transaction.nextIndex
  }
}
