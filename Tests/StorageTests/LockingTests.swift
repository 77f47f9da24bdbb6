import Storage
import StorageSQLite
import Testing

@Suite("Two processes at one vault")
struct LockingTests {
  @Test("do not write at the same time")
  func writers() throws {
    let vault = try TemporaryVault()
    try vault.create().close()
    let (one, other) = (try vault.open(), try vault.open())
    try one.begin(.log)
    expect(.busy) { try other.begin(.log) }
    expect(.busy) { try other.begin(.both(transactionID: bytes(1, 16))) }
    #expect(!other.isInTransaction)
    try one.addEntry(0)
    try one.commit()
    try other.begin(.log)
    #expect(try other.entries(from: 0, limit: 9).count == 1)
    other.rollback()
  }

  @Test("read while another writes, and a log transaction leaves the keys unlocked")
  func readers() throws {
    let vault = try TemporaryVault()
    try vault.create().close()
    let (one, other) = (try vault.open(), try vault.open())
    try one.begin(.log)
    try one.addEntry(0)
    #expect(try other.head().size == 0)
    #expect(try other.keysHead().checkpoint.isEmpty)
    try one.commit()
  }

  @Test("commit again after a busy commit, without doing the work again")
  func busyCommit() throws {
    let vault = try TemporaryVault()
    try vault.create().close()
    let (writer, reader) = (try vault.open(), try vault.open())
    try writer.begin(.both(transactionID: bytes(5, 16)))
    try writer.addEntry(0)
    try reader.begin(.reading)
    expect(.busy) { try writer.commit() }
    #expect(writer.isInTransaction)
    #expect(try reader.head().transactionID == bytes(0, 16))
    reader.rollback()
    try writer.commit()
    #expect(try reader.head().transactionID == bytes(5, 16))
    #expect(try reader.keysHead().transactionID == bytes(5, 16))
  }

  @Test("may give up on a busy commit")
  func givingUp() throws {
    let vault = try TemporaryVault()
    try vault.create().close()
    let (writer, reader) = (try vault.open(), try vault.open())
    try writer.begin(.log)
    try writer.addEntry(0)
    try reader.begin(.reading)
    expect(.busy) { try writer.commit() }
    writer.rollback()
    reader.rollback()
    #expect(try reader.entries(from: 0, limit: 9).isEmpty)
  }
}
