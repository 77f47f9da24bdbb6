import Testing

@Suite("Fences between rooms")
struct FenceTests {
  @Test("a room imports only what its fence allows", arguments: Fence.all.map(\.room))
  func imports(room: String) throws {
    let fence = try #require(Fence.of(room))
    for file in Repository.sources where file.room == room {
      let strays = file.imports.subtracting(fence.mayImport).sorted()
      #expect(strays.isEmpty, "\(file.path) imports \(strays.joined(separator: ", "))")
    }
  }

  @Test("every room has a fence, and every fence a room")
  func complete() throws {
    #expect(try Repository.folders(in: "Sources") == Fence.all.map(\.room).sorted())
  }

  @Test("the table reads from top to bottom: no room imports one below it")
  func order() {
    let rooms = Fence.all.map(\.room)
    for (place, fence) in Fence.all.enumerated() {
      let below = Set(rooms[place...]).intersection(fence.mayImport)
      #expect(below.isEmpty, "\(fence.room) may import \(below.sorted())")
    }
  }

  @Test(
    "a library has one door",
    arguments: [
      ("COpenSSL", ["Secrets"]), ("CPangoCairo", ["Typesetting"]), ("CQPDF", ["Typesetting"]),
      ("GRDB", ["StorageSQLite"]),
      ("GRDBSQLite", ["StorageSQLite"]),
      ("ArgumentParser", ["mynumber"]),
      ("Yams", ["Filings", "Rules"]),
    ])
  func doors(library: String, rooms: [String]) {
    let importers = Set(Repository.sources.filter { $0.imports.contains(library) }.map(\.room))
    #expect(importers.subtracting(rooms).isEmpty, "\(library) is imported by \(importers.sorted())")
  }

  @Test("the README's map says the same", arguments: Fence.all.map(\.room))
  func map(room: String) throws {
    let fence = try #require(Fence.of(room))
    let lines = try Repository.text("README.md").split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix("| [\(room)](Sources/\(room)) | ") })
    let cells = line.split(separator: "|").map { $0.trimmed }
    let imports = fence.mayImport.isEmpty ? "nothing" : fence.mayImport.joined(separator: ", ")
    #expect(cells.last == imports)
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
