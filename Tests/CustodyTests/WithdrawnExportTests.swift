import Foundation
import MyNumberKit
import Testing

@testable import Custody

@Suite("A file whose name is taken while it is made", .serialized)
struct WithdrawnExportTests {
  private let fixture: FilingFixture

  init() throws { fixture = try FilingFixture() }

  private var path: String { fixture.slips + "/unified-2025.csv" }

  /// Exports while somebody else puts a file in the way, after the numbers were read.
  private func exportInTheWay(_ path: String? = nil) throws -> ExportError? {
    let keeper = ActingKeeper()
    let session = try fixture.vault.signIn("keiko", VaultFixture.environment(keeper: keeper))
    defer { session.close() }
    keeper.act = { try Data("mine".utf8).write(to: URL(filePath: self.path)) }
    let payroll = try PrivateRead(
      path ?? VaultFixture.repository + "/Samples/payroll-2025-unified.csv")
    let options = try FilingFixture.options()
    do throws(ExportError) {
      _ = try SlipExport(session, options: options).run(
        payroll: payroll.descriptor, into: fixture.slips)
    } catch {
      #expect(keeper.failure == nil)
      return error
    }
    return nil
  }

  private func person(_ code: String) throws -> PersonRecord {
    let session = try fixture.vault.signIn("keiko")
    defer { session.close() }
    return try #require(try session.vault.person(PersonCode(code))).record
  }

  @Test("it is taken out of the register again, with all that it filed, and what stood there stays")
  func withdrawn() throws {
    let before = try (person("0001").events, person("0001-1").events)
    guard case .filing(.text(.outputExists))? = try exportInTheWay() else {
      Issue.record("not told that the name is taken")
      return
    }
    #expect(try fixture.register().isEmpty)
    #expect(try person("0001").events == before.0 && person("0001-1").events == before.1)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    let vault = try fixture.vault.open()
    defer { vault.store.close() }
    let entries = try vault.entries().map(\.content)
    let registered = try #require(entries.last { $0.action == "export" })
    let withdrawn = try #require(entries.last { $0.action == "export-withdrawn" })
    #expect(registered.detail["id"] == withdrawn.detail["id"])
    let undone = entries.filter { $0.action == "event-undo" }
    #expect(undone.allSatisfy { $0.detail["export"] == registered.detail["id"] })
    #expect(undone.contains { $0.person == "0001" })
  }

  @Test("a slip that was not filed cannot be voided; one filed before still can")
  func voided() throws {
    _ = try exportInTheWay()
    #expect(throws: ExportError.self) {
      try fixture.export(fixture.rows("3"), into: "voided")
    }
    try FileManager.default.removeItem(atPath: path)
    try fixture.export()
    try FileManager.default.removeItem(atPath: path)
    _ = try exportInTheWay(fixture.rows("2"))
    #expect(try fixture.register().count == 1)
    #expect(try fixture.export(fixture.rows("3"), into: "voided").count == 1)
  }

  @Test("another than who made it cannot take it out, nor anybody once it is destroyed")
  func forged() throws {
    try fixture.export()
    let id = try #require(fixture.register().first).id
    let note = { (user: String) in
      let session = try self.fixture.vault.signIn(user)
      defer { session.close() }
      var content = session.entry("export-withdrawn")
      content.detail = ["id": .string(id)]
      try session.record([content])
    }
    try note("hanako")
    #expect(try fixture.register().count == 1)
    let session = try fixture.vault.signIn("keiko")
    _ = try ExportedFiles(session).dispose(id)
    session.close()
    try note("keiko")
    #expect(try fixture.register().count == 1)
    #expect(try fixture.register().first?.isOutstanding == false)
  }
}
