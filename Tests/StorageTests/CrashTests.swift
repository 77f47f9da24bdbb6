import Foundation
import Storage
import StorageSQLite
import TestSupport
import Testing

@Suite("A commit", .serialized)
struct CrashTests {
  /// Writes a mark of `value` into both files.
  private static func write(_ value: UInt8, to store: any VaultStore) throws {
    try store.begin(.both(transactionID: bytes(value, 16)))
    try store.setEnd(Int(value))
    try store.setKeysText("\(value)")
    for person in Int64(1)...200 { try store.addWrap(person, key: Int64(value)) }
    for index in 0..<200 { try store.addEntry(Int(value) * 1_000 + index) }
  }

  @Test("over the log alone takes five synchronisations, over both files thirteen")
  func synchronisations() async throws {
    let vault = try TemporaryVault()
    try vault.create().close()
    await #expect(processExitsWith: .success) { [folder = vault.folder as String] in
      FaultyDisk.install()
      let store = try SQLiteVaultStore.open(folder: folder)
      FaultyDisk.arm()
      try store.begin(.log)
      try store.addEntry(0)
      try store.setEnd(1)
      try store.commit()
      #expect(unsafe FaultyDisk.syncs == 5)
      FaultyDisk.arm()
      try store.begin(.both(transactionID: bytes(1, 16)))
      try store.addEntry(1)
      try store.addWrap(1)
      try store.commit()
      #expect(unsafe FaultyDisk.syncs == 13)
    }
  }

  @Test("over both files is whole or nothing wherever the process is killed")
  func killing() async throws {
    let vault = try TemporaryVault()
    let first = try vault.create()
    try Self.write(1, to: first)
    try first.commit()
    first.close()
    let steps = try await Self.steps(vault)
    #expect(steps > 20)
    var outcomes: Set<Int> = []
    var refusals = 0
    for step in 1...steps {
      let trial = try TemporaryVault()
      try trial.copy(vault.folder, to: trial.folder)
      await Self.crash(trial, at: step)
      outcomes.insert(try Self.recover(trial, &refusals))
    }
    #expect(outcomes == [1, 2])
    #expect(refusals > 0)
  }

  /// Returns how often a commit over both files writes, synchronises, truncates or deletes.
  private static func steps(_ vault: TemporaryVault) async throws -> Int {
    let trial = try TemporaryVault()
    try trial.copy(vault.folder, to: trial.folder)
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) { [folder = trial.folder as String] in
      FaultyDisk.install()
      let store = try SQLiteVaultStore.open(folder: folder)
      try CrashTests.write(2, to: store)
      FaultyDisk.arm()
      try store.commit()
      let text = unsafe "steps \(FaultyDisk.steps)\n"
      FileHandle.standardOutput.write(Data(text.utf8))
    }
    let output = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    let line = try #require(output.split(separator: "\n").first { $0.hasPrefix("steps ") })
    return try #require(Int(line.dropFirst(6)))
  }

  private static func crash(_ vault: TemporaryVault, at step: Int) async {
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [folder = vault.folder as String, step = step as Int] in
      FaultyDisk.install()
      let store = try SQLiteVaultStore.open(folder: folder)
      try CrashTests.write(2, to: store)
      FaultyDisk.arm(killAt: step)
      try store.commit()
    }
  }

  /// Opens what the crash left, first under another name, and returns whose commit stands.
  private static func recover(
    _ vault: TemporaryVault, _ refusals: inout Int
  ) throws -> Int {
    let renamed = vault.root + "/renamed.vault"
    try vault.move(vault.folder, to: renamed)
    do {
      return try standing(SQLiteVaultStore.open(folder: renamed))
    } catch let error as StorageError {
      guard case .staleJournal = error.code else { throw error }
      refusals += 1
    }
    try vault.move(renamed, to: vault.folder)
    return try standing(vault.open())
  }

  private static func standing(_ store: SQLiteVaultStore) throws -> Int {
    defer { store.close() }
    let value = try store.head().size
    #expect(try store.keysHead().checkpoint == Array("\(value)".utf8))
    #expect(try store.keysHead().transactionID == store.head().transactionID)
    #expect(try store.entries(from: 2_000, limit: 999).count == (value == 2 ? 200 : 0))
    let wraps = try (Int64(1)...200).count {
      try store.wrap(person: $0, object: .number, version: 1, key: 2) != nil
    }
    #expect(wraps == (value == 2 ? 200 : 0))
    return value
  }
}
