import Foundation
import Storage
import StorageSQLite
import Testing

@Suite("Records that are replaced by a copy")
struct ReplacementTests {
  private let vault: TemporaryVault
  private var copy: String { vault.root + "/copy" }

  /// A vault of two entries, and a copy of its records with one.
  init() throws {
    vault = try TemporaryVault()
    let store = try vault.create()
    try store.inBoth(1) {
      try store.addEntry(0)
      try store.setEnd(1)
    }
    try vault.copy(vault.records, to: copy)
    try store.inTransaction(.log) {
      try store.addEntry(1)
      try store.setEnd(2)
    }
    store.close()
  }

  private func begin() throws -> VaultReplacement {
    try VaultReplacement(folder: vault.folder, busyTimeout: 0.1)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: vault.folder).sorted()
  }

  @Test(
    "the copy is brought up to date with the keys and takes their place; the old ones stay aside")
  func replaced() throws {
    let old = try vault.contents(vault.records)
    let replacement = try begin()
    var count = 0
    try replacement.copy(from: copy) { count += $0.count }
    #expect(count == (try vault.contents(copy).count))
    let store = try replacement.opened()
    try store.inBoth(2) {
      try store.addEntry(1, "another")
      try store.setEnd(2)
    }
    store.close()
    #expect(try replacement.finish(settingAside: "aside"))
    #expect(try vault.contents(vault.folder + "/aside") == old)
    #expect(try names() == ["aside", "keys", "vault.sqlite"])
    let opened = try vault.open()
    #expect(try opened.entries(from: 1, limit: 9).map(\.bytes) == [Array("another".utf8)])
    #expect(try vault.permissions(of: vault.records) == 0o600)
  }

  @Test("dropped before the end, nothing is left of it, and the vault opens as before")
  func dropped() throws {
    do {
      let replacement = try begin()
      try replacement.copy(from: copy) { _ in }
      let store = try replacement.opened()
      try store.begin(.both(transactionID: bytes(3, 16)))
      try store.addEntry(1)
      store.close()
    }
    #expect(try names() == ["keys", "vault.sqlite"])
    #expect(try vault.open().head().size == 2)
  }

  @Test("what an interrupted one left is removed by the next")
  func leftOver() throws {
    try vault.write([1, 2, 3], to: vault.records + ".restoring")
    try vault.write([1, 2, 3], to: vault.records + ".restoring-journal")
    let replacement = try begin()
    #expect(try names() == ["keys", "vault.sqlite"])
    try replacement.copy(from: copy) { _ in }
    #expect(try replacement.opened().head().size == 1)
  }

  @Test("nobody writes to the old records meanwhile, nor afterwards who had them open")
  func exclusive() throws {
    let other = try vault.open()
    try other.begin(.log)
    expect(.busy) { _ = try begin() }
    other.rollback()
    let replacement = try begin()
    expect(.busy) { try other.begin(.log) }
    try replacement.copy(from: copy) { _ in }
    try replacement.opened().close()
    _ = try replacement.finish(settingAside: "aside")
    #expect(throws: StorageError.self) {
      try other.inTransaction(.log) { try other.addEntry(7) }
    }
    other.close()
    #expect(try vault.open().head().size == 1)
  }

  @Test("records that are missing need no name aside; a name that is taken is refused")
  func taken() throws {
    try vault.write([1], to: vault.folder + "/taken")
    do {
      let replacement = try begin()
      try replacement.copy(from: copy) { _ in }
      expect(.exists) { _ = try replacement.finish(settingAside: "taken") }
    }
    #expect(try vault.open().head().size == 2)
    try FileManager.default.removeItem(atPath: vault.records)
    let replacement = try begin()
    #expect(try replacement.standing() == nil)
    try replacement.copy(from: copy) { _ in }
    #expect(try !replacement.finish(settingAside: "aside"))
    #expect(try vault.open().head().size == 1)
  }

  @Test("the records that stand there are read under the lock, and rubbish is none")
  func standing() throws {
    let replacement = try begin()
    let standing = try #require(try replacement.standing())
    #expect(try standing.head().size == 2)
    standing.close()
    let other = try vault.open()
    expect(.busy) { try other.begin(.log) }
    try vault.write([UInt8](repeating: 7, count: 9000), to: vault.records)
    #expect(try replacement.standing() == nil)
    other.close()
  }

  @Test("one that is given up leaves the vault as it was, and others write to it again")
  func givenUp() throws {
    let replacement = try begin()
    try replacement.copy(from: copy) { _ in }
    try replacement.opened().close()
    replacement.giveUp()
    #expect(try names() == ["keys", "vault.sqlite"])
    let other = try vault.open()
    try other.inTransaction(.log) {
      try other.addEntry(2)
      try other.setEnd(3)
    }
    #expect(try replacement.standing()?.head().size == 3)
  }

  @Test("a copy that is missing, a folder or no vault's records is refused")
  func noCopy() throws {
    try vault.write([UInt8](repeating: 7, count: 9000), to: vault.root + "/rubbish")
    let replacement = try begin()
    for path in ["/nothing", "/acme.vault"] {
      #expect(throws: StorageError.self) { try replacement.copy(from: vault.root + path) { _ in } }
    }
    try replacement.copy(from: vault.root + "/rubbish") { _ in }
    #expect(throws: StorageError.self) { _ = try replacement.opened() }
  }

  @Test("keys that are missing or open to others are refused")
  func keys() throws {
    try vault.set(0o640, of: vault.keys)
    #expect(throws: StorageError.self) { _ = try begin() }
    try vault.set(0o600, of: vault.keys)
    try FileManager.default.removeItem(atPath: vault.keys)
    #expect(throws: StorageError.self) { _ = try begin() }
  }
}
