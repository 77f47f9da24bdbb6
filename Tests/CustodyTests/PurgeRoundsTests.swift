import Foundation
import MyNumberKit
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("Purging in rounds with inserts between", .serialized)
struct PurgeRoundsTests {
  private static let rounds = 6
  /// How many people there are at first; MYNUMBER_PURGE_PEOPLE=50000 is the whole measure.
  private static let people =
    ProcessInfo.processInfo.environment["MYNUMBER_PURGE_PEOPLE"].flatMap { Int($0) } ?? 1500

  @Test("leaves none of the ciphertexts and wraps in the files, their journals or a temporary file")
  func rounds() async throws {
    let fixture = try VaultFixture()
    var destroyed = BytePatterns()
    try LeaversVault.collect(0..<Self.people, rounds: Self.rounds, in: fixture)
    var next = Self.people
    for round in 0..<Self.rounds {
      let due = (0..<next).filter { LeaversVault.round(of: $0, rounds: Self.rounds) == round }
      let sealed = try Self.sealed(round, fixture)
      #expect(sealed.count == 4 * due.count && !due.isEmpty)
      for (place, bytes) in sealed.enumerated() {
        destroyed.add(Array(bytes.prefix(12)), "\(round) \(place) beginning")
        destroyed.add(Array(bytes.suffix(16)), "\(round) \(place) end")
      }
      #expect(destroyed.names(in: try Self.everything(fixture)).count == 2 * sealed.count)
      try await Self.purge(round, fixture)
      let left = destroyed.names(in: try Self.everything(fixture))
      #expect(left.isEmpty, "\(left.count)")
      let more = next + Self.people / 30
      try LeaversVault.collect(next..<more, rounds: Self.rounds, in: fixture)
      next = more
    }
    #expect(destroyed.names(in: try Self.everything(fixture)).isEmpty)
    let count = try fixture.texts("SELECT count(*) FROM main.numbers WHERE erased <> 0")
    #expect(try Int(#require(count.first)) ?? 0 >= Self.people / 5)
  }

  /// Purges in a process that counts the temporary files which SQLite opens.
  private static func purge(_ round: Int, _ fixture: VaultFixture) async throws {
    await #expect(processExitsWith: .success) {
      [folder = fixture.path as String, round = round as Int] in
      FaultyDisk.install()
      let vault = try VaultOpening.open(
        try SQLiteVaultStore.open(folder: folder), environment: VaultFixture.environment())
      let session = try SignIn(vault).session(
        user: "admin", passphrase: VaultFixture.passphrase("admin"))
      let day = LeaversVault.dueDay(ofRound: round)
      #expect(try Purge(session).run(asOf: day, acceptPresumed: true) != nil)
      #expect(unsafe FaultyDisk.temporaryFiles == 0)
      // The control: the same library does open one where it is let.
      let store = try SQLiteVaultStore.open(folder: folder)
      try store.connection.execute(
        """
        PRAGMA temp_store=FILE; PRAGMA temp.cache_size=2; CREATE TEMP TABLE copies AS SELECT sealed FROM k.wraps;
        CREATE INDEX temp.bytes ON copies(sealed);
        """, doing: "control")
      #expect(unsafe FaultyDisk.temporaryFiles > 0)
    }
  }

  /// What is sealed of those whose round it is.
  private static func sealed(_ round: Int, _ fixture: VaultFixture) throws -> [[UInt8]] {
    let codes =
      "SELECT id FROM main.people WHERE \(round) = "
      + "(CASE WHEN substr(CAST(code AS TEXT), 2) % 5 = 0 "
      + "THEN substr(CAST(code AS TEXT), 2) / 5 % \(rounds) END)"
    return try fixture.blobs(
      "sealed", from: "k.wraps WHERE object IN (1, 3) AND erased = 0 AND person IN (\(codes))")
      + fixture.blobs("sealed", from: "main.numbers WHERE erased = 0 AND person IN (\(codes))")
  }

  private static func everything(_ fixture: VaultFixture) throws -> [UInt8] {
    try fixture.contents().values.reduce(into: []) { $0 += $1 }
  }

  @Test("with deleted rows of variable sizes instead, the same scan finds some of them")
  func deletedRows() throws {
    let fixture = try VaultFixture()
    let store = try SQLiteVaultStore.open(folder: fixture.path, requiringPair: false)
    var random = SplitMix(seed: 1)
    var live: [(id: Int, bytes: [UInt8])] = []
    var destroyed = BytePatterns()
    func insert(_ count: Int) throws {
      var sql = "BEGIN;"
      for _ in 0..<count {
        let bytes = (0..<Int.random(in: 40...700, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
        let id = Int.random(in: 1...1 << 40, using: &random)
        sql += "INSERT INTO main.loose VALUES(\(id), \(VaultFixture.literal(bytes)));"
        live.append((id, bytes))
      }
      try store.connection.execute(sql + "COMMIT;", doing: "control")
    }
    try store.connection.execute(
      "CREATE TABLE main.loose(id INTEGER PRIMARY KEY, sealed BLOB NOT NULL)", doing: "control")
    #expect(try store.connection.texts("PRAGMA main.secure_delete", doing: "control") == ["1"])
    try insert(2000)
    for round in 0..<Self.rounds {
      live.shuffle(using: &random)
      var sql = "BEGIN;"
      for (id, bytes) in live.prefix(150) {
        destroyed.add(Array(bytes.prefix(12)), "\(round) \(id)")
        sql += "DELETE FROM main.loose WHERE id = \(id);"
      }
      try store.connection.execute(sql + "COMMIT;", doing: "control")
      live.removeFirst(150)
      try insert(100)
    }
    store.close()
    #expect(!destroyed.names(in: try Self.everything(fixture)).isEmpty)
  }
}
