import Foundation
import MyNumberKit
import Testing

@Suite("The file from which numbers were imported")
struct SourceShreddingTests {
  private let fixture: VaultFixture
  private var path: String { fixture.folder.file("people.csv") }

  init() throws {
    fixture = try VaultFixture()
    _ = try fixture.folder.write(KeyPossessionTests.file, as: "people.csv")
  }

  /// Imports the file, unless it was, and destroys it; `between` happens after the import.
  private func run(
    after imported: ImportSummary? = nil, between: () throws -> Void = {}
  ) throws {
    let session = try fixture.signIn("hanako")
    defer { session.close() }
    let shredding = try SourceShredding(session, try source())
    let summary = try imported ?? session.importFile(path)
    try between()
    try shredding.run(after: summary)
  }

  private func source() throws -> SourceFile {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? file.close() }
    return try SourceFile(file.fileDescriptor, at: path)
  }

  private func entries() throws -> [EntryContent] {
    let vault = try fixture.open()
    defer { vault.store.close() }
    return try vault.entries().map(\.content).filter { $0.action.hasPrefix("source-") }
  }

  @Test("is overwritten and gone, under its other names too, and the log says so without a digest")
  func destroyed() throws {
    let other = fixture.folder.file("other-name")
    try FileManager.default.linkItem(atPath: path, toPath: other)
    let count = try #require(try source().file.count)
    #expect(try source().names == 2)
    try run()
    #expect(!fixture.holds("people.csv"))
    #expect(
      [UInt8](try Data(contentsOf: URL(filePath: other))) == Array(repeating: 0, count: count))
    let noted = try entries()
    #expect(noted.map(\.action) == ["source-shred", "source-shredded"])
    #expect(
      noted[0].detail.keys.sorted() == ["bytes", "file", "folder", "id", "medium"])
    #expect(noted[0].detail["bytes"] == .integer(count))
    #expect(noted[1].detail["method"] == .string("overwritten"))
    #expect(noted[0].detail["id"] == noted[1].detail["id"])
  }

  @Test("stays if it has a column that was not read, which may be the only place of numbers")
  func unknownColumn() throws {
    let session = try fixture.signIn("hanako")
    var summary = try session.importFile(path)
    session.close()
    summary.unknownColumns = ["My No."]
    let result = try ExitStatus { try run(after: summary) }
    #expect(result.status == 64, "\(result)")
    #expect(try fixture.holds("people.csv") && entries().isEmpty)
    summary.unknownColumns = []
    try run(after: summary)
    #expect(!fixture.holds("people.csv"))
  }

  @Test("is left alone if another took its place, or it has grown, and the log has that")
  func another() throws {
    let moved = fixture.folder.file("moved")
    let changes: [() throws -> Void] = [
      {
        try FileManager.default.moveItem(atPath: path, toPath: moved)
        _ = try fixture.folder.write("another", as: "people.csv")
      },
      {
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data([0x0A]))
        try file.close()
      },
    ]
    let session = try fixture.signIn("hanako")
    let summary = try session.importFile(path)
    session.close()
    for (place, change) in changes.enumerated() {
      let result = try ExitStatus { try run(after: summary, between: change) }
      #expect(result.status == 76, "\(result)")
      #expect(fixture.holds("people.csv"))
      let last = try #require(try entries().last)
      #expect(last.outcome == .failed && last.rule == ["another-file", "other-size"][place])
      try? FileManager.default.removeItem(atPath: path)
      try? FileManager.default.moveItem(atPath: moved, toPath: path)
    }
  }

  @Test("stays when the vault held a number of it already, which it did not take again")
  func notTaken() throws {
    let before = try Data(contentsOf: URL(filePath: path))
    let session = try fixture.signIn("hanako")
    defer { session.close() }
    try session.importFile(path)
    let shredding = try SourceShredding(session, try source())
    let again = try session.importFile(path)
    #expect(again.alreadyHeld > 0)
    let result = try ExitStatus { try shredding.run(after: again) }
    #expect(result.status == 64, "\(result)")
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(try entries().isEmpty)
  }

  @Test("that is gone already is not recorded as destroyed")
  func gone() throws {
    let path = path
    let result = try ExitStatus { try run { try FileManager.default.removeItem(atPath: path) } }
    #expect(result.status == 66, "\(result)")
    #expect(try entries().isEmpty)
  }

  @Test("stays when its path may not stand in the log, before anything is imported")
  func numberInPath() throws {
    let session = try fixture.signIn("hanako")
    let odd = try fixture.folder.write("x", as: "people-9656-8945-5668.csv")
    let file = try FileHandle(forReadingFrom: URL(filePath: odd))
    let source = try SourceFile(file.fileDescriptor, at: odd)
    let result = try ExitStatus { _ = try SourceShredding(session, source) }
    #expect(result.status == 65 && !result.description.contains("5668"), "\(result)")
    #expect(fixture.holds("people-9656-8945-5668.csv"))
  }
}
