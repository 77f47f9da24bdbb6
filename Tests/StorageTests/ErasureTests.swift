import Storage
import Testing

@testable import StorageSQLite

@Suite("Erasing in place")
struct ErasureTests {
  /// Sealed bytes that no other row has: a marker and the number of the row.
  private func planted(_ index: Int, _ count: Int) -> [UInt8] {
    var row = Array("planted\u{1}".utf8) + withNumber(index)
    while row.count < count { row.append(UInt8(truncatingIfNeeded: row.count &* 31 &+ index)) }
    return row
  }

  private func withNumber(_ index: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: index >> 8), UInt8(truncatingIfNeeded: index)]
  }

  /// Which planted rows' numbers stand in the bytes.
  private func found(_ bytes: [UInt8]) -> Set<Int> {
    let marker = Array("planted\u{1}".utf8)
    var found: Set<Int> = []
    for start in bytes.indices.dropLast(10) where bytes[start] == marker[0] {
      guard bytes[start..<(start + 8)].elementsEqual(marker) else { continue }
      found.insert(Int(bytes[start + 8]) << 8 | Int(bytes[start + 9]))
    }
    return found
  }

  @Test("leaves no byte of 5,000 wraps in either file, and all of those that stay")
  func wraps() throws {
    let vault = try TemporaryVault()
    let store = try vault.create()
    // Many transactions in mixed order, so that pages of the tables and indexes split.
    for batch in 0..<10 {
      try store.inBoth(UInt8(batch)) {
        for row in 0..<500 {
          let index = row * 10 + batch
          try store.addWrap(Int64(index * 7919 % 5_003), sealed: planted(index, 60))
          try store.addEntry(index)
        }
      }
    }
    #expect(try found(vault.contents(vault.keys)).count == 5_000)
    let kept = Set((0..<5_000).filter { $0 % 100 == 0 })
    try store.inBoth(20) { () throws in
      for id in Int64(1)...5_000 {
        let index = (Int(id) - 1) % 500 * 10 + (Int(id) - 1) / 500
        if kept.contains(index) { continue }
        let person = Int64(index * 7919 % 5_003)
        #expect(
          try store.eraseWraps(person: person, object: .number, version: 1, key: nil) == [id])
      }
    }
    store.close()
    #expect(try found(vault.contents(vault.keys)) == kept)
    #expect(try found(vault.contents(vault.records)).isEmpty)
    #expect(!vault.exists(vault.keys + "-journal"))
  }

  @Test("reaches the bytes of rows that somebody marked erased and left as they were")
  func markedOnly() throws {
    let vault = try TemporaryVault()
    let store = try vault.create()
    try store.inBoth {
      try store.addNumber(1, sealed: planted(1, 40))
      try store.addWrap(1, sealed: planted(2, 60))
    }
    try store.connection.execute(
      "UPDATE main.numbers SET erased = 1; UPDATE k.wraps SET erased = 1", doing: "planting")
    #expect(try found(vault.contents(vault.records) + vault.contents(vault.keys)) == [1, 2])
    func erase() throws -> (number: Bool, wraps: [Int64]) {
      (
        try store.eraseNumber(person: 1, version: 1),
        try store.eraseWraps(person: 1, object: .number, version: 1, key: nil)
      )
    }
    try store.inBoth(2) { () throws in
      #expect(try erase() == (true, [1]))
      #expect(try erase() == (false, []))
    }
    store.close()
    #expect(try found(vault.contents(vault.records) + vault.contents(vault.keys)).isEmpty)
  }

  @Test("leaves no byte of numbers, grants and users' keys")
  func others() throws {
    let vault = try TemporaryVault()
    let store = try vault.create()
    try store.inBoth {
      for index in 0..<1_000 {
        try store.addNumber(Int64(index), sealed: planted(index, 40))
        try store.addGrant("u\(index)", "roster", sealed: planted(1_000 + index, 48))
        try store.setUser("u\(index)", planted(2_000 + index, 100 + index % 50))
      }
    }
    #expect(try found(vault.contents(vault.keys)).count == 2_000)
    #expect(try found(vault.contents(vault.records)).count == 1_000)
    try store.inBoth(2) {
      for index in 0..<1_000 {
        #expect(try store.eraseNumber(person: Int64(index), version: 1) == true)
        try store.setUser("u\(index)", bytes(0xEE, 80))
      }
      #expect(try store.eraseGrants(user: nil, key: "roster", generation: nil) == 1_000)
    }
    store.close()
    #expect(try found(vault.contents(vault.keys)).isEmpty)
    #expect(try found(vault.contents(vault.records)).isEmpty)
  }
}
