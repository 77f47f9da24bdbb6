import Foundation
import MyNumberKit
import Testing

@Suite("Copies of the vault's files", .serialized)
struct BackupTests {
  private let fixture: VaultFixture

  init() throws { fixture = try SampleVault.copy() }

  private func acting<R>(_ user: String = "admin", _ body: (Session) throws -> R) throws -> R {
    let session = try fixture.signIn(user)
    defer { session.close() }
    return try body(session)
  }

  private func copy(_ name: String = "copy.sqlite") throws -> BackupManifest {
    try acting { try Backup($0).copyRecords(to: fixture.folder.file(name)) }
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path)))
  }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test("the copy is the file as it was last committed, and its signed manifest says so")
  func records() throws {
    let before = try bytes(fixture.file("vault.sqlite"))
    // The sign-in is committed before the copy.
    let manifest = try copy()
    let path = fixture.folder.file("copy.sqlite")
    let copied = try bytes(path)
    #expect(copied != before && manifest.byteCount == copied.count)
    #expect(manifest.digest == (try SHA256.hash(copied.span)))
    #expect(try mode(path) == 0o600 && mode(path + ".manifest") == 0o600)
    let read = try BackupManifest(parsing: try bytes(path + ".manifest"))
    let vault = try fixture.open()
    #expect(read == manifest && read.vault == vault.id && read.issuer == "u0")
    #expect(try read.isSigned(by: vault.authority))
    // The entry of the copy follows what is in it.
    let entry = try #require(try vault.entries().last { $0.content.action == "backup" })
    #expect(entry.index == manifest.logSize)
    #expect(
      entry.content.detail.keys.sorted() == ["bytes", "file", "folder", "id", "inode", "size"])
  }

  @Test("a manifest of which one byte is another does not verify")
  func edited() throws {
    _ = try copy()
    let vault = try fixture.open()
    let manifest = try bytes(fixture.folder.file("copy.sqlite.manifest"))
    for place in manifest.indices {
      var edited = manifest
      edited[place] ^= 1
      let read = try? BackupManifest(parsing: edited)
      let isSigned = try read.map { try $0.isSigned(by: vault.authority) } ?? false
      #expect(!isSigned, "byte \(place)")
    }
  }

  @Test("nobody but the administrator copies, and nothing is left of what was refused")
  func whoMay() throws {
    for user in ["hanako", "keiko", "audrey"] {
      let records = try ExitStatus { _ = try acting(user) { try copy($0, keys: false) } }
      let keys = try ExitStatus { _ = try acting(user) { try copy($0, keys: true) } }
      #expect(records.status == 77 && keys.status == 77, "\(user)")
    }
    #expect(!fixture.holds("c") && !fixture.holds("c.manifest"))
    let refused = try fixture.open().entries().map(\.content).filter { $0.action == "backup" }
    #expect(refused.count == 6 && refused.allSatisfy { $0.outcome == .refused })
  }

  private func copy(_ session: Session, keys: Bool) throws {
    let path = fixture.folder.file("c")
    if keys {
      _ = try Backup(session).copyKeys(to: path)
    } else {
      _ = try Backup(session).copyRecords(to: path)
    }
  }

  @Test("a name that is taken, a folder that is not there and a path with a number make no copy")
  func noPlace() throws {
    _ = try fixture.folder.write("x", as: "taken")
    _ = try fixture.folder.write("x", as: "half.manifest")
    for (name, status) in [
      ("taken", 73), ("half", 73), ("nowhere/c", 73), ("c-9656-8945-5668", 65),
    ] {
      let result = try ExitStatus { _ = try copy(name) }
      #expect(result.status == Int32(status), "\(name): \(result)")
    }
    #expect(!fixture.holds("half") && !fixture.holds("c-9656-8945-5668"))
    #expect(try acting { try BackupRegister($0).list() }.isEmpty)
  }

  @Test("a copy of the keys stands in the register with its day until it is destroyed")
  func keys() throws {
    let path = fixture.folder.file("keys-copy")
    let day = try #require(CalendarDate(year: 2027, month: 1, day: 31))
    let before = try bytes(fixture.file("keys.sqlite"))
    let made = try acting { try Backup($0).copyKeys(to: path, disposeBy: day) }
    #expect(try bytes(path) == before && mode(path) == 0o600 && made.due == day)
    let vault = try fixture.open()
    let standing = try OutstandingKeyBackups(vault)
    let copy = try #require(standing.copies.first)
    #expect(standing.copies.count == 1 && copy.id == made.id && copy.due == day)
    #expect(copy.path.hasSuffix("/keys-copy") && copy.kind == .keys)
    #expect(
      standing.overdue(on: day).isEmpty && standing.overdue(on: day.adding(days: 1)) == [copy])
    #expect(standing.copies(before: copy.logSize - 1).isEmpty)
    #expect(standing.copies(before: copy.logSize) == [copy])
    vault.store.close()
    #expect(
      try acting { try BackupRegister($0).dispose(String(made.id.prefix(8))) } == .overwritten)
    #expect(!fixture.holds("keys-copy"))
    #expect(try OutstandingKeyBackups(try fixture.open()).copies.isEmpty)
  }

  @Test("a copy of the records is no copy of the keys")
  func recordsAreNoKeys() throws {
    _ = try copy()
    #expect(try OutstandingKeyBackups(try fixture.open()).copies.isEmpty)
  }

  @Test("without a day a copy of the keys goes in 90 days; a day that has passed is refused")
  func days() throws {
    let made = try acting { try Backup($0).copyKeys(to: fixture.folder.file("k")) }
    #expect(made.due == VaultFixture.noon.japanDate.adding(days: 90))
    let yesterday = VaultFixture.noon.japanDate.adding(days: -1)
    let result = try ExitStatus {
      _ = try acting { try Backup($0).copyKeys(to: fixture.folder.file("l"), disposeBy: yesterday) }
    }
    #expect(result.status == 64 && !fixture.holds("l"), "\(result)")
  }

  @Test(
    "another file in the place of a copy is left alone, and one that was moved is only recorded")
  func moved() throws {
    let made = try acting { try Backup($0).copyKeys(to: fixture.folder.file("k")) }
    let path = fixture.folder.file("k")
    let aside = fixture.folder.file("stick")
    try FileManager.default.moveItem(atPath: path, toPath: aside)
    let missing = try ExitStatus { _ = try acting { try BackupRegister($0).dispose(made.id) } }
    #expect(missing.status == 66, "\(missing)")
    _ = try fixture.folder.write("something else", as: "k")
    let other = try ExitStatus { _ = try acting { try BackupRegister($0).dispose(made.id) } }
    #expect(other.status == 76 && fixture.holds("k"), "\(other)")
    #expect(try OutstandingKeyBackups(try fixture.open()).copies.count == 1)
    try FileManager.default.removeItem(atPath: path)
    #expect(try acting { try BackupRegister($0).dispose(made.id, isGone: true) } == .gone)
    let again = try ExitStatus {
      _ = try acting { try BackupRegister($0).dispose(made.id, isGone: true) }
    }
    #expect(again.status == 64 && fixture.holds("stick"), "\(again)")
  }

  @Test("whoever may not back up destroys no copy, and the auditor sees the register")
  func register() throws {
    let made = try acting { try Backup($0).copyKeys(to: fixture.folder.file("k")) }
    #expect(try acting("audrey") { try BackupRegister($0).list() }.map(\.id) == [made.id])
    for user in ["audrey", "keiko"] {
      let result = try ExitStatus {
        _ = try acting(user) { try BackupRegister($0).dispose(made.id) }
      }
      #expect(result.status == 77, "\(user)")
    }
    let listed = try ExitStatus { _ = try acting("keiko") { try BackupRegister($0).list() } }
    #expect(listed.status == 77 && fixture.holds("k"))
  }
}
