import MyNumberKit
import Testing

@testable import Auditing
@testable import Custody

@Suite("The approval of a purge by a second user")
struct PurgeApprovalTests {
  private static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first

  /// The sample vault under a policy that asks for a second user.
  private func fixture() throws -> VaultFixture {
    let fixture = try SampleVault.copy()
    let files = try VaultFixture.policy().files.map { file in
      guard file.name == "retention.yaml" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
        .replacing("purge_approval: none", with: "purge_approval: second-user")
      return PolicyBundle.File(name: file.name, bytes: Array(text.utf8))
    }
    let session = try fixture.signIn("admin")
    try PolicyChange(session).update(to: PolicyBundle(files: files))
    session.close()
    let auditor = try fixture.signIn("audrey")
    // A passphrase of their own; that it is the same one here does not matter.
    try Users(auditor).changePassphrase(to: VaultFixture.passphrase("audrey"))
    auditor.close()
    return fixture
  }

  private func plan(_ fixture: VaultFixture) throws -> [UInt8] {
    let session = try fixture.signIn("admin")
    defer { session.close() }
    return try Purge(session).plan(asOf: Self.day, acceptPresumed: false)
      .document(of: session.vault.id)
  }

  private func approve(_ plan: [UInt8], as user: String, _ fixture: VaultFixture) throws {
    let session = try fixture.signIn(user)
    defer { session.close() }
    #expect(try PurgeApproval(session).approve(plan).items.count == 2)
  }

  private func purge(_ fixture: VaultFixture, acceptPresumed: Bool = false) throws -> ExitStatus {
    let session = try fixture.signIn("admin")
    defer { session.close() }
    return try ExitStatus {
      let made = try Purge(session).run(asOf: Self.day, acceptPresumed: acceptPresumed)
      #expect(made != nil)
    }
  }

  @Test("lets the plan be carried out; the entry is signed and the plan holds codes and dates only")
  func approved() throws {
    let fixture = try fixture()
    let plan = try plan(fixture)
    #expect(!plan.holds(Array("890634246695".utf8)) && !plan.holds(Array("細谷".utf8)))
    try approve(plan, as: "audrey", fixture)
    #expect(try purge(fixture).status == 0)
    let vault = try fixture.open()
    let entry = try #require(try vault.entries().first { $0.content.action == "purge-approve" })
    #expect(entry.content.actor != "u0" && entry.signature != nil)
    #expect(entry.content.authority == .approval(plan: try SHA256.hash(plan.span)))
  }

  @Test("is refused without one, and where the same user gave it")
  func missing() throws {
    let fixture = try fixture()
    #expect(try purge(fixture).status == 77)
    try approve(try plan(fixture), as: "admin", fixture)
    #expect(try purge(fixture).status == 77)
    #expect(try fixture.texts("SELECT count(*) FROM k.wraps WHERE erased <> 0") == ["0"])
    let refusals = try fixture.open().entries().filter { $0.content.rule == "purge-not-approved" }
    #expect(refusals.count == 2)
  }

  @Test("is refused for a plan that changed since, and for one that is another")
  func changed() throws {
    let fixture = try fixture()
    let plan = try plan(fixture)
    try approve(plan, as: "audrey", fixture)
    let otherDay = String(decoding: plan, as: UTF8.self).replacing(
      "\"disposal\":\"20", with: "\"disposal\":\"19")
    #expect(Array(otherDay.utf8) != plan)
    let early = try fixture.signIn("audrey")
    let result = try ExitStatus { _ = try PurgeApproval(early).approve(Array(otherDay.utf8)) }
    #expect(result.status == 64)
    early.close()
    let officer = try fixture.signIn("admin")
    _ = try PersonEvents(officer).hold(try PersonCode("0801"), reason: "係争中", until: nil)
    officer.close()
    let auditor = try fixture.signIn("audrey")
    defer { auditor.close() }
    var edited = plan
    edited[plan.count - 10] ^= 1
    for document in [plan, edited, [], Array("{}\n".utf8), plan + [0x0A]] {
      let result = try ExitStatus { _ = try PurgeApproval(auditor).approve(document) }
      #expect(result.status == 64, "\(result)")
    }
  }

  @Test("does not carry another purge than that of the plan")
  func otherPlan() throws {
    let fixture = try fixture()
    try approve(try plan(fixture), as: "audrey", fixture)
    // With what is due by presumption it is another plan.
    let result = try purge(fixture, acceptPresumed: true)
    #expect(result.status == 77, "\(result)")
  }

  @Test("of a plan does not carry the same with one more person on it")
  func onePersonMore() throws {
    let fixture = try fixture()
    let plan = try plan(fixture)
    try approve(plan, as: "audrey", fixture)
    try LeaversVault.collect(0..<1, rounds: 1, in: fixture)
    let session = try fixture.signIn("admin")
    let more = try Purge(session).plan(asOf: Self.day, acceptPresumed: false)
    #expect(more.items.count == 4 && more.items.prefix(2).allSatisfy { $0.code.text == "0801" })
    session.close()
    #expect(try purge(fixture).status == 77)
    // Nor can the document of before be approved any more, for what is due is another plan.
    let auditor = try fixture.signIn("audrey")
    #expect(try ExitStatus { _ = try PurgeApproval(auditor).approve(plan) }.status == 64)
    auditor.close()
    #expect(try fixture.texts("SELECT count(*) FROM k.wraps WHERE erased <> 0") == ["0"])
  }

  @Test("is asked for again under the lock, and stands in the certificate")
  func underLock() throws {
    for revokes in [false, true] {
      let fixture = try fixture()
      try approve(try plan(fixture), as: "audrey", fixture)
      let session = try fixture.signIn("admin")
      defer { session.close() }
      let plan = try Purge(session).plan(asOf: Self.day, acceptPresumed: false)
      let run = PurgeRun(session, plan, PurgeApproval(session))
      try run.record()
      if revokes {
        let other = try fixture.signIn("admin")
        try Users(other).revoke("audrey")
        other.close()
        #expect(try ExitStatus { try run.shred() }.status == 77)
        #expect(try fixture.texts("SELECT count(*) FROM k.wraps WHERE erased <> 0") == ["0"])
      } else {
        try run.shred()
        let bytes = try #require(try run.certificate()).bytes
        let verdict = try CertificateVerification(trusting: session.vault.id).verify(bytes)
        let auditor = try #require(session.vault.authority.user(named: "audrey"))
        #expect(verdict.statement.approval?.by == [auditor.id])
      }
    }
  }

  @Test("is not given under a passphrase that somebody else set")
  func firstPassphrase() throws {
    let fixture = try fixture()
    let admin = try fixture.signIn("admin")
    try Users(admin).add(
      "second", roles: [RoleID(rawValue: "auditor")],
      passphrase: VaultFixture.passphrase("second"), recovery: nil)
    admin.close()
    let document = try plan(fixture)
    let session = try fixture.signIn("second")
    #expect(try ExitStatus { _ = try PurgeApproval(session).approve(document) }.status == 64)
    // Nor does the entry count that a program of one's own adds.
    let transaction = try Transaction(session.vault, touchesKeys: false)
    var content = session.entry("purge-approve")
    content.authority = .approval(plan: try SHA256.hash(document.span))
    try transaction.add(content, signedBy: session.secrets.signer)
    try transaction.finish(signedBy: session.secrets.signer)
    session.close()
    #expect(try purge(fixture).status == 77)
  }

  @Test("is not for those who may neither purge nor sign off, and void once they are revoked")
  func who() throws {
    let fixture = try fixture()
    let plan = try plan(fixture)
    for user in ["hanako", "keiko"] {
      let session = try fixture.signIn(user)
      #expect(try ExitStatus { _ = try PurgeApproval(session).approve(plan) }.status == 77)
      session.close()
    }
    try approve(plan, as: "audrey", fixture)
    let session = try fixture.signIn("admin")
    try Users(session).revoke("audrey")
    session.close()
    #expect(try purge(fixture).status == 77)
  }
}
