import Storage
import Testing

@testable import StorageSQLite

@Suite("A vault whose making was interrupted")
struct UnfinishedTests {
  private let vault: TemporaryVault

  init() throws { vault = try TemporaryVault() }

  private func isUnfinished() throws(StorageError) -> Bool {
    try SQLiteVaultStore.isUnfinished(folder: vault.folder)
  }

  private func discard() throws(StorageError) -> Bool {
    try SQLiteVaultStore.discardUnfinished(folder: vault.folder)
  }

  @Test("is known by its empty tables, and can be made anew in its place")
  func tables() throws {
    try vault.create().close()
    #expect(try isUnfinished())
    #expect(vault.exists(vault.records), "looking removes nothing")
    #expect(try discard())
    #expect(!vault.exists(vault.folder))
    try vault.create().close()
    try vault.open().close()
  }

  @Test("is known before it has tables", arguments: [true, false])
  func blank(hasKeys: Bool) throws {
    try vault.create().close()
    try vault.write([], to: vault.records)
    if !hasKeys { try vault.write([], to: vault.keys) }
    // Of two files made in one transaction, none has tables or both.
    #expect(try isUnfinished() == !hasKeys)
    #expect(try discard() == !hasKeys)
    #expect(vault.exists(vault.folder) == hasKeys)
  }

  @Test(
    "is none as soon as anything is in it, and nothing is removed then",
    arguments: ["entry", "user", "checkpoint", "head"])
  func used(what: String) throws {
    let store = try vault.create()
    try store.inBoth {
      switch what {
      case "entry": try store.addEntry(0)
      case "user": try store.setUser("u0", [1])
      case "checkpoint": try store.setKeysText("x")
      default: try store.setEnd(1)
      }
    }
    store.close()
    #expect(try !isUnfinished())
    #expect(try !discard())
    try vault.open().close()
  }

  @Test("is left alone while another process is making it")
  func making() throws {
    let store = try vault.create()
    try store.begin(.both(transactionID: bytes(1, 16)))
    expect(.busy) { _ = try discard() }
    try store.addEntry(0)
    try store.commit()
    store.close()
    #expect(try !discard())
  }

  @Test("is not taken for one where there is no vault, or another's file")
  func others() throws {
    #expect(try !isUnfinished())
    try vault.create().close()
    try vault.write(Array("something else".utf8), to: vault.records)
    #expect(try !discard())
    #expect(vault.exists(vault.records))
  }
}
