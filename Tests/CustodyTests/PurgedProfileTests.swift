import Foundation
import MyNumberKit
import Testing

@testable import Custody

@Suite("The name and address of one whose last number is purged")
struct PurgedProfileTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first
  private static let wraps =
    "k.wraps WHERE object = 2 AND person = \(VaultFixture.row("0801"))"

  private func purge(_ fixture: VaultFixture) throws -> DisposalCertificate? {
    let session = try fixture.signIn("admin")
    defer { session.close() }
    return try Purge(session).run(asOf: Self.day, acceptPresumed: false)
  }

  @Test("go with it, and the certificate names the key")
  func gone() throws {
    let fixture = try SampleVault.copy()
    let old = try #require(try fixture.blobs("sealed", from: Self.wraps).first)
    let certificate = try #require(try purge(fixture))
    #expect(try fixture.texts("SELECT DISTINCT erased FROM \(Self.wraps)") == ["1"])
    for (name, bytes) in try fixture.contents() { #expect(!bytes.holds(old), "\(name)") }
    let officer = try fixture.signIn("hanako")
    defer { officer.close() }
    let person = try #require(try officer.vault.person(try PersonCode("0801")))
    #expect(try officer.profileIfHeld(of: person) == nil)
    #expect(try ExitStatus { _ = try officer.profile(of: person) }.status == 66)
    let other = try #require(try officer.vault.person(try PersonCode("0003")))
    #expect(try officer.profileIfHeld(of: other) != nil)
    let verdict = try CertificateVerification(trusting: officer.vault.id).verify(certificate.bytes)
    let tables = verdict.statement.items.flatMap(\.destroyed).map(\.table)
    #expect(tables.count { $0 == "profile-wrap" } == 1)
  }

  @Test("an older vault.sqlite beside today's keys gives them to no key; with older keys it does")
  func olderCopy() throws {
    let fixture = try SampleVault.copy()
    for name in ["vault.sqlite", "keys.sqlite"] { try fixture.save(name, as: "old-") }
    _ = try purge(fixture)
    try fixture.restore("vault.sqlite", from: "old-")
    #expect(try ExitStatus { try fixture.open().store.close() }.status == 76)
    #expect(
      try fixture.blobs("sealed", from: Self.wraps).allSatisfy { $0.allSatisfy { $0 == 0 } })
    // The control: the same query finds the key where it was not destroyed.
    try fixture.restore("keys.sqlite", from: "old-")
    #expect(
      try fixture.blobs("sealed", from: Self.wraps).allSatisfy { $0.contains { $0 != 0 } })
  }

  @Test("stay while one purpose still needs the number, and go with the last one")
  func onePurpose() throws {
    let fixture = try SampleVault.copy()
    let file = try fixture.folder.write(
      """
      社員番号,氏名,入社日,退職日,最終給与支払日,個人番号,番号確認書類,身元確認書類,確認方法,確認日,利用目的
      K1,試験　一,2001-04-01,2016-06-30,2016-07-25,858319664372,個人番号カード,個人番号カード,対面,2016-02-10,\
      tax-withholding;employment-insurance
      """, as: "leaver.csv")
    let officer = try fixture.signIn("hanako")
    try officer.importFile(file)
    officer.close()
    let session = try fixture.signIn("admin")
    defer { session.close() }
    let live = "AND erased = 0 AND person = \(VaultFixture.row("K1"))"
    for (year, numbers, profiles) in [(2022, 1, 1), (2026, 0, 0)] {
      let day = try #require(CalendarDate(year: year, month: 11, day: 22))
      _ = try #require(try Purge(session).run(asOf: day, acceptPresumed: true))
      #expect(
        try fixture.texts("SELECT count(*) FROM k.wraps WHERE object = 1 \(live)")
          == ["\(numbers)"])
      #expect(
        try fixture.texts("SELECT count(*) FROM k.wraps WHERE object = 2 \(live)")
          == ["\(profiles)"])
    }
  }

  @Test("stay where a wrong number was the last to go, until the time of the documents is over")
  func wrongNumber() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("admin")
    defer { session.close() }
    for code in ["0801", "0003"] {
      let person = try session.vault.requirePerson(try PersonCode(code))
      let plan = PurgePlan(
        asOf: Self.day, acceptsPresumed: true,
        items: try PurgePlanning(session.vault).corrected(1, of: person), presumed: [])
      let run = PurgeRun(session, plan, nil)
      try run.record()
      try run.shred()
      #expect(run.refused.isEmpty)
    }
    #expect(try fixture.texts("SELECT DISTINCT erased FROM \(Self.wraps)") == ["0"])
    let days = try session.vault.requirePerson(try PersonCode("0801")).record.purgedPurposes
    // Who left goes now; who still works here stays.
    let plan = try Purge(session).plan(asOf: Self.day, acceptPresumed: true)
    #expect(plan.items.map(\.code.text) == ["0801"])
    let certificate = try #require(try Purge(session).run(asOf: Self.day, acceptPresumed: true))
    #expect(try fixture.texts("SELECT DISTINCT erased FROM \(Self.wraps)") == ["1"])
    let live = "k.wraps WHERE object = 2 AND erased = 0 AND person = \(VaultFixture.row("0003"))"
    #expect(try fixture.texts("SELECT count(*) FROM \(live)") == ["1"])
    let verdict = try CertificateVerification(trusting: session.vault.id).verify(certificate.bytes)
    #expect(
      verdict.statement.items.map { $0.destroyed.map(\.table) } == [["profile-wrap"]])
    let record = try session.vault.requirePerson(try PersonCode("0801")).record
    #expect(record.purgedPurposes == days)
    #expect(try Purge(session).run(asOf: Self.day, acceptPresumed: true) == nil)
  }

  @Test("stay after a wrong number where the documents' end is presumed, until that is accepted")
  func presumedEnd() throws {
    let fixture = try SampleVault.copy()
    let file = try fixture.folder.write(
      """
      社員番号,氏名,入社日,退職日,最終給与支払日,個人番号,番号確認書類,身元確認書類,確認方法,確認日,利用目的
      K1,試験　一,2001-04-01,2016-06-30,2016-07-25,858319664372,個人番号カード,個人番号カード,対面,2016-02-10,\
      employment-insurance
      """, as: "leaver.csv")
    let officer = try fixture.signIn("hanako")
    try officer.importFile(file)
    officer.close()
    let session = try fixture.signIn("admin")
    defer { session.close() }
    let person = try session.vault.requirePerson(try PersonCode("K1"))
    let wrong = PurgePlan(
      asOf: Self.day, acceptsPresumed: true,
      items: try PurgePlanning(session.vault).corrected(1, of: person), presumed: [])
    let run = PurgeRun(session, wrong, nil)
    try run.record()
    try run.shred()
    #expect(!wrong.items.isEmpty && run.refused.isEmpty)
    let name =
      "k.wraps WHERE object = 2 AND erased = 0 AND person = \(VaultFixture.row("K1"))"
    let unasked = try Purge(session).plan(asOf: Self.day, acceptPresumed: false)
    #expect(unasked.items.allSatisfy { $0.code.text != "K1" })
    #expect(unasked.presumed.contains { $0.code.text == "K1" })
    _ = try Purge(session).run(asOf: Self.day, acceptPresumed: false)
    #expect(try fixture.texts("SELECT count(*) FROM \(name)") == ["1"])
    _ = try #require(try Purge(session).run(asOf: Self.day, acceptPresumed: true))
    #expect(try fixture.texts("SELECT count(*) FROM \(name)") == ["0"])
  }

  @Test("that a purge of before left behind go with the next one")
  func leftBehind() throws {
    let fixture = try SampleVault.copy()
    let old = try #require(try fixture.blobs("sealed", from: Self.wraps).first)
    _ = try purge(fixture)
    try fixture.sql(
      "UPDATE k.wraps SET erased = 0, sealed = \(VaultFixture.literal(old)) WHERE id = "
        + "(SELECT id FROM \(Self.wraps))")
    let certificate = try #require(try purge(fixture))
    for (name, bytes) in try fixture.contents() { #expect(!bytes.holds(old), "\(name)") }
    let session = try fixture.signIn("admin")
    defer { session.close() }
    let verdict = try CertificateVerification(trusting: session.vault.id).verify(certificate.bytes)
    #expect(verdict.statement.items.map(\.person) == ["0801"])
    #expect(try Purge(session).run(asOf: Self.day, acceptPresumed: true) == nil)
  }

  @Test("stay while a hold keeps the number")
  func kept() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("admin")
    _ = try PersonEvents(session).hold(try PersonCode("0801"), reason: "係争中", until: nil)
    _ = try Purge(session).run(asOf: Self.day, acceptPresumed: true)
    #expect(try fixture.texts("SELECT DISTINCT erased FROM \(Self.wraps)") == ["0"])
  }

  @Test("a wrapped key marked erased by hand is tampering while there is a number")
  func planted() throws {
    let fixture = try SampleVault.copy()
    try fixture.sql("UPDATE k.wraps SET erased = 1 WHERE object = 2")
    let officer = try fixture.signIn("hanako")
    defer { officer.close() }
    let person = try #require(try officer.vault.person(try PersonCode("0003")))
    #expect(try ExitStatus { _ = try officer.profileIfHeld(of: person) }.status == 76)
  }

  @Test("who comes back is named anew, with --update or without", arguments: [true, false])
  func back(updates: Bool) throws {
    let fixture = try SampleVault.copy()
    _ = try purge(fixture)
    let file = try fixture.folder.write(
      """
      社員番号,続柄,氏名,生年月日,入社日,個人番号,番号確認書類,身元確認書類,確認方法,確認日,利用目的
      0801,本人,細谷　久乃,1978-02-22,2026-11-16,890634246695,個人番号カード,個人番号カード,対面,2026-11-16,\
      tax-withholding
      """, as: "back.csv")
    let officer = try fixture.signIn("hanako")
    defer { officer.close() }
    var options = ImportOptions()
    options.update = updates
    try PersonEvents(officer).add(
      LifeEvent(.rehired, on: Self.day, basis: .recorded), to: try PersonCode("0801"))
    try officer.importFile(file, options)
    let person = try #require(try officer.vault.person(try PersonCode("0801")))
    #expect(try officer.profileIfHeld(of: person)?.name == "細谷　久乃")
  }
}
