import Storage
import Testing

@testable import StorageSQLite

@Suite("The SQLite driver")
struct SQLiteVaultStoreTests {
  @Test("keeps every promise of the port", arguments: StoreConformance.all)
  func conformance(_ promise: StoreConformance) throws {
    let vault = try TemporaryVault()
    let store = try vault.create()
    try promise.check(store)
    store.close()
  }

  @Test("finds after opening what was committed before closing")
  func reopening() throws {
    let vault = try TemporaryVault()
    let store = try vault.create()
    try store.inBoth(4) {
      try store.addEntry(0)
      try store.addWrap(1)
      try store.setEnd(1, [9])
    }
    try store.begin(.log)
    try store.addEntry(1)
    store.close()

    let again = try vault.open()
    #expect(try again.head() == LogHead(size: 1, frontier: [9], transactionID: bytes(4, 16)))
    #expect(try again.entries(from: 0, limit: 9).count == 1)
    #expect(try again.wraps(person: 1, object: .number, version: 1).count == 1)
  }

  @Test("refuses every call after closing")
  func closed() throws {
    let vault = try TemporaryVault()
    let store = try vault.create()
    _ = try store.head()
    store.close()
    store.close()
    #expect(throws: StorageError.self) { try store.head() }
    #expect(throws: StorageError.self) { try store.begin(.log) }
    #expect(throws: StorageError.self) { try store.users() }
  }

  @Test("copies both files so that the copies open together")
  func copying() throws {
    let vault = try TemporaryVault()
    let other = try TemporaryVault()
    let store = try vault.create()
    try store.inBoth(7) {
      for person in Int64(1)...2_000 { try store.addWrap(person) }
      try store.addEntry(0)
    }
    try other.create().close()
    try store.begin(.reading)
    try other.write(store.contents(of: .records), to: other.records)
    try other.write(store.contents(of: .keys), to: other.keys)
    store.rollback()

    let copy = try other.open()
    #expect(try copy.head().transactionID == bytes(7, 16))
    let wraps = try (Int64(1)...2_000).count {
      try copy.wrap(person: $0, object: .number, version: 1, key: 1) != nil
    }
    #expect(wraps == 2_000)
  }

  @Test(
    "stops at more rows than any vault has, instead of reading them all",
    arguments: [10_000, 10_001])
  func flooded(count: Int) throws {
    let vault = try TemporaryVault()
    let store = try vault.create()
    defer { store.close() }
    let rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count))"
    try store.connection.execute(
      """
      \(rows) INSERT INTO k.users(name, sealed) SELECT 'u' || i, x'00' FROM n;
      \(rows) INSERT INTO k.grants(user, key, generation, encapsulated, sealed)
        SELECT 'u' || i, 'tax', 1, zeroblob(32), zeroblob(48) FROM n;
      \(rows) INSERT INTO k.wraps(person, object, version, key, lockbox, declaration, sealed)
        SELECT 1, 1, 1, i, 1, zeroblob(16), zeroblob(60) FROM n;
      """, doing: "flooding")
    if count == 10_000 {
      #expect(try store.users().count == count)
      #expect(try store.grants(ofUser: nil).count == count)
      #expect(try store.wraps(person: 1, object: .number, version: 1).count == count)
    } else {
      let full = StorageError(.corrupt, file: .keys, doing: "")
      #expect(throws: full) { try store.users() }
      #expect(throws: full) { try store.grants(ofUser: nil) }
      #expect(throws: full) { try store.wraps(person: 1, object: .number, version: 1) }
      #expect(try store.grants(ofUser: "u7").count == 1)
    }
  }

  @Test("removes a vault that was never used, and no other")
  func discarding() throws {
    let vault = try TemporaryVault()
    try vault.create().discardIfEmpty()
    #expect(!vault.exists(vault.folder))

    let store = try vault.create()
    try store.inTransaction(.log) { try store.setEnd(1) }
    try store.discardIfEmpty()
    #expect(vault.exists(vault.records) && vault.exists(vault.keys))
  }

  @Test("says what failed and never what was stored")
  func descriptions() {
    let error = StorageError(.busy, file: .keys, doing: "committing")
    #expect("\(error)" == "committing (keys): another process is using the vault")
    let codes: [StorageError.Code] = [
      .busy, .missing, .exists, .wrongFormat(found: 2), .filesDoNotBelongTogether,
      .staleJournal(path: "/v"), .permissionsTooWide(path: "/v"), .notRegularFile(path: "/v"),
      .corrupt, .diskFull, .constraint, .wrongTransaction, .failed(10),
    ]
    #expect(Set(codes.map { "\(StorageError($0, doing: "x"))" }).count == codes.count)
  }
}
