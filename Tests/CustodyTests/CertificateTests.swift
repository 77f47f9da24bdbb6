import MyNumberKit
import Testing

@testable import Auditing
@testable import Custody

@Suite("A certificate of disposal")
struct CertificateTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first

  /// The vault's administrator, a day, and everything that a purge does but its certificate.
  private func purge(_ session: Session) throws {
    let plan = try Purge(session).plan(asOf: Self.day, acceptPresumed: false)
    let run = PurgeRun(session, plan, nil)
    try run.record()
    try run.shred()
  }

  private func body(_ certificate: DisposalCertificate) throws -> [String: CanonicalValue] {
    guard case .object(let members) = certificate.value, case .object(let body)? = members["body"]
    else { throw CustodyError(.bug("another form")) }
    return body
  }

  @Test("that is lost is made again from the log, byte for byte, whatever happened since")
  func again() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("admin")
    let first = try #require(try Purge(session).run(asOf: Self.day, acceptPresumed: false))
    session.close()
    let officer = try fixture.signIn("hanako")
    try PersonEvents(officer).leave(
      try PersonCode("0003"), on: Self.day, reason: nil, lastPaidOn: nil)
    officer.close()
    let later = try fixture.signIn(
      "admin",
      VaultFixture.environment(now: Timestamp(Self.day.adding(days: 90), secondOfDay: 0)))
    #expect(try Purge(later).certificate().bytes == first.bytes)
    guard case .integer(let entry)? = try body(first)["entry"] else { return }
    #expect(try Purge(later).certificate(of: entry).bytes == first.bytes)
  }

  @Test("of a purge that was killed before its certificate is made by the next who asks")
  func killed() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("admin")
    #expect(try Purge(session).uncertified() == nil)
    try purge(session)
    session.close()
    let again = try fixture.signIn("admin")
    let entry = try #require(try Purge(again).uncertified())
    #expect(try Purge(again).run(asOf: Self.day, acceptPresumed: false)?.bytes == nil)
    let certificate = try Purge(again).certificate()
    let facts = try body(certificate)
    #expect(facts["entry"] == .integer(entry) && facts["by"] == .string("u0"))
    guard case .object(let scan)? = facts["scan"] else { throw CustodyError(.bug("no scan")) }
    #expect(scan["found"] == .integer(0) && scan["patterns"] == .integer(5))
    #expect(try Purge(again).uncertified() == nil)
    #expect(try Purge(again).certificate().bytes == certificate.bytes)
  }

  @Test("says the same whichever administrator issues it, and names the key that signed")
  func otherIssuer() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("admin")
    let first = try body(
      try #require(try Purge(session).run(asOf: Self.day, acceptPresumed: false)))
    try Users(session).add(
      "deputy", roles: [RoleID(rawValue: "administrator")],
      passphrase: VaultFixture.passphrase("deputy"), recovery: nil)
    session.close()
    let accountant = try fixture.signIn("keiko")
    #expect(try ExitStatus { _ = try Purge(accountant).certificate() }.status == 64)
    accountant.close()
    let deputy = try fixture.signIn("deputy")
    let made = try Purge(deputy).certificate()
    var second = try body(made)
    #expect(second["key"] == .integer(deputy.account.keysIndex))
    for member in ["issuer", "key", "authority"] { second[member] = first[member] }
    #expect(CanonicalValue.object(second) == .object(first))
    guard case .object(let members) = made.value, case .string(let text)? = members["signature"],
      let signature = Base64.decode(text), let body = members["body"]
    else { throw CustodyError(.bug("another form")) }
    let signed = Array(DisposalCertificate.label.utf8) + body.encoded()
    let key = deputy.account.keys.ed25519
    #expect(try key.isValid(signature: signature.span, for: signed.span))
  }

  @Test("is made of nothing but a purge, and not for those who may not destroy")
  func refusals() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("admin")
    #expect(try ExitStatus { _ = try Purge(session).certificate() }.status == 66)
    _ = try Purge(session).run(asOf: Self.day, acceptPresumed: false)
    #expect(try ExitStatus { _ = try Purge(session).certificate(of: 0) }.status == 64)
    #expect(try ExitStatus { _ = try Purge(session).certificate(of: 1 << 40) }.status == 64)
    session.close()
    let auditor = try fixture.signIn("audrey")
    #expect(try ExitStatus { _ = try Purge(auditor).certificate() }.status == 77)
  }

  @Test("is not made while a copy of what was destroyed stands in a file")
  func remnant() throws {
    let fixture = try SampleVault.copy()
    let wrap = try #require(
      try fixture.blobs(
        "sealed", from: "k.wraps WHERE object = 1 AND person = \(VaultFixture.row("0801"))"
      ).first)
    let session = try fixture.signIn("admin")
    try purge(session)
    session.close()
    try fixture.sql(
      """
      INSERT INTO k.wraps(person, object, version, key, lockbox, declaration, sealed)
      VALUES(999, 1, 1, 1, 1, zeroblob(16), \(VaultFixture.literal(wrap)))
      """)
    let again = try fixture.signIn("admin")
    #expect(try ExitStatus { _ = try Purge(again).certificate() }.status == 76)
    #expect(try Purge(again).uncertified() != nil)
  }
}
