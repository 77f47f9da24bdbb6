import MyNumberKit
import Testing

@testable import Custody

@Suite("Without a key it shows whether what the log records is there")
struct ExaminationTests {
  struct Damage: Sendable, CustomTestStringConvertible {
    let name: String
    let sql: String
    let says: String
    var testDescription: String { name }
  }

  private static let row = VaultFixture.row("0003")
  private static let wraps = "k.wraps WHERE person = \(row) AND object = 1"

  private static let damages = [
    Damage(
      name: "a wrap marked erased",
      sql: "UPDATE k.wraps SET erased = 1 WHERE id = (SELECT MAX(id) FROM \(wraps))",
      says: "keys.sqlite: the wrap of 0003 for"),
    Damage(
      name: "a wrap deleted",
      sql: "DELETE FROM k.wraps WHERE id = (SELECT MIN(id) FROM \(wraps))",
      says: "keys.sqlite: the wrap of 0003 for"),
    Damage(
      name: "a wrap of zeros that is not marked",
      sql: "UPDATE k.wraps SET sealed = zeroblob(60) WHERE id = (SELECT MIN(id) FROM \(wraps))",
      says: "erased, though not purged"),
    Damage(
      name: "a number marked erased",
      sql: "UPDATE main.numbers SET erased = 1 WHERE person = \(row)",
      says: "vault.sqlite: version 1 of the number of 0003 is erased"),
    Damage(
      name: "a number of zeros",
      sql: "UPDATE main.numbers SET sealed = zeroblob(40) WHERE person = \(row)",
      says: "vault.sqlite: version 1 of the number of 0003 is erased"),
    Damage(
      name: "a number deleted", sql: "DELETE FROM main.numbers WHERE person = \(row)",
      says: "vault.sqlite: version 1 of the number of 0003 is missing"),
    Damage(
      name: "a wrap in another purpose's lockbox",
      sql: """
        UPDATE k.wraps SET lockbox = (SELECT id FROM k.lockboxes WHERE key = 'roster')
          WHERE id = (SELECT MIN(id) FROM \(wraps))
        """,
      says: "keys.sqlite: lockbox"),
    Damage(
      name: "a wrap in no lockbox",
      sql: "UPDATE k.wraps SET lockbox = 9999 WHERE id = (SELECT MIN(id) FROM \(wraps))",
      says: "keys.sqlite: lockbox 9999"),
  ]

  @Test("a sound vault has no problem, and its people are counted")
  func sound() throws {
    let vault = try SampleVault.copy().open()
    var told: [Int] = []
    let found = try VaultExamination(vault) { done, _ in told.append(done) }
    #expect(found.problems.isEmpty && found.problemCount == 0)
    #expect(found.people == vault.peopleCount && found.numbers > 40 && found.numbers < found.people)
    #expect(told.isEmpty, "a line of progress a thousand people")
  }

  @Test("each damage is named with its file and person", arguments: damages)
  func damaged(damage: Damage) throws {
    let fixture = try SampleVault.copy()
    try fixture.sql(damage.sql)
    let found = try VaultExamination(try fixture.open())
    #expect(found.problemCount == 1)
    #expect(found.problems.first?.contains(damage.says) == true, "\(found.problems)")
    #expect(found.problems.first?.contains("0003") == true)
  }

  @Test("a lockbox made anew concerns everybody in it; a hundred are named")
  func lockbox() throws {
    let fixture = try SampleVault.copy()
    try fixture.sql(
      "UPDATE k.lockboxes SET encapsulated = zeroblob(32) WHERE key = 'tax-withholding'")
    let found = try VaultExamination(try fixture.open())
    #expect(found.problemCount > 30)
    #expect(found.problems.count == min(found.problemCount, VaultExamination.mostProblems))
  }

  private static let shares =
    "k.wraps WHERE key = (SELECT max(key) FROM k.wraps) AND person = \(row)"

  @Test(
    "what is shared with a contractor is held against the log too",
    arguments: [
      "UPDATE k.wraps SET lockbox = 9999 WHERE id = (SELECT id FROM \(shares))",
      """
      UPDATE k.wraps SET lockbox = (SELECT id FROM k.lockboxes WHERE key = 'health-pension')
        WHERE id = (SELECT id FROM \(shares))
      """,
      "UPDATE k.wraps SET key = 999 WHERE id = (SELECT id FROM \(shares))",
    ])
  func contractor(sql: String) throws {
    let fixture = try SampleVault.copy()
    try ContractFile.register(fixture)
    try ContractFile.share(fixture, ["0003", "0001"])
    #expect(try VaultExamination(try fixture.open()).problems == [])
    try fixture.sql(sql)
    let found = try VaultExamination(try fixture.open())
    #expect(found.problemCount == 1 && found.problems.first?.contains("0003") == true)
  }

  /// A number that changed after its second entry and before the two were compared.
  private func changed() throws -> VaultFixture {
    let fixture = try SecondEntryFixture()
    let session = try fixture.entered("E1", SecondEntryFixture.one)
    var options = ImportOptions()
    options.replacement = .change(on: session.vault.today, reason: "変更")
    let text = """
      社員番号,氏名,入社日,個人番号,番号確認書類,身元確認書類,確認方法,確認日
      E1,試験　一,2024-04-01,654170921305,個人番号カード,個人番号カード,対面,\(session.vault.today.isoText)

      """
    session.close()
    let officer = try fixture.vault.signIn("hanako")
    try officer.importFile(try fixture.vault.folder.write(text, as: "new.csv"), options)
    officer.close()
    return fixture.vault
  }

  @Test(
    "a former number and its second entry are looked at like the one in use",
    arguments: [
      ("", ""),
      ("DELETE FROM main.second_entries", "second entry of E1 is missing"),
      ("UPDATE main.second_entries SET sealed = zeroblob(40)", "second entry of E1 is erased"),
      (
        "DELETE FROM k.wraps WHERE id = (SELECT max(id) FROM k.wraps WHERE object = 4)",
        "the wrap of the second entry of E1 for"
      ),
      ("UPDATE k.wraps SET lockbox = 9999 WHERE object = 4", "lockbox 9999"),
      ("DELETE FROM main.numbers WHERE version = 1 AND person = 1", "is missing"),
      (
        "UPDATE k.wraps SET erased = 1 WHERE object = 1 AND version = 1 AND person = 1",
        "no wrap of version 1 of the number of E1 is left"
      ),
      (
        """
        UPDATE k.wraps SET erased = 1 WHERE id =
          (SELECT max(id) FROM k.wraps WHERE object = 1 AND version = 1 AND person = 1)
        """,
        "the log shows no purge of it"
      ),
      (
        "UPDATE k.wraps SET lockbox = 9999 WHERE object = 1 AND version = 1 AND person = 1",
        "lockbox 9999"
      ),
    ])
  func former(sql: String, says: String) throws {
    let fixture = try changed()
    if !sql.isEmpty { try fixture.sql(sql) }
    let found = try VaultExamination(try fixture.open())
    #expect(found.problems.count == (sql.isEmpty ? 0 : 1), "\(found.problems)")
    #expect(sql.isEmpty || found.problems.first?.contains(says) == true, "\(found.problems)")
  }

  @Test("what was purged is no problem")
  func purged() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("admin")
    let made = try Purge(session).run(asOf: session.vault.today, acceptPresumed: false)
    try #require(made != nil)
    session.close()
    #expect(try VaultExamination(try fixture.open()).problemCount == 0)
  }
}
