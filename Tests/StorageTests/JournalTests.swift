import Storage
import StorageSQLite
import Testing

@Suite("A journal left by a crash")
struct JournalTests {
  /// The end of a journal that names a super-journal; SQLite's checksum is the sum of the bytes.
  private func journal(naming name: String) -> [UInt8] {
    let name = Array(name.utf8)
    let sum = name.reduce(UInt32(0)) { $0 &+ UInt32(bitPattern: Int32(Int8(bitPattern: $1))) }
    func bigEndian(_ value: UInt32) -> [UInt8] {
      (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
    }
    return bytes(0, 512) + bigEndian(262_145) + name + bigEndian(UInt32(name.count))
      + bigEndian(sum) + [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
  }

  @Test(
    "is refused when it names a super-journal outside today's folder",
    arguments: [
      "/elsewhere/acme.vault/vault.sqlite-mj0123456789", "vault.sqlite-mj0123456789", "/", "x",
    ])
  func outside(_ name: String) throws {
    let vault = try TemporaryVault()
    try vault.create().close()
    for path in [vault.records, vault.keys].map({ $0 + "-journal" }) {
      try vault.write(journal(naming: name), to: path)
      expect(.staleJournal(path: path)) { _ = try vault.open() }
      #expect(vault.exists(path))
      try vault.move(path, to: path + ".kept")
    }
    try vault.open().close()
  }

  @Test("is SQLite's to settle when its super-journal belongs to today's folder")
  func inside() throws {
    let vault = try TemporaryVault()
    try vault.create().close()
    try vault.write(
      journal(naming: vault.records + "-mj0123456789"), to: vault.records + "-journal")
    try vault.open().close()
  }

  @Test("is no hindrance when it names none", arguments: [0, 1, 15, 16, 700])
  func plain(_ size: Int) throws {
    let vault = try TemporaryVault()
    try vault.create().close()
    try vault.write(bytes(0, size), to: vault.keys + "-journal")
    try vault.open().close()
  }
}
