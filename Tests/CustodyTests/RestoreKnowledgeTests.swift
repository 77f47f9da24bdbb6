import Foundation
import MyNumberKit
import Testing

@testable import Custody

@Suite("What a restore knows of the records that it gives up", .serialized)
struct RestoreKnowledgeTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first
  private let fixture: VaultFixture

  init() throws { fixture = try SampleVault.copy() }

  private func acting<R>(_ user: String = "admin", _ body: (Session) throws -> R) throws -> R {
    let session = try fixture.signIn(user)
    defer { session.close() }
    return try body(session)
  }

  private func purge() throws {
    try acting { _ = try #require(try Purge($0).run(asOf: Self.day, acceptPresumed: false)) }
  }

  private func record(_ code: String) throws -> PersonRecord {
    try #require(try fixture.open().person(try PersonCode(code))?.record)
  }

  /// What a wrap of the number of the one who is purged opens, or none.
  private func liveWraps() throws -> String? {
    try fixture.texts(
      "SELECT count(*) FROM k.wraps WHERE object = 1 AND erased = 0 AND person = "
        + VaultFixture.row("0801")
    ).first
  }

  // MARK: Older keys

  @Test(
    "keys from before a purge are refused beside an older backup: they would revive what is gone")
  func olderKeys() throws {
    try fixture.backUp()
    try fixture.save("keys.sqlite", as: "old-")
    try purge()
    try fixture.restore("keys.sqlite", from: "old-")
    let before = try fixture.contents()
    let result = try ExitStatus { try fixture.restoreBackup() }
    #expect(result.status == 76, "\(result)")
    #expect(result.description.contains("keys.sqlite is older than the records"), "\(result)")
    #expect(try fixture.contents() == before)
  }

  @Test("without the records nobody can know how old the keys are, which entry and summary say")
  func unknownKeys() throws {
    try fixture.backUp()
    try fixture.save("keys.sqlite", as: "old-")
    try purge()
    try fixture.restore("keys.sqlite", from: "old-")
    try FileManager.default.removeItem(atPath: fixture.file("vault.sqlite"))
    let summary = try fixture.restoreBackup()
    #expect(!summary.log.keysAreKnown && summary.purged.isEmpty)
    #expect(try liveWraps() == "2")
    let entry = try #require(try fixture.open().entries(from: summary.entry).first)
    #expect(entry.content.detail["keys_unknown"] == .bool(true))
  }

  @Test("keys as new as the records are known to be so")
  func knownKeys() throws {
    try fixture.backUp()
    try purge()
    let summary = try fixture.restoreBackup()
    #expect(summary.log.keysAreKnown && summary.log.checkpointIsVerified)
    #expect(summary.log.registerIsWhole && summary.log.holdsAreKnown && summary.log.policy == nil)
    let entry = try #require(try fixture.open().entries(from: summary.entry).first)
    #expect(entry.content.detail.keys.sorted() == ["backup", "made", "size", "wraps"])
  }

  // MARK: Holds and policy

  @Test("a hold set since the backup stands again, and no purge takes the number")
  func holds() throws {
    try acting { _ = try PersonEvents($0).hold(try PersonCode("0003"), reason: "照会中", until: nil) }
    try fixture.backUp()
    try acting { session in
      let events = PersonEvents(session)
      try events.release(try PersonCode("0003"), hold: "h1")
      _ = try events.hold(try PersonCode("0003"), reason: "訴訟", until: Self.day)
      _ = try events.hold(try PersonCode("0801"), reason: "係争中", until: nil)
    }
    let summary = try fixture.restoreBackup()
    #expect(summary.held.map(\.text) == ["0003", "0801"])
    #expect(
      try record("0003").holds == [
        Hold(id: "h1", reason: "照会中"), Hold(id: "h2", reason: "訴訟", until: Self.day),
      ])
    #expect(try record("0801").holds == [Hold(id: "h1", reason: "係争中")])
    let due = try acting { try Purge($0).plan(asOf: Self.day, acceptPresumed: true).items }
    #expect(due.allSatisfy { $0.code.text != "0801" })
    #expect(try VaultExamination(try fixture.open()).problems.isEmpty)
  }

  @Test("holds that cannot be read are told to be lost")
  func holdsLost() throws {
    try fixture.backUp()
    try acting { _ = try PersonEvents($0).hold(try PersonCode("0801"), reason: "係争中", until: nil) }
    try fixture.forge("0003") { $0.leftOn = Self.day }
    let summary = try fixture.restoreBackup()
    #expect(!summary.log.holdsAreKnown && summary.held.isEmpty)
    // The log itself verifies, and so do the registers that rest on it.
    #expect(summary.log.registerIsWhole && summary.log.keysAreKnown)
    #expect(try record("0801").holds.isEmpty)
  }

  @Test("a policy set since is given up, and the entry has its digest")
  func policy() throws {
    try fixture.backUp()
    let old = try fixture.open().policy.digestHex
    try acting { session in
      let folder = fixture.folder.file("policy")
      try FileManager.default.copyItem(
        atPath: VaultFixture.repository + "/Policies", toPath: folder)
      let path = folder + "/retention.yaml"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try (text + "\n# another\n").write(toFile: path, atomically: true, encoding: .utf8)
      _ = try PolicyChange(session).update(to: try PolicyBundle(directory: folder))
    }
    let new = try fixture.open().policy.digestHex
    let summary = try fixture.restoreBackup()
    #expect(old != new && summary.log.policy.map(Hex.encode) == new)
    let vault = try fixture.open()
    #expect(vault.policy.digestHex == old)
    let entry = try #require(try vault.entries(from: summary.entry).first)
    #expect(entry.content.detail["policy_given_up"] == .string(new))
  }

  // MARK: The checkpoint that is given up

  @Test("a checkpoint that nobody signed is not declared, however large")
  func planted() throws {
    try fixture.backUp()
    let vault = try fixture.open()
    let newest = vault.signature.checkpoint
    vault.store.close()
    let lines = String(decoding: newest.text, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let text = ([lines[0], "900000000000"] + lines[2...]).joined(separator: "\n")
    try fixture.sql(
      """
      INSERT INTO main.checkpoints(size, text)
      VALUES(900000000000, \(VaultFixture.literal(Array(text.utf8))))
      """)
    let summary = try fixture.restoreBackup()
    let given = try #require(summary.abandoned)
    #expect(given.checkpoint.size < 1000 && summary.log.checkpointIsVerified)
    #expect(!summary.log.registerIsWhole)
  }

  // MARK: Two restores

  @Test(
    "a backup of a branch that was given up opens nothing of the other branch, and leaves nothing live"
  )
  func branches() throws {
    let file = { (code: String, name: String, number: String) throws in
      try fixture.folder.write(
        """
        社員番号,区分,続柄,氏名,個人番号,番号確認書類,身元確認書類,確認方法,確認日
        \(code),従業員,本人,\(name),\(number),個人番号カード,個人番号カード,対面,2026-04-01

        """, as: "\(code).csv")
    }
    try fixture.backUp(as: "a.sqlite")
    try acting("hanako") { _ = try $0.importFile(try file("X1", "試験　一", "858319664372")) }
    for _ in 0..<20 { try acting("keiko") { _ = try $0.digits("0003") } }
    try fixture.backUp(as: "b.sqlite")
    try fixture.restoreBackup("a.sqlite")
    try acting("hanako") { _ = try $0.importFile(try file("Y1", "試験　二", "487861614707")) }
    let summary = try fixture.restoreBackup("b.sqlite")
    // Both were given up once: neither has a wrap, and X1 is a tombstone.
    #expect(summary.purged.map(\.text) == ["X1"])
    #expect(
      try fixture.texts(
        "SELECT count(*) FROM k.wraps WHERE erased = 0 AND person >= " + VaultFixture.row("X1"))
        == ["0"])
    #expect(try fixture.open().person(try PersonCode("Y1")) == nil)
    #expect(try VaultExamination(try fixture.open()).problems.isEmpty)
    #expect(try acting("keiko") { try $0.digits("0003") }.count == 12)
  }

  @Test(
    "of two restores each that may have given up a checkpoint is named, and the very one is certain"
  )
  func twoRestores() throws {
    try fixture.backUp(as: "first.sqlite")
    for _ in 0..<8 { try acting("keiko") { _ = try $0.digits("0003") } }
    let given = try fixture.open().signature.checkpoint
    let first = try fixture.restoreBackup("first.sqlite")
    try fixture.backUp(as: "second.sqlite")
    for _ in 0..<4 { try acting("keiko") { _ = try $0.digits("0003") } }
    let middle = try fixture.open().signature.checkpoint
    for _ in 0..<4 { try acting("keiko") { _ = try $0.digits("0003") } }
    let second = try fixture.restoreBackup("second.sqlite")
    #expect(middle.checkpoint.size < given.checkpoint.size)
    let (one, two) = ("that entry \(first.entry) declares", "that entry \(second.entry) declares")
    let certain = try words(on: given)
    #expect(certain.contains("were given up by the restore \(one)") && !certain.contains(two))
    // It was given up by the second one; a checkpoint cannot show that it was not by the first.
    let possible = try words(on: middle)
    #expect(possible.contains(one) && possible.contains(two) && possible.contains("may have been"))
  }

  /// What opening says to one who kept a checkpoint.
  private func words(on checkpoint: SignedCheckpoint) throws -> String {
    let keeper = MemoryKeeper()
    try keeper.keep(checkpoint.text, seenBy: "u9", in: try fixture.open().id)
    let result = try ExitStatus {
      try fixture.open(VaultFixture.environment(keeper: keeper)).store.close()
    }
    #expect(result.status == 76)
    return result.description
  }
}
