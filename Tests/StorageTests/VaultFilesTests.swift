import Foundation
import Storage
import StorageSQLite
import Testing

@Suite("The files of a vault")
struct VaultFilesTests {
  @Test("are the owner's alone, and backups are told to skip the keys")
  func permissions() throws {
    let vault = try TemporaryVault()
    let store = try vault.create()
    try store.begin(.both(transactionID: bytes(1, 16)))
    for path in [vault.records, vault.keys, vault.records + "-journal", vault.keys + "-journal"] {
      #expect(try vault.permissions(of: path) == 0o600)
    }
    store.rollback()
    #expect(try vault.permissions(of: vault.folder) == 0o700)
    #expect(try vault.permissions(of: vault.folder + "/keys") == 0o700)
    let tag = String(
      decoding: try vault.contents(vault.folder + "/keys/CACHEDIR.TAG"), as: UTF8.self)
    #expect(tag.hasPrefix("Signature: 8a477f597d28d172789f06886806bc55\n"))
  }

  @Test("may have their keys in another folder, whatever its name")
  func keysElsewhere() throws {
    let vault = try TemporaryVault()
    let keys = vault.root + "/鍵 100%?&#"
    try SQLiteVaultStore.create(folder: vault.folder, keysFolder: keys).close()
    #expect(vault.exists(keys + "/keys.sqlite"))
    #expect(!vault.exists(vault.folder + "/keys"))
    try SQLiteVaultStore.open(folder: vault.folder, keysFolder: keys).close()
    expect(.missing) { try vault.open().close() }
  }

  @Test("are not made where something is already, and nothing half-made is left")
  func existing() throws {
    let vault = try TemporaryVault()
    try vault.create().close()
    expect(.exists) { _ = try vault.create() }
    let other = vault.root + "/other.vault"
    expect(.exists) {
      _ = try SQLiteVaultStore.create(folder: other, keysFolder: vault.folder + "/keys")
    }
    #expect(!vault.exists(other))
    try vault.open().close()
    expect(.missing) { _ = try SQLiteVaultStore.create(folder: vault.root + "/no/such/vault") }
  }

  @Test("are never made by opening", arguments: ["vault.sqlite", "keys/keys.sqlite", "keys", ""])
  func missing(_ name: String) throws {
    let vault = try TemporaryVault()
    try vault.create().close()
    let path = vault.folder + "/" + name
    try vault.move(name.isEmpty ? vault.folder : path, to: vault.root + "/elsewhere")
    expect(.missing) { _ = try vault.open() }
    #expect(!vault.exists(path))
  }

  @Test(
    "are refused when others may read them",
    arguments: ["", "/keys", "/vault.sqlite", "/keys/keys.sqlite"], [0o040, 0o004, 0o020])
  func wide(_ name: String, _ more: Int) throws {
    let vault = try TemporaryVault()
    try vault.create().close()
    let path = vault.folder + name
    let narrow = try #require(try vault.permissions(of: path))
    try vault.set(narrow | more, of: path)
    expect(.permissionsTooWide(path: path)) { _ = try vault.open() }
    try vault.set(narrow, of: path)
    try vault.open().close()
  }

  @Test(
    "are not followed through symbolic links",
    arguments: ["", "/keys", "/vault.sqlite", "/keys/keys.sqlite"])
  func links(_ name: String) throws {
    let vault = try TemporaryVault()
    try vault.create().close()
    let path = vault.folder + name
    try vault.move(path, to: vault.root + "/target")
    try vault.link(path, to: vault.root + "/target")
    expect(.notRegularFile(path: path)) { _ = try vault.open() }
  }

  @Test("are refused when a journal is a link or open to others")
  func hostileJournal() throws {
    let vault = try TemporaryVault()
    try vault.create().close()
    let journal = vault.keys + "-journal"
    try vault.link(journal, to: "/dev/null")
    expect(.notRegularFile(path: journal)) { _ = try vault.open() }
    try FileManager.default.removeItem(atPath: journal)
    try vault.write([1], to: journal, permissions: 0o644)
    expect(.permissionsTooWide(path: journal)) { _ = try vault.open() }
  }

  @Test("must be of one vault and one time")
  func pairing() throws {
    let vault = try TemporaryVault()
    let store = try vault.create()
    try vault.copy(vault.keys, to: vault.root + "/old.sqlite")
    try store.inBoth(3) {}
    store.close()
    try FileManager.default.removeItem(atPath: vault.keys)
    try vault.move(vault.root + "/old.sqlite", to: vault.keys)
    expect(.filesDoNotBelongTogether) { _ = try vault.open() }

    let joined = try SQLiteVaultStore.open(folder: vault.folder, requiringPair: false)
    try joined.inBoth(4) {}
    joined.close()
    try vault.open().close()
  }

  @Test(
    "are refused when they are something else", arguments: ["vault.sqlite", "keys/keys.sqlite"])
  func otherFormats(_ name: String) throws {
    let vault = try TemporaryVault()
    try vault.create().close()
    let path = vault.folder + "/" + name
    let good = try vault.contents(path)

    try vault.write([], to: path)
    expect(.wrongFormat(found: 0)) { _ = try vault.open() }
    try vault.write(Array(repeating: 0x41, count: 9_000), to: path)
    expect(.wrongFormat(found: 0)) { _ = try vault.open() }
    var newer = good
    newer[63] = 2  // user_version, big-endian at 60
    try vault.write(newer, to: path)
    expect(.wrongFormat(found: 2)) { _ = try vault.open() }
    var foreign = good
    foreign[68] = 0x7A  // application_id, big-endian at 68
    try vault.write(foreign, to: path)
    expect(.wrongFormat(found: 0x7A59_4E31)) { _ = try vault.open() }
    try vault.write(good, to: path)
    try vault.open().close()
  }

  @Test("are refused when a table's definition was changed")
  func otherTables() throws {
    let vault = try TemporaryVault()
    try vault.create().close()
    var bytes = try vault.contents(vault.keys)
    let word = Array("CHECK(length(sealed) = 60)".utf8)
    let place = try #require(bytes.firstRange(of: word))
    bytes.replaceSubrange(place, with: Array("CHECK(length(sealed) > 60)".utf8))
    try vault.write(bytes, to: vault.keys)
    expect(.corrupt) { _ = try vault.open() }
  }
}
