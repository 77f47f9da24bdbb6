import Foundation
import MyNumberKit
import TestSupport
import Testing

@testable import Custody

/// A purge that SIGKILL ends before some write, synchronisation, truncation or deletion, within the
/// commits too, and again when it is run once more.
@Suite("A purge that is killed", .serialized)
struct KilledPurgeTests {
  /// So many that each point is another step.
  private static let people = max(60, 2 * KillPoints.count)
  private static let day = LeaversVault.dueDay(ofRound: 0)
  private static let master = Result {
    let fixture = try VaultFixture()
    try LeaversVault.collect(0..<people, rounds: 1, in: fixture)
    return fixture
  }

  @Test("leaves each person before or after it, and is finished by the next run")
  func killing() async throws {
    let steps = try await Self.steps()
    #expect(steps > 60)
    let points = min(KillPoints.count, steps)
    var outcomes: Set<Int> = []
    var renamed = 0
    for point in 1...points {
      let fixture = try VaultFixture(copying: try Self.master.get())
      let step = 1 + (point - 1) * (steps - 1) / max(points - 1, 1)
      await Self.run(fixture, killAt: step)
      outcomes.insert(try Self.erased(fixture, renamed: &renamed))
      // The run that resumes has as many steps at most; beyond its end it is not killed.
      await Self.run(fixture, killAt: 1 + steps * point / (points + 1) / 2)
      outcomes.insert(try Self.erased(fixture, renamed: &renamed))
      try Self.finish(fixture)
    }
    #expect(outcomes == [0, Self.people / 5])
    #expect(renamed > 0)
  }

  /// What runs in the child: returns only if it is not killed.
  private static func purge(_ folder: String, killAt step: Int) throws {
    FaultyDisk.install()
    let vault = try VaultOpening.open(
      try SQLiteVaultStore.open(folder: folder), environment: VaultFixture.environment())
    let session = try SignIn(vault).session(
      user: "admin", passphrase: VaultFixture.passphrase("admin"))
    FaultyDisk.arm(killAt: step)
    _ = try Purge(session).run(asOf: day, acceptPresumed: true)
  }

  private static func run(_ fixture: VaultFixture, killAt step: Int) async {
    // One that ends before that step is killed at its end.
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [folder = fixture.path as String, step = step as Int] in
      try KilledPurgeTests.purge(folder, killAt: step)
      kill(getpid(), SIGKILL)
    }
  }

  /// How many steps a purge has from its decisions to its certificate.
  private static func steps() async throws -> Int {
    let fixture = try VaultFixture(copying: try master.get())
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) { [folder = fixture.path as String] in
      try KilledPurgeTests.purge(folder, killAt: .max)
      let text = unsafe "steps \(FaultyDisk.steps)\n"
      FileHandle.standardOutput.write(Data(text.utf8))
    }
    let output = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    let line = try #require(output.split(separator: "\n").first { $0.hasPrefix("steps ") })
    return try #require(Int(line.dropFirst(6)))
  }

  /// Opens what is left, first in a renamed folder, and counts the people who are purged; each must
  /// be so wholly or not at all.
  private static func erased(_ fixture: VaultFixture, renamed: inout Int) throws -> Int {
    let other = fixture.folder.file("renamed.vault")
    try FileManager.default.moveItem(atPath: fixture.path, toPath: other)
    do {
      try SQLiteVaultStore.open(folder: other).close()
    } catch {
      guard case .staleJournal = error.code else { throw error }
      renamed += 1
    }
    try FileManager.default.moveItem(atPath: other, toPath: fixture.path)
    let vault = try fixture.open()
    var erased = 0
    try vault.forEachPerson { (person) throws(CustodyError) in
      let wraps = try? vault.store.wraps(person: person.row, object: .number, version: 1)
      let number = try? vault.store.number(person: person.row, version: 1)
      // The name goes with the last number, in the same commit.
      let names = try? vault.store.wraps(person: person.row, object: .profile, version: 1)
      let isGone = number?.isErased == true
      #expect(wraps?.count == 2 && wraps?.allSatisfy { $0.header.isErased == isGone } == true)
      #expect(names?.count == 1 && names?.first?.header.isErased == isGone)
      #expect(person.record.purgedPurposes.count == (isGone ? 2 : 0))
      #expect(person.record.versions.map(\.how) == [isGone ? .purged : .current])
      if isGone { erased += 1 }
    }
    vault.store.close()
    return erased
  }

  /// The next run does the rest, the certificate can be had, and nothing live is lost.
  private static func finish(_ fixture: VaultFixture) throws {
    let session = try fixture.signIn("admin")
    _ = try Purge(session).run(asOf: day, acceptPresumed: true)
    let bytes = try Purge(session).certificate().bytes
    let verdict = try CertificateVerification(trusting: session.vault.id).verify(bytes)
    #expect(verdict.statement.items.count == people / 5 * 2)
    session.close()
    let accountant = try fixture.signIn("keiko")
    #expect(try accountant.digits(LeaversVault.code(1)).count == 12)
    accountant.close()
    #expect(
      try fixture.texts("SELECT count(*) FROM main.numbers WHERE erased <> 0")
        == ["\(people / 5)"])
  }
}
