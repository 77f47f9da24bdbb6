import Foundation
import MyNumberKit
import Testing

@testable import Auditing
@testable import Custody

@Suite("The registers of copies and files after a restore", .serialized)
struct RestoredRegisterTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first
  private let fixture: VaultFixture

  init() throws {
    fixture = try SampleVault.copy()
    try fixture.backUp()
  }

  private func acting<R>(_ body: (Session) throws -> R) throws -> R {
    let session = try fixture.signIn("admin")
    defer { session.close() }
    return try body(session)
  }

  private func copyKeys(_ name: String = "keys-copy") throws -> String {
    try acting { try Backup($0).copyKeys(to: fixture.folder.file(name)).id }
  }

  /// Certificates of a purge of whatever is due.
  private func purge() throws -> DisposalStatement {
    try acting { session in
      let certificate = try #require(
        try Purge(session).run(asOf: Self.day, acceptPresumed: false))
      let verdict = try CertificateVerification(trusting: session.vault.id)
        .verify(certificate.bytes)
      // What the certificate states is what the log says.
      let log = try ExportedLog.bytes(of: session.vault)
      var verification = try LogVerification(
        trusting: session.vault.id, proving: .disposal(verdict.statement))
      try verification.take(log.span)
      _ = try verification.finish()
      return verdict.statement
    }
  }

  @Test("a copy of the keys that was made after the backup stands, and later certificates name it")
  func keyCopy() throws {
    let id = try copyKeys()
    let made = try #require(try OutstandingKeyBackups(try fixture.open()).copies.first)
    let summary = try fixture.restoreBackup()
    #expect(summary.carried == 2 && summary.log.registerIsWhole)
    let standing = try OutstandingKeyBackups(try fixture.open())
    let copy = try #require(standing.copies.first)
    #expect(standing.copies.count == 1 && copy.id == id && standing.gaps.isEmpty)
    #expect(copy.time == made.time && copy.user == made.user && copy.due == made.due)
    #expect(copy.path == made.path && copy.inode == made.inode && copy.logSize == made.logSize)
    // It counts entries of the log that was given up, and holds all the same what is purged now.
    let statement = try purge()
    #expect(statement.keyCopies.map(\.id) == [id] && statement.registerGaps.isEmpty)
    #expect(try acting { try BackupRegister($0).dispose(id) } == .overwritten)
    #expect(try OutstandingKeyBackups(try fixture.open()).copies.isEmpty)
  }

  @Test("one that was destroyed since the backup stays destroyed, on its day")
  func disposed() throws {
    let id = try copyKeys()
    try fixture.backUp(as: "later.sqlite")
    _ = try acting { try BackupRegister($0).dispose(id) }
    try fixture.restoreBackup("later.sqlite")
    let copy = try #require(
      try acting { try BackupRegister($0).list() }.first { $0.id == id })
    #expect(copy.state == .disposed(Self.day, .overwritten))
    // And one that came and went in between does not come back.
    let other = try copyKeys("other")
    _ = try acting { try BackupRegister($0).dispose(other) }
    try fixture.restoreBackup("later.sqlite")
    #expect(try acting { try BackupRegister($0).list() }.allSatisfy { $0.id != other })
    #expect(try OutstandingKeyBackups(try fixture.open()).copies.isEmpty)
  }

  @Test("carried over a second restore, it is still what it was")
  func twice() throws {
    let id = try copyKeys()
    let made = try #require(try OutstandingKeyBackups(try fixture.open()).copies.first)
    try fixture.restoreBackup()
    try fixture.restoreBackup()
    let copies = try OutstandingKeyBackups(try fixture.open()).copies
    #expect(copies.map(\.id) == [id] && copies.first?.time == made.time)
  }

  @Test(
    "where the records cannot be read, the entry and later certificates say that copies may stand")
  func unreadable() throws {
    _ = try copyKeys()
    try fixture.sql("UPDATE main.entries SET bytes = x'00' WHERE idx = 3")
    let summary = try fixture.restoreBackup()
    #expect(!summary.log.registerIsWhole && !summary.log.holdsAreKnown && summary.carried == 0)
    let entry = try #require(try fixture.open().entries(from: summary.entry).first)
    #expect(entry.content.detail["register_lost"] == .bool(true))
    #expect(try OutstandingKeyBackups(try fixture.open()).gaps == [summary.entry])
    #expect(try purge().registerGaps == [summary.entry])
    // The log given up now verifies, and knows no more than it did.
    let again = try fixture.restoreBackup()
    #expect(!again.log.registerIsWhole && !again.log.holdsAreKnown && !again.log.keysAreKnown)
    #expect(try OutstandingKeyBackups(try fixture.open()).gaps == [again.entry])
    // A backup that has the gap itself hands it on, and nothing more is lost.
    try fixture.backUp(as: "later.sqlite")
    let later = try fixture.restoreBackup("later.sqlite")
    #expect(later.log.registerIsWhole && later.log.holdsAreKnown && later.log.keysAreKnown)
    #expect(try OutstandingKeyBackups(try fixture.open()).gaps == [again.entry])
  }

  @Test("a certificate that says nothing of the gap is not the log's")
  func concealed() throws {
    try FileManager.default.removeItem(atPath: fixture.file("vault.sqlite"))
    try fixture.restoreBackup()
    let session = try fixture.signIn("admin")
    defer { session.close() }
    let certificate = try #require(
      try Purge(session).run(asOf: Self.day, acceptPresumed: false))
    guard case .object(let whole) = certificate.value, case .object(var body)? = whole["body"],
      case .array(let gaps)? = body["register_lost"]
    else {
      Issue.record("no such member")
      return
    }
    #expect(gaps.count == 1)
    let log = try ExportedLog.bytes(of: session.vault)
    for (told, isTrue) in [(gaps, true), ([], false), ([.integer(1)] + gaps, false)] {
      body["register_lost"] = .array(told)
      var verification = try LogVerification(
        trusting: session.vault.id, proving: .disposal(try DisposalStatement(.object(body))))
      try verification.take(log.span)
      do throws(AuditingError) {
        _ = try verification.finish()
        #expect(isTrue)
      } catch {
        #expect(!isTrue && "\(error)".contains("register_lost"), "\(error)")
      }
    }
  }

  @Test(
    "the day of a destruction is the true one, with its documents, and an old certificate is explained"
  )
  func disposals() throws {
    let statement = try purge()
    let later = VaultFixture.environment(now: VaultFixture.noon.adding(seconds: 4 * 86_400))
    try fixture.restoreBackup("backup.sqlite", as: "admin", later)
    let vault = try fixture.open(later)
    let record = try #require(try vault.person(try PersonCode("0801"))?.record)
    #expect(Set(record.purgedPurposes.map(\.date)) == [Self.day])
    let entry = try #require(try vault.entries().last { $0.content.action == "purged" })
    let items = PurgedItem.all(in: entry)
    #expect(items.count == statement.items.count)
    for (item, known) in zip(items, statement.items) {
      #expect(item.members["disposal"] == .string(known.disposal.isoText))
      #expect(item.members["destroyed_on"] == .string(Self.day.isoText))
      guard case .array(let documents)? = item.members["documents"] else {
        Issue.record("no documents")
        continue
      }
      #expect(documents.count == known.documents.count && !documents.isEmpty)
    }
    let log = try ExportedLog.bytes(of: vault)
    var verification = try LogVerification(trusting: vault.id, proving: .disposal(statement))
    let words: String
    do throws(AuditingError) {
      try verification.take(log.span)
      _ = try verification.finish()
      words = "verified"
    } catch {
      words = "\(error)"
    }
    #expect(words.contains("given up by the restore that entry"), "\(words)")
  }
}
