import Foundation
import MyNumberKit
import Testing

@testable import Custody

@Suite("A backup put in the place of the records", .serialized)
struct RestoreTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first
  private let fixture: VaultFixture

  init() throws { fixture = try SampleVault.copy() }

  private func purge(_ fixture: VaultFixture, _ environment: VaultEnvironment? = nil) throws {
    let session = try fixture.signIn("admin", environment ?? VaultFixture.environment())
    defer { session.close() }
    _ = try #require(try Purge(session).run(asOf: Self.day, acceptPresumed: false))
  }

  private func refusal(_ fixture: VaultFixture, _ code: String) throws -> Refusal? {
    let session = try fixture.signIn("keiko")
    defer { session.close() }
    do {
      _ = try session.digits(code)
      return nil
    } catch let error as CustodyError {
      guard case .refused(let refusal) = error.code else { throw error }
      return refusal
    }
  }

  @Test("backup, purge, restore: the read is refused (77) and says purged")
  func purged() throws {
    try fixture.backUp()
    try purge(fixture)
    let summary = try fixture.restoreBackup()
    #expect(summary.purged.map(\.text) == ["0801"] && summary.lost > 0)
    guard case .purged(let purpose, _)? = try refusal(fixture, "0801") else {
      Issue.record("not purged")
      return
    }
    #expect(purpose.rawValue == "tax-withholding")
    let vault = try fixture.open()
    let record = try #require(try vault.person(try PersonCode("0801"))?.record)
    #expect(record.versions.map(\.how) == [.purged] && record.purgedPurposes.count == 2)
    let examination = try VaultExamination(vault)
    #expect(examination.problems.isEmpty, "\(examination.problems)")
    vault.store.close()
    // Nothing else is lost, and the ciphertext of the copy is overwritten.
    #expect(try refusal(fixture, "0003") == nil)
    let row = VaultFixture.row("0801")
    #expect(
      try fixture.texts(
        "SELECT count(*) FROM main.numbers WHERE person = \(row) AND sealed <> zeroblob(40)")
        == ["0"])
    #expect(try fixture.texts("SELECT count(*) FROM main.numbers WHERE erased = 1") == ["1"])
  }

  @Test("after a restore a purge finds nothing more to do for those who were purged before it")
  func purgeAgain() throws {
    try fixture.backUp()
    try purge(fixture)
    try fixture.restoreBackup()
    let session = try fixture.signIn("admin")
    #expect(try Purge(session).plan(asOf: Self.day, acceptPresumed: false).items.isEmpty)
  }

  @Test("without a purge in between nobody becomes a tombstone, and reads go on")
  func nothingPurged() throws {
    try fixture.backUp()
    let before = try refusal(fixture, "0801")
    let summary = try fixture.restoreBackup()
    #expect(summary.purged.isEmpty && summary.revoked.isEmpty && summary.wraps == 0)
    // Its time is over, which is another reason than that it is destroyed.
    #expect(try refusal(fixture, "0801") == before)
    if case .purged? = before { Issue.record("purged") }
    #expect(try refusal(fixture, "0003") == nil)
  }

  @Test("one from before a key's rotation is refused, with no change", arguments: [false, true])
  func rotated(reseal: Bool) throws {
    try fixture.backUp()
    try fixture.rotate(reseal: reseal)
    let result = try ExitStatus { try fixture.restoreBackup() }
    #expect(result.status == 64 && result.description.contains("rotated since"), "\(result)")
    #expect(try refusal(fixture, "0003") == nil)
    // One from after it is not.
    try fixture.backUp(as: "later.sqlite")
    // The reader's sign-in and what was read, and the backup itself, came after the copy.
    let size = try fixture.size()
    let later = try fixture.restoreBackup("later.sqlite")
    #expect(later.lost > 0 && later.lost == size - later.entry && later.purged.isEmpty)
    #expect(try refusal(fixture, "0003") == nil)
  }

  @Test("the entry declares the restore with the newest checkpoint of what was given up")
  func declared() throws {
    let manifest = try fixture.backUp()
    _ = try refusal(fixture, "0003")
    let given = try fixture.open()
    let newest = given.signature.checkpoint
    let size = given.logSize
    given.store.close()
    let summary = try fixture.restoreBackup()
    #expect(summary.entry == manifest.logSize && summary.lost == size - manifest.logSize)
    let entry = try #require(try fixture.open().entries(from: summary.entry).first)
    #expect(entry.content.action == "restore" && entry.content.actor == "u0")
    #expect(entry.content.checkpoint == String(decoding: newest.text, as: UTF8.self))
    #expect(entry.content.touchesKeys && entry.content.detail["backup"] == .string(manifest.id))
  }

  @Test("a checkpoint of the log that was given up shows 76, with what was lost and by whom")
  func laterCheckpoint() throws {
    let keeper = MemoryKeeper()
    try fixture.backUp()
    let reader = try fixture.signIn("keiko", VaultFixture.environment(keeper: keeper))
    _ = try reader.digits("0003")
    reader.close()
    let before = try fixture.open()
    let (later, size) = (before.signature.checkpoint, before.logSize)
    before.store.close()
    let summary = try fixture.restoreBackup()
    let opening = try ExitStatus {
      try fixture.open(VaultFixture.environment(keeper: keeper)).store.close()
    }
    let words = "entries \(summary.entry) to \(size - 1) were given up by the restore that entry "
    #expect(opening.status == 76 && opening.description.contains(words), "\(opening)")
    #expect(opening.description.contains("(u0, "), "\(opening)")
    // The export of the log says the same offline, also once it has grown past the checkpoint.
    for _ in 0..<4 {
      #expect(try verdict(containing: later).contains(words))
      _ = try refusal(fixture, "0003")
    }
    #expect(try fixture.open().logSize > size)
  }

  /// What offline verification says of the log against a checkpoint from outside.
  private func verdict(containing checkpoint: SignedCheckpoint) throws -> String {
    let vault = try fixture.open()
    defer { vault.store.close() }
    let bytes = try ExportedLog.bytes(of: vault)
    var verification = try LogVerification(containing: checkpoint)
    do throws(AuditingError) {
      try verification.take(bytes.span)
      _ = try verification.finish()
      return "verified"
    } catch {
      return "\(error)"
    }
  }

  @Test("who restored goes on; the checkpoints kept beside theirs give way, and only those")
  func keeperMovesOn() throws {
    let (keeper, other) = (MemoryKeeper(), MemoryKeeper())
    let environment = VaultFixture.environment(keeper: keeper)
    let elsewhere = VaultFixture.environment(keeper: other)
    try fixture.backUp(as: "backup.sqlite", environment)
    try fixture.signIn("keiko", environment).close()
    try fixture.signIn("hanako", elsewhere).close()
    try fixture.restoreBackup("backup.sqlite", as: "admin", environment)
    #expect(try ExitStatus { try fixture.open(environment).store.close() }.status == 0)
    let vault = try fixture.open()
    let kept = try keeper.kept(for: vault.id).map(\.signed)
    #expect(kept == [vault.signature.checkpoint])
    vault.store.close()
    // What is kept elsewhere stays, and goes on showing it.
    #expect(try ExitStatus { try fixture.open(elsewhere).store.close() }.status == 76)
    try fixture.signIn("keiko", environment).close()
  }

  @Test("records that are missing, or no database at all, are replaced; what lay there is kept")
  func damaged() throws {
    try fixture.backUp()
    try FileManager.default.removeItem(atPath: fixture.file("vault.sqlite"))
    #expect(try fixture.restoreBackup().aside == nil)
    #expect(try refusal(fixture, "0003") == nil)
    let rubbish = [UInt8](repeating: 0x41, count: 5000)
    try Data(rubbish).write(to: URL(filePath: fixture.file("vault.sqlite")))
    try Data(rubbish).write(to: URL(filePath: fixture.file("vault.sqlite-journal")))
    for name in ["vault.sqlite", "vault.sqlite-journal"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: fixture.file(name))
    }
    let aside = try #require(try fixture.restoreBackup().aside)
    #expect(try fixture.contents()[aside] == rubbish)
    // Whether SQLite has taken the rubbish beside it away or not: it is not played into the copy.
    #expect(try fixture.contents()["vault.sqlite-journal"] == nil)
    #expect(try refusal(fixture, "0003") == nil)
  }

  @Test("what was collected since is lost with its keys, and can be collected again")
  func collectedSince() throws {
    try fixture.backUp()
    let file = try fixture.folder.write(
      """
      社員番号,区分,続柄,氏名,個人番号,番号確認書類,身元確認書類,確認方法,確認日
      R1,従業員,本人,試験　一,858319664372,個人番号カード,個人番号カード,対面,2026-04-01

      """, as: "new.csv")
    try importing(file)
    let summary = try fixture.restoreBackup()
    #expect(summary.wraps > 0 && summary.purged.isEmpty)
    let live = "k.wraps WHERE erased = 0 AND person NOT IN (SELECT id FROM main.people)"
    #expect(try fixture.texts("SELECT count(*) FROM \(live)") == ["0"])
    #expect(try fixture.open().person(try PersonCode("R1")) == nil)
    try importing(file)
    #expect(try refusal(fixture, "R1") == nil)
    #expect(try VaultExamination(try fixture.open()).problems.isEmpty)
  }

  private func importing(_ file: String) throws {
    let officer = try fixture.signIn("hanako")
    defer { officer.close() }
    try officer.importFile(file)
  }

  @Test("a copy of which one byte is another, or another vault's, is refused before anything")
  func foreign() throws {
    try fixture.backUp()
    let path = fixture.folder.file("backup.sqlite")
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let before = try fixture.contents()
    for place in [24, bytes.count / 2, bytes.count - 1] {
      bytes[place] ^= 1
      try Data(bytes).write(to: URL(filePath: path))
      let result = try ExitStatus { try fixture.restoreBackup() }
      #expect(result.status == 76 && result.description.contains("manifest"), "\(result)")
      bytes[place] ^= 1
    }
    let other = try VaultFixture(copying: try Self.otherVault.get())
    try other.backUp(as: "other.sqlite")
    for name in ["other.sqlite", "other.sqlite.manifest"] {
      try FileManager.default.copyItem(
        atPath: other.folder.file(name), toPath: fixture.folder.file(name))
    }
    let result = try ExitStatus { try fixture.restoreBackup("other.sqlite") }
    #expect(result.status == 76 && result.description.contains("another vault"), "\(result)")
    #expect(try fixture.contents() == before)
  }

  private static let otherVault = Result { try VaultFixture.another() }

  @Test("a manifest of another moment, and an older keys.sqlite, are refused")
  func mismatched() throws {
    try fixture.save("keys.sqlite", as: "old-")
    try fixture.backUp(as: "first.sqlite")
    try purge(fixture)
    try fixture.backUp(as: "second.sqlite")
    let first = fixture.folder.file("first.sqlite.manifest")
    let second = fixture.folder.file("second.sqlite.manifest")
    let kept = fixture.folder.file("kept")
    try FileManager.default.moveItem(atPath: second, toPath: kept)
    try FileManager.default.copyItem(atPath: first, toPath: second)
    #expect(try ExitStatus { try fixture.restoreBackup("second.sqlite") }.status == 76)
    try FileManager.default.removeItem(atPath: second)
    try FileManager.default.moveItem(atPath: kept, toPath: second)
    try fixture.restore("keys.sqlite", from: "old-")
    let older = try ExitStatus { try fixture.restoreBackup("second.sqlite") }
    #expect(older.status == 76 && older.description.contains("keys.sqlite is older"), "\(older)")
  }

  @Test("while somebody writes to the vault a restore waits, and gives up")
  func busy() throws {
    try fixture.backUp()
    let session = try fixture.signIn("keiko")
    try session.vault.store.begin(.log)
    #expect(try ExitStatus { try fixture.restoreBackup() }.status == 75)
    session.vault.store.rollback()
    try fixture.restoreBackup()
    // Who had the old file open can write no more to it, so no read can leave without a record.
    #expect(try ExitStatus { _ = try session.digits("0003") }.status != 0)
    session.close()
  }

  @Test("stopped between the commit and the rename, the vault does not open until it is done again")
  func interrupted() throws {
    try fixture.backUp()
    try purge(fixture)
    do {
      let replacement = StoppedReplacement(try VaultReplacement(folder: fixture.path))
      let manifest = try Data(
        contentsOf: URL(filePath: fixture.folder.file("backup.sqlite.manifest")))
      let restoration = try Restoration(
        of: fixture.folder.file("backup.sqlite"), try BackupManifest(parsing: [UInt8](manifest)),
        into: replacement, environment: VaultFixture.environment())
      let stopped = try ExitStatus {
        _ = try restoration.run(user: "admin", passphrase: VaultFixture.passphrase("admin"))
      }
      #expect(stopped.status == 74)
    }
    #expect(try ExitStatus { try fixture.open().store.close() }.status == 76)
    let summary = try fixture.restoreBackup()
    #expect(summary.purged.map(\.text) == ["0801"])
    guard case .purged? = try refusal(fixture, "0801") else {
      Issue.record("not purged")
      return
    }
    #expect(try refusal(fixture, "0003") == nil)
  }
}
