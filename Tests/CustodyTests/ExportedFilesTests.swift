import Foundation
import MyNumberKit
import Testing

@testable import Custody

@Suite("The register of files made with numbers", .serialized)
struct ExportedFilesTests {
  private let fixture: FilingFixture
  private let path: String

  init() throws {
    fixture = try FilingFixture()
    path = try fixture.export()[0].file.path
  }

  private func acting<R>(_ user: String = "keiko", _ body: (ExportedFiles) throws -> R) throws -> R
  {
    let session = try fixture.vault.signIn(user)
    defer { session.close() }
    return try body(ExportedFiles(session))
  }

  private func finding() throws -> MadeFile.Finding? {
    try acting { files in try files.look(at: try files.list()[0]) }
  }

  private func dispose(_ name: String? = nil, gone: Bool = false) throws -> ExportRecord.Disposal {
    try acting { try $0.dispose(name ?? path, isGone: gone) }
  }

  private func status(_ body: () throws -> Void) throws -> Int32 {
    do {
      try body()
      return 0
    } catch let error as CustodyError {
      return error.exitStatus
    }
  }

  private func content() throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path)))
  }

  @Test("has form, recipient, people, bytes, place, user and the day by which it goes; no digest")
  func listed() throws {
    let record = try #require(try fixture.register().first)
    #expect(record.forms == ["withholding-slip-municipality"])
    #expect(record.recipient != nil && record.article == "番号法19条2号")
    #expect(record.people == 3 && record.numbers == 3 && record.incomeYear == 2025)
    #expect(record.bytes == (try content()).count && record.state == .made)
    #expect(
      record.path == (try #require(PrivateFolder.resolved(fixture.slips))) + "/unified-2025.csv")
    #expect(record.due == VerifyingFixture.day("2027-01-21"))
    #expect(!record.isOverdue(on: VerifyingFixture.day("2027-01-21")))
    #expect(record.isOverdue(on: VerifyingFixture.day("2027-01-22")))
    let vault = try fixture.vault.open()
    let entry = try vault.entries().map(\.content).last { $0.action == "export" }
    #expect(
      entry?.detail.keys.sorted() == [
        "bytes", "due", "file", "folder", "id", "inode", "numbers", "people", "year",
      ])
    vault.store.close()
  }

  @Test("tells what stands in a file's place")
  func looking() throws {
    #expect(try finding() == .there)
    let aside = path + ".aside"
    try FileManager.default.moveItem(atPath: path, toPath: aside)
    #expect(try finding() == .missing)
    try FileManager.default.copyItem(atPath: aside, toPath: path)
    #expect(try finding() == .another)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: aside)
    #expect(try finding() == .link)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(try finding() == .another)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: aside, toPath: path)
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.truncate(atOffset: 10)
    try handle.close()
    #expect(try finding() == .resized(10))
    try FileManager.default.moveItem(atPath: fixture.slips, toPath: fixture.slips + "-moved")
    #expect(try finding() == .missing)
    try FileManager.default.createSymbolicLink(
      atPath: fixture.slips, withDestinationPath: fixture.slips + "-moved")
    #expect(try finding() == .link)
  }

  @Test("destroys a file: zeros in its place, its name gone, recorded")
  func disposed() throws {
    let count = try content().count
    let held = try FileHandle(forReadingFrom: URL(filePath: path))
    #expect(try dispose() == .overwritten)
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try held.readToEnd() == Data(count: count))
    try held.close()
    let record = try fixture.register()[0]
    #expect(record.state == .disposed(VerifyingFixture.day("2026-11-22"), .overwritten))
    #expect(!record.isOutstanding && !record.isOverdue(on: .last))
    #expect(try status { _ = try dispose() } == 64)
  }

  @Test("destroys nothing but the file that was made, and records the attempt")
  func replaced() throws {
    let other = fixture.vault.folder.file("other.csv")
    try Data("precious".utf8).write(to: URL(filePath: other))
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: other)
    #expect(try status { _ = try dispose() } == 76)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.linkItem(atPath: other, toPath: path)
    #expect(try status { _ = try dispose() } == 76)
    #expect(try Data(contentsOf: URL(filePath: other)) == Data("precious".utf8))
    let vault = try fixture.vault.open()
    let tried = try vault.entries().map(\.content).filter { $0.action == "export-dispose" }
    #expect(tried.map(\.outcome) == [.failed, .failed])
    #expect(tried.map(\.rule) == ["link", "another-file"])
    vault.store.close()
    #expect(try fixture.register()[0].state == .made)
    #expect(try dispose(gone: true) == .gone, "what stands there now is left alone")
    #expect(FileManager.default.fileExists(atPath: path))
  }

  /// What a run that was killed has recorded.
  private func beginDisposal() throws {
    let session = try fixture.vault.signIn("keiko")
    defer { session.close() }
    var content = session.entry("export-dispose")
    content.detail = ["id": .string(try ExportedFiles(session).list()[0].id)]
    try session.record([content])
  }

  @Test("finishes a disposal that was killed half-way through the bytes")
  func killedHalfWay() throws {
    try beginDisposal()
    #expect(try fixture.register()[0].state == .disposing)
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.write(contentsOf: Data(count: 100))
    try handle.close()
    #expect(try dispose() == .overwritten)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("finishes a disposal that was killed after the name was gone")
  func killedAtTheEnd() throws {
    try beginDisposal()
    try FileManager.default.removeItem(atPath: path)
    #expect(try dispose() == .resumed)
    guard case .disposed(_, .resumed) = try fixture.register()[0].state else {
      Issue.record("not recorded as resumed")
      return
    }
  }

  @Test("a file that is missing is recorded as gone only where that is said")
  func gone() throws {
    #expect(try status { _ = try dispose(gone: true) } == 64, "it is there")
    try FileManager.default.removeItem(atPath: path)
    #expect(try status { _ = try dispose() } == 66)
    #expect(try fixture.register()[0].isOutstanding)
    #expect(try dispose(gone: true) == .gone)
  }

  @Test("names a file by its path, or by the beginning of its id; of two at one path the one there")
  func naming() throws {
    let id = try fixture.register()[0].id
    #expect(try status { _ = try dispose(String(id.prefix(3))) } == 66)
    #expect(try status { _ = try dispose(fixture.slips + "/other.csv") } == 66)
    #expect(try dispose(String(id.prefix(8))) == .overwritten)
    try fixture.export()
    #expect(Set(try fixture.register().map(\.path)).count == 1)
    #expect(try dispose() == .overwritten)
    #expect(try fixture.register().allSatisfy { !$0.isOutstanding })
  }

  @Test("has the numbers under which an authority accepted a file")
  func accepted() throws {
    let number = try #require(AcceptanceNumber("20270125103045123456"))
    let day = VerifyingFixture.day("2026-11-22")
    _ = try acting { try $0.accept(path, under: number, on: day) }
    #expect(try fixture.register()[0].acceptances.map(\.number) == [number.text])
    #expect(try status { _ = try acting { try $0.accept(path, under: number, on: day) } } == 64)
    let other = try #require(AcceptanceNumber("R0-2027-01234567"))
    for wrong in ["2026-11-21", "2026-11-23"] {
      let status = try status {
        _ = try acting { try $0.accept(path, under: other, on: VerifyingFixture.day(wrong)) }
      }
      #expect(status == 64)
    }
    _ = try acting { try $0.accept(path, under: other, on: day) }
    #expect(try fixture.register()[0].acceptances.count == 2)
  }

  @Test("is open to the auditor, who destroys nothing; who purges may destroy a file")
  func roles() throws {
    #expect(try acting("audrey") { try $0.list() }.count == 1)
    #expect(try status { _ = try acting("audrey") { try $0.dispose(path) } } == 77)
    let number = try #require(AcceptanceNumber("R1"))
    let status = try status {
      _ = try acting("audrey") { files in
        try files.accept(path, under: number, on: VerifyingFixture.day("2026-11-22"))
      }
    }
    #expect(status == 77)
    #expect(try acting("admin") { try $0.dispose(path) } == .overwritten)
  }

  @Test("has a file that an interrupted run began under its name, overdue from the next day on")
  func begun() throws {
    let session = try fixture.vault.signIn("keiko")
    let register = ExportRegister(session)
    let folder = try #require(PrivateFolder.resolved(fixture.slips))
    try register.announce(
      "375dat01.txt", in: folder, id: try register.newID(),
      for: FormCopyID("withholding-slip-tax-office"))
    session.close()
    let record = try #require(try fixture.register().last)
    #expect(record.state == .begun && record.numbers == nil && record.bytes == nil)
    #expect(record.isOverdue(on: VerifyingFixture.day("2026-11-23")))
    try Data("rest".utf8).write(to: URL(filePath: record.path))
    #expect(try dispose(record.path) == .overwritten)
    #expect(!FileManager.default.fileExists(atPath: record.path))
  }

  @Test("has no file of a folder whose path could hold a number")
  func folderOfNumber() throws {
    let error = #expect(throws: ExportError.self) {
      try fixture.export(into: "123456789018")
    }
    guard case .custody(let failure)? = error else { return }
    #expect(failure.exitStatus == 65)
  }
}
