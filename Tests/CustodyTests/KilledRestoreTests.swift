import Foundation
import MyNumberKit
import TestSupport
import Testing

@testable import Custody

/// A restore that SIGKILL ends before some write, synchronisation, truncation or deletion, within the
/// commit over both files too, and around the change of names; and again when it is run once more.
@Suite("A restore that is killed", .serialized)
struct KilledRestoreTests {
  private static let people = 30
  private static let day = LeaversVault.dueDay(ofRound: 0)
  /// A vault that was backed up, and then leavers were purged and somebody was named anew.
  private static let master = Result {
    let fixture = try VaultFixture()
    try LeaversVault.collect(0..<people, rounds: 1, in: fixture)
    try fixture.backUp()
    let officer = try fixture.signIn("hanako")
    var options = ImportOptions()
    options.update = true
    let file = try fixture.folder.write("社員番号,氏名,入社日\nP1,見本,2001-04-01\n", as: "named.csv")
    try officer.importFile(file, options)
    officer.close()
    let session = try fixture.signIn("admin")
    _ = try Purge(session).run(asOf: day, acceptPresumed: true)
    session.close()
    return fixture
  }

  /// What stands after a run: the vault as it was, one that has to be restored again, the restored one.
  private enum Outcome: Hashable {
    case before, between, after
  }

  @Test("leaves the vault as it was, or not to be opened until it is run again, or restored")
  func killing() async throws {
    let steps = try await Self.steps()
    #expect(steps > 30)
    let points = min(KillPoints.count, steps)
    var outcomes: Set<Outcome> = []
    for point in 1...points {
      let fixture = try VaultFixture(copying: try Self.master.get())
      let step = 1 + (point - 1) * (steps - 1) / max(points - 1, 1)
      outcomes.insert(try await Self.kill(fixture, at: step))
      outcomes.insert(try await Self.kill(fixture, at: 1 + steps * point / (points + 1)))
      try Self.finish(fixture)
    }
    // The change of names comes after the last step.
    #expect(outcomes == [.before, .between])
  }

  @Test(
    "killed around the change of names it is either undone, or done when it is run again",
    arguments: KillingReplacement.Place.allCases.filter { $0 != .nowhere })
  func names(_ place: KillingReplacement.Place) async throws {
    let fixture = try VaultFixture(copying: try Self.master.get())
    let expected: Outcome = place == .named ? .after : .between
    #expect(try await Self.kill(fixture, at: .max, place) == expected)
    // The same again, then somewhere in its commit.
    #expect(try await Self.kill(fixture, at: .max, place) == expected)
    _ = try await Self.kill(fixture, at: 20)
    try Self.finish(fixture)
  }

  private static func kill(
    _ fixture: VaultFixture, at step: Int, _ place: KillingReplacement.Place = .nowhere
  ) async throws -> Outcome {
    let backup = try master.get().folder.file("backup.sqlite")
    // One that ends before that step is killed at its end.
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [
        folder = fixture.path as String, backup = backup as String, step = step as Int,
        place = place.rawValue as Int
      ] in
      try KilledRestoreTests.restore(folder, backup, killAt: step, place)
      Glibc.kill(getpid(), SIGKILL)
    }
    return try outcome(fixture)
  }

  /// What runs in the child: returns only if it is not killed.
  private static func restore(
    _ folder: String, _ backup: String, killAt step: Int, _ place: Int
  ) throws {
    FaultyDisk.install()
    let manifest = try Data(contentsOf: URL(filePath: backup + BackupManifest.suffix))
    let restoration = try Restoration(
      of: backup, try BackupManifest(parsing: [UInt8](manifest)),
      into: try KillingReplacement(
        folder: folder, killAt: KillingReplacement.Place(rawValue: place) ?? .nowhere),
      environment: VaultFixture.environment())
    FaultyDisk.arm(killAt: step)
    _ = try restoration.run(user: "admin", passphrase: VaultFixture.passphrase("admin"))
  }

  /// How many steps a restore has from its sign-in to its end.
  private static func steps() async throws -> Int {
    let fixture = try VaultFixture(copying: try master.get())
    let backup = try master.get().folder.file("backup.sqlite")
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) { [folder = fixture.path as String, backup = backup as String] in
      try KilledRestoreTests.restore(folder, backup, killAt: .max, 0)
      let text = unsafe "steps \(FaultyDisk.steps)\n"
      FileHandle.standardOutput.write(Data(text.utf8))
    }
    let output = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    let line = try #require(output.split(separator: "\n").first { $0.hasPrefix("steps ") })
    return try #require(Int(line.dropFirst(6)))
  }

  private static func outcome(_ fixture: VaultFixture) throws -> Outcome {
    let vault: Vault
    do {
      vault = try fixture.open()
    } catch let error as CustodyError {
      guard error.exitStatus == 76, "\(error)".contains("older than keys.sqlite") else {
        throw error
      }
      return .between
    }
    defer { vault.store.close() }
    let isRestored = try vault.entries().contains { $0.content.action == "restore" }
    try expectWhole(vault, isRestored: isRestored)
    return isRestored ? .after : .before
  }

  /// Leavers are destroyed, in the log that stands too, and nobody else is.
  private static func expectWhole(_ vault: Vault, isRestored: Bool) throws {
    let examination = try VaultExamination(vault)
    #expect(examination.problems.isEmpty && examination.numbers == people - people / 5)
    try vault.forEachPerson { (person) throws(CustodyError) in
      let wraps = try? vault.store.wraps(person: person.row, object: .number, version: 1)
      let number = try? vault.store.number(person: person.row, version: 1)
      let isGone = Int(person.record.code.text.dropFirst())?.isMultiple(of: 5) == true
      #expect(wraps?.count == 2 && wraps?.allSatisfy { $0.header.isErased == isGone } == true)
      #expect(number?.isErased == isGone)
      #expect(person.record.versions.map(\.how) == [isGone ? .purged : .current])
      let isLost = isRestored && person.record.code.text == "P1"
      #expect(person.record.isProfileLost == isLost)
    }
  }

  /// The next run does it, nothing is left of those before, and what lives is read.
  private static func finish(_ fixture: VaultFixture) throws {
    let backup = try master.get().folder.file("backup.sqlite")
    let manifest = try Data(contentsOf: URL(filePath: backup + BackupManifest.suffix))
    _ = try Restoration(
      of: backup, try BackupManifest(parsing: [UInt8](manifest)),
      into: try VaultReplacement(folder: fixture.path), environment: VaultFixture.environment()
    ).run(user: "admin", passphrase: VaultFixture.passphrase("admin"))
    #expect(try outcome(fixture) == .after)
    let left = try FileManager.default.contentsOfDirectory(atPath: fixture.path)
    #expect(!left.contains { $0.hasPrefix("vault.sqlite.restoring") && !$0.contains("-mj") })
    let accountant = try fixture.signIn("keiko")
    #expect(try accountant.digits(LeaversVault.code(1)).count == 12)
    accountant.close()
  }
}
