import Foundation
import Testing

@testable import StorageSQLite

@Suite("The page about the format and the files agree")
struct FormatPageTests {
  private static func page() throws -> String {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(
      contentsOf: root.appending(path: "Sources/MyNumberKit/MyNumberKit.docc/Format.md"),
      encoding: .utf8)
  }

  /// The statements of the page's SQL blocks: those of vault.sqlite, then those of keys.sqlite.
  private static func statements() throws -> [[String]] {
    let blocks = try page().components(separatedBy: "```sql\n").dropFirst()
    return blocks.map { block in
      let lines = block.components(separatedBy: "```")[0].replacing("\n  ", with: " ")
      return lines.split(separator: "\n").map(String.init)
    }
  }

  @Test("each statement stands in its file to the letter, and no other", arguments: [0, 1])
  func statements(of file: Int) throws {
    let vault = try TemporaryVault()
    let store = try vault.create()
    defer { store.close() }
    let found = try store.connection.texts(
      "SELECT sql FROM \(["main", "k"][file]).sqlite_master WHERE sql IS NOT NULL",
      doing: "looking")
    let pages = try Self.statements()
    try #require(pages.count == 2)
    let counters = "CREATE TABLE sqlite_sequence(name,seq)"
    #expect(found.sorted() == (pages[file] + [counters]).sorted())
  }

  @Test("each table of the statements has a section of its own")
  func sections() throws {
    let text = try Self.page()
    for statement in try Self.statements().joined() where statement.hasPrefix("CREATE TABLE ") {
      let name = statement.dropFirst(13).prefix { $0 != "(" }
      #expect(text.contains("\n### \(name)\n"))
    }
  }
}
