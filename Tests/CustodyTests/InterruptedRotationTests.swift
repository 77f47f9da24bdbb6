import Foundation
import MyNumberKit
import TestSupport
import Testing

@testable import Custody

@Suite("A rotation that is killed", .serialized)
struct InterruptedRotationTests {
  @Test(
    "wherever it is killed, and again on the next run, it leaves a vault that opens and has all",
    arguments: [false, true])
  func killing(reseal: Bool) async throws {
    let master = try RotationFixture()
    let sealed = try master.vault.blobs("sealed", from: "main.numbers ORDER BY id")
    let steps = try await Self.steps(try master.copy(), reseal)
    #expect(steps > 60)
    let points = min(KillPoints.count, steps)
    var generations: Set<Int> = []
    for point in 1...points {
      let fixture = try master.copy()
      let step = point * steps / points
      await Self.crash(fixture.vault.path, at: step, reseal)
      let folder = try Self.recover(fixture, renamed: point.isMultiple(of: 2))
      generations.insert(try Self.expectWhole(folder))
      // The second run has less to do: somewhere in what the first left.
      await Self.crash(folder, at: 1 + (point * 37) % (steps - step + 20), reseal)
      let again = try Self.recover(fixture, renamed: point.isMultiple(of: 3))
      _ = try Self.expectWhole(again)
      try Self.expectDone(again, reseal, sealed)
    }
    #expect(generations == [1, 2])
  }

  /// How often a rotation writes, synchronises, truncates or deletes.
  private static func steps(_ fixture: RotationFixture, _ reseal: Bool) async throws -> Int {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) { [folder = fixture.vault.path as String, reseal = reseal as Bool] in
      FaultyDisk.install()
      let session = try RotationFixture.session(folder)
      FaultyDisk.arm()
      try RotationFixture.rotate(session, reseal: reseal)
      let text = unsafe "steps \(FaultyDisk.steps)\n"
      FileHandle.standardOutput.write(Data(text.utf8))
    }
    let output = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    let line = try #require(output.split(separator: "\n").first { $0.hasPrefix("steps ") })
    return try #require(Int(line.dropFirst(6)))
  }

  /// Runs a rotation that is killed at a step, or when it is done.
  private static func crash(_ folder: String, at step: Int, _ reseal: Bool) async {
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [folder = folder as String, step = step as Int, reseal = reseal as Bool] in
      FaultyDisk.install()
      let session = try RotationFixture.session(folder)
      FaultyDisk.arm(killAt: step)
      try RotationFixture.rotate(session, reseal: reseal)
      kill(getpid(), SIGKILL)
    }
  }

  /// Opens what is left, first under another name: a folder renamed after a crash opens or is refused.
  ///
  /// - Returns: The folder that opens.
  private static func recover(_ fixture: RotationFixture, renamed: Bool) throws -> String {
    let folders = [fixture.vault.path, fixture.vault.folder.file("renamed.vault")]
    let now = try #require(folders.first { FileManager.default.fileExists(atPath: $0) })
    guard renamed else { return now }
    let other = try #require(folders.first { $0 != now })
    try FileManager.default.moveItem(atPath: now, toPath: other)
    do {
      try RotationFixture.session(other).close()
      return other
    } catch let error as StorageError {
      guard case .staleJournal = error.code else { throw error }
    }
    try FileManager.default.moveItem(atPath: other, toPath: now)
    return now
  }

  /// Everything opens as it was and is as the log says; returns the key's newest generation.
  private static func expectWhole(_ folder: String) throws -> Int {
    let session = try RotationFixture.session(folder)
    defer { session.close() }
    #expect(try RotationFixture.digits(session) == RotationFixture.numbers)
    let examination = try VaultExamination(session.vault)
    #expect(examination.problems.isEmpty && examination.numbers == RotationFixture.count)
    return try #require(session.vault.authority.key(RotationFixture.key)).generation
  }

  /// Another run brings it to its end, and then one generation stands.
  private static func expectDone(
    _ folder: String, _ reseal: Bool, _ before: [[UInt8]]
  ) throws {
    let session = try RotationFixture.session(folder)
    defer { session.close() }
    let key = RotationFixture.key
    try RotationFixture.rotate(session, reseal: reseal)
    #expect(session.vault.authority.generations(of: key) == [2])
    #expect(try RotationFixture.digits(session) == RotationFixture.numbers)
    #expect(
      try session.vault.store.grants(ofUser: nil).allSatisfy {
        $0.key != key || $0.generation == 2
      })
    let now = try (0..<RotationFixture.count).map { index in
      let person = try session.vault.requirePerson(try PersonCode("R\(index)"))
      return try #require(try session.vault.store.number(person: person.row, version: 1)).sealed
    }
    #expect(now.allSatisfy { before.contains($0) != reseal })
  }
}
