import MyNumberKit
import Testing

@Suite("Second entries in files that somebody edited")
struct SecondEntryTamperingTests {
  private static let (first, second) = (VaultFixture.row("E1"), VaultFixture.row("E2"))

  private static func entry(_ person: String) -> String {
    "(SELECT id FROM main.second_entries WHERE person = \(person))"
  }

  private static func wrap(_ person: String, _ object: Int) -> String {
    """
    (SELECT w.id FROM k.wraps w JOIN k.lockboxes l ON l.id = w.lockbox
      WHERE w.person = \(person) AND w.object = \(object) AND l.key = 'tax-withholding')
    """
  }

  static let all: [Tampering] = [
    Tampering(
      "second entries swapped between two people",
      Tampering.swap(
        "sealed", of: "main.second_entries", between: entry(first), and: entry(second))),
    Tampering(
      "second entries swapped with their commitments",
      Tampering.swap(
        "sealed", of: "main.second_entries", between: entry(first), and: entry(second))
        + Tampering.swap(
          "commitment", of: "main.second_entries", between: entry(first), and: entry(second))),
    Tampering(
      "wraps of second entries swapped",
      Tampering.swap(
        "sealed", of: "k.wraps", between: wrap(first, 4), and: wrap(second, 4))),
    Tampering(
      "second entries swapped with commitments and wraps",
      Tampering.swap(
        "sealed", of: "main.second_entries", between: entry(first), and: entry(second))
        + Tampering.swap(
          "commitment", of: "main.second_entries", between: entry(first), and: entry(second))
        + Tampering.swap(
          "sealed", of: "k.wraps", between: wrap(first, 4), and: wrap(second, 4))),
    Tampering(
      "the first entry put in the place of the second, with its key",
      """
      UPDATE main.second_entries SET
        sealed = (SELECT sealed FROM main.numbers WHERE person = \(first)),
        commitment = (SELECT commitment FROM main.numbers WHERE person = \(first))
        WHERE person = \(first);
      UPDATE k.wraps SET sealed = (SELECT sealed FROM k.wraps WHERE id = \(wrap(first, 1))),
        lockbox = (SELECT lockbox FROM k.wraps WHERE id = \(wrap(first, 1))),
        declaration = (SELECT declaration FROM k.wraps WHERE id = \(wrap(first, 1)))
        WHERE id = \(wrap(first, 4));
      """),
    Tampering(
      "a second entry altered",
      "UPDATE main.second_entries SET sealed = randomblob(40) WHERE person = \(first)"),
    Tampering(
      "a second entry taken away", "DELETE FROM main.second_entries WHERE person = \(first)"),
    Tampering(
      "a second entry marked erased",
      "UPDATE main.second_entries SET erased = 1 WHERE person = \(first)"),
    Tampering(
      "the wraps of a second entry taken away",
      "DELETE FROM k.wraps WHERE object = 4 AND person = \(first)"),
    Tampering(
      "the wraps of a second entry marked erased",
      "UPDATE k.wraps SET erased = 1 WHERE object = 4 AND person = \(first)"),
  ]

  private func prepared() throws -> SecondEntryFixture {
    let fixture = try SecondEntryFixture()
    let session = try fixture.vault.signIn("keiko")
    try fixture.confirm(
      session, "E1,,\(SecondEntryFixture.one)\nE2,,\(SecondEntryFixture.two)")
    session.close()
    return fixture
  }

  @Test("an edit ends as an integrity failure, with its entry, and nothing is read", arguments: all)
  func edits(_ tampering: Tampering) throws {
    let fixture = try prepared()
    try fixture.vault.sql(tampering.sql)
    let session = try fixture.vault.signIn("keiko")
    let result = try ExitStatus { _ = try session.digits("E1") }
    #expect(result.status == 76, "\(tampering.testDescription): \(result)")
    let last = try #require(try session.vault.entries().last?.content)
    #expect(last.action == "compare" && last.outcome == .failed && last.person == "E1")
    let record = try #require(try session.vault.person(try PersonCode("E1"))?.record)
    #expect(record.secondEntry(of: 1)?.state == .entered && record.current?.usable == false)
  }

  @Test("a state that no entry pins is an integrity failure")
  func state() throws {
    let fixture = try prepared()
    try fixture.vault.forge("E1") { record in
      record.note(
        SecondEntry(version: 1, state: .agreed, firstBy: "u1", by: "u2"), usable: true)
    }
    let result = try ExitStatus {
      let session = try fixture.vault.signIn("keiko")
      defer { session.close() }
      _ = try session.digits("E1")
    }
    #expect(result.status == 76, "\(result)")
  }

  @Test("the examination names what is missing of a second entry")
  func examination() throws {
    for (sql, said) in [
      (
        "DELETE FROM main.second_entries WHERE person = \(Self.first)",
        "second entry of E1 is missing"
      ),
      ("UPDATE main.second_entries SET erased = 1 WHERE person = \(Self.first)", "is erased"),
      (
        "DELETE FROM k.wraps WHERE object = 4 AND person = \(Self.first)",
        "wrap of the second entry"
      ),
    ] {
      let fixture = try prepared()
      try fixture.vault.sql(sql)
      let found = try VaultExamination(try fixture.vault.open())
      #expect(found.problemCount == 1 && found.problems.first?.contains(said) == true)
    }
  }
}
