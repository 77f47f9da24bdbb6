import Foundation
import MyNumberKit
import TestSupport
import Testing

@Suite("An import of 100,000 people that is killed")
struct InterruptedImportTests {
  private static let count = 100_000

  @Test("half-way through its inserts, it leaves a vault that opens, verifies and holds none of it")
  func amongInserts() async throws {
    let fixture = try VaultFixture()
    let file = try fixture.folder.write(Self.rows(), as: "people.csv")
    let before = try fixture.texts(Self.everything)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [folder = fixture.path as String, file = file as String] in
      let journal = folder + "/vault.sqlite-journal"
      // Each entry takes 16 random bytes, drawn 4096 at a time while the rows are inserted.
      var left = InterruptedImportTests.count * 16 / 4096 / 2
      let system = RandomBytes()
      let random = RandomBytes { span throws(SecretsError) in
        if left < 1 { kill(getpid(), SIGKILL) }
        // The journal stands while rows are being inserted and before they are durable.
        if FileManager.default.fileExists(atPath: journal) { left -= 1 }
        try system.fill(&span)
      }
      try InterruptedImportTests.importFile(file, into: folder, random)
    }
    try Self.checkNothingIsThere(fixture, as: before)
  }

  @Test("between the syncs of its two files, it leaves none of it either")
  func betweenSyncs() async throws {
    let fixture = try VaultFixture()
    let file = try fixture.folder.write(Self.rows(), as: "people.csv")
    let before = try fixture.texts(Self.everything)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [folder = fixture.path as String, file = file as String] in
      FaultyDisk.install()
      try InterruptedImportTests.importFile(file, into: folder, RandomBytes()) {
        FaultyDisk.arm(killAtDatabaseSync: 2)
      }
    }
    // The first file was written whole, the second was written and may not have reached the disk.
    let size = try FileManager.default.attributesOfItem(atPath: fixture.file("vault.sqlite"))[.size]
    #expect(try #require(size as? Int) > Self.count * 500)
    try Self.checkNothingIsThere(fixture, as: before)
  }

  /// What runs in the child.
  private static func importFile(
    _ file: String, into folder: String, _ random: RandomBytes, _ begin: () -> Void = {}
  ) throws {
    let vault = try VaultOpening.open(
      try SQLiteVaultStore.open(folder: folder),
      environment: VaultEnvironment(now: { VaultFixture.noon }, random: random))
    let session = try SignIn(vault).session(
      user: "hanako", passphrase: VaultFixture.passphrase("hanako"))
    begin()
    var options = ImportOptions()
    options.purposes = ["tax-withholding", "health-pension"].map(PurposeID.init(rawValue:))
    try session.importFile(file, options)
  }

  private static func checkNothingIsThere(_ fixture: VaultFixture, as before: [String]) throws {
    for name in ["vault.sqlite", "keys.sqlite"] {
      let journal = fixture.file(name) + "-journal"
      #expect(
        FileManager.default.fileExists(atPath: journal), "it was killed too early or too late")
    }
    let vault = try fixture.open()
    #expect(try vault.store.people(after: 0, limit: 1).isEmpty)
    vault.store.close()
    // One entry more than before: the child's sign-in.
    let after = try fixture.texts(everything)
    #expect(after.dropFirst() == before.dropFirst())
    #expect(try Int(#require(after.first)) == (Int(#require(before.first)) ?? 0) + 1)
    let officer = try fixture.signIn("hanako")
    #expect(try officer.importFile(SampleVault.employees).added == 52)
  }

  /// Counts of everything that an import writes, the log's entries first.
  private static let everything = [
    "main.entries", "main.people", "main.numbers", "main.evidence", "k.lockboxes", "k.wraps",
  ].map { "SELECT count(*) FROM \($0)" }.joined(separator: " UNION ALL ")

  /// People with invented numbers that have a right check digit.
  private static func rows() -> String {
    var text = "社員番号,氏名,個人番号\n"
    for index in 0..<count {
      let eleven = Array(String(10_000_000_000 + 7_919 * index).utf8)
      let digit = MyNumber.checkDigit(of: eleven.span) ?? 0
      let number = String(decoding: eleven + [digit], as: UTF8.self)
      text += "B\(index),試験,\(number)\n"
    }
    return text
  }
}
