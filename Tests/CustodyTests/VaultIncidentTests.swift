import MyNumberKit
import Testing

@testable import Custody

/// An incident's people from the log, held against what the files really hold.
@Suite("An incident in a vault")
struct VaultIncidentTests {
  private func opened(
    in fixture: VaultFixture, on now: Timestamp = VaultFixture.noon
  ) throws -> Int {
    let session = try fixture.signIn("audrey", VaultFixture.environment(now: now))
    defer { session.close() }
    return try Incidents(session).open(
      IncidentOpening(
        knownOn: session.vault.today, harms: [.leak, .loss], cause: .theft, what: "盗難"))
  }

  private func assess(
    _ incident: Int, _ source: IncidentSource, in fixture: VaultFixture
  ) throws -> IncidentAssessment {
    let vault = try fixture.open()
    defer { vault.store.close() }
    var builder = IncidentAssessmentBuilder(incident: incident, source: source)
    for entry in try vault.entries() { try builder.add(entry) }
    return try builder.finish(policy: vault.policy)
  }

  /// Person and purpose of every number that some key opens, as the two files have it.
  private func wrapped(in fixture: VaultFixture) throws -> (people: [String], wraps: Int) {
    let rows = """
      k.wraps AS w JOIN main.people AS p ON p.id = w.person WHERE w.object = 1 AND w.erased = 0
      """
    let people = try fixture.texts("SELECT DISTINCT CAST(p.code AS TEXT) FROM \(rows)").sorted()
    let wraps = try fixture.texts("SELECT DISTINCT w.person || '-' || w.key FROM \(rows)").count
    return (people, wraps)
  }

  private func check(_ found: IncidentAssessment, _ held: (people: [String], wraps: Int)) {
    #expect(found.people.map(\.code).sorted() == held.people)
    #expect(found.people.reduce(0) { $0 + $1.purposes.count } == held.wraps)
    #expect(found.people.allSatisfy { !$0.entries.isEmpty })
  }

  @Test("finds of the records who has a number for which purpose, also after a purge and a change")
  func records() throws {
    let filing = try FilingFixture()
    let fixture = filing.vault
    let incident = try opened(in: fixture)
    let before = try wrapped(in: fixture)
    #expect(before.people.count > 10)
    check(try assess(incident, .records, in: fixture), before)
    let backup = try fixture.backUp()
    let session = try fixture.signIn("admin")
    _ = try Purge(session).run(asOf: session.vault.today, acceptPresumed: true)
    session.close()
    let after = try wrapped(in: fixture)
    #expect(after.wraps < before.wraps)
    // What was destroyed since it was noted stood when it occurred.
    check(try assess(incident, .records, in: fixture), before)
    // So did what was destroyed on the day of knowing, as far as anybody can tell.
    check(try assess(try opened(in: fixture), .records, in: fixture), before)
    let later = try opened(in: fixture, on: VaultFixture.noon.adding(seconds: 86_400))
    check(try assess(later, .records, in: fixture), after)
    check(try assess(later, .bothFiles, in: fixture), after)
    check(try assess(later, .backup(backup.id), in: fixture), before)
  }

  @Test("finds of the records who got a number after their row, and whose wrong one was corrected")
  func laterNumbers() throws {
    let fixture = try VaultFixture()
    for numbers in [",,,,", "858319664372,個人番号カード,個人番号カード,対面,2016-04-01", corrected] {
      let session = try fixture.signIn("keiko")
      var options = ImportOptions()
      options.replacement = .correction
      let text = """
        社員番号,氏名,入社日,個人番号,番号確認書類,身元確認書類,確認方法,確認日,利用目的
        E9,試験　一,2012-04-01,\(numbers),tax-withholding

        """
      _ = try session.importFile(try fixture.folder.write(text, as: "later.csv"), options)
      session.close()
      let held = try wrapped(in: fixture)
      #expect(held.people == (numbers == ",,,," ? [] : ["E9"]))
      check(try assess(try opened(in: fixture), .records, in: fixture), held)
    }
  }

  private var corrected: String { "487861614707,個人番号カード,個人番号カード,対面,2016-04-01" }

  @Test("finds of a lost slip file those whose numbers stand in it, and nobody else")
  func export() throws {
    let filing = try FilingFixture()
    try filing.export()
    let record = try #require(try filing.register().first)
    let found = try assess(try opened(in: filing.vault), .export(record.id), in: filing.vault)
    #expect(found.people.count == record.numbers && found.people.count == 3)
    #expect(found.people.allSatisfy { $0.code.hasPrefix("0001") })
    #expect(found.people.allSatisfy { $0.forms == ["withholding-slip-municipality"] })
    #expect(found.export == record && found.answer?.isReportable == true)
  }

  @Test("finds of a user what was read, and of one who read nothing nobody")
  func user() throws {
    let filing = try FilingFixture()
    try filing.export()
    let incident = try opened(in: filing.vault)
    #expect(try assess(incident, .user("keiko"), in: filing.vault).people.count == 3)
    #expect(try assess(incident, .user("hanako"), in: filing.vault).people.isEmpty)
    #expect(try assess(incident, .period, in: filing.vault).people.count == 3)
  }
}
