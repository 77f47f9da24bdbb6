import MyNumberKit
import Testing

@testable import Custody

@Suite("Answering for numbers verified before the vault")
struct AttestationTests {
  let fixture: VerifyingFixture

  init() throws { fixture = try VerifyingFixture() }

  private func refusal(_ session: Session, _ code: String) throws -> Refusal? {
    let error = #expect(throws: CustodyError.self) {
      try Attestation(session).attest([try PersonCode(code)], reason: "2016年に対面で確認")
    }
    guard case .refused(let refusal)? = error?.code else { return nil }
    return refusal
  }

  @Test("what an import claims cannot be used before it")
  func claimed() throws {
    let session = try fixture.vault.signIn("hanako")
    #expect(
      try session.verification("V3")
        == .claimed(on: session.vault.today, by: session.account.id))
    let refusal = try #require(try session.insuranceRefusal("V3"))
    #expect(refusal.rule == "not-verified" && refusal.remedy.contains("verify attest"))
  }

  @Test("the administrator makes it usable, with an entry that has the reason")
  func attested() throws {
    let admin = try fixture.vault.signIn("admin")
    try Attestation(admin).attest([try PersonCode("V3")], reason: "2016年に対面で確認")
    #expect(
      try admin.verification("V3") == .legacy(attestedOn: admin.vault.today, by: admin.account.id))
    let entry = try #require(try admin.entries("attest").last)
    #expect(entry.person == "V3" && entry.reason == "2016年に対面で確認" && entry.version == 1)
    admin.close()
    let session = try fixture.vault.signIn("hanako")
    #expect(try session.insuranceRefusal("V3") == nil)
  }

  @Test("of all takes those who were claimed and nobody else")
  func all() throws {
    let admin = try fixture.vault.signIn("admin")
    #expect(try Attestation(admin).waiting() == 1)
    let codes = try Attestation(admin).attestAllClaimed(reason: "導入前に確認")
    #expect(codes.map(\.text) == ["V3"])
    #expect(try admin.verification("V2") == Verification.none)
    #expect(try admin.verification("V5")?.isComplete == false)
    #expect(try Attestation(admin).attestAllClaimed(reason: "導入前に確認").isEmpty)
    #expect(try admin.entries("attest").count == 1)
  }

  @Test("by code takes one of whom the import said nothing")
  func silent() throws {
    let admin = try fixture.vault.signIn("admin")
    try Attestation(admin).attest([try PersonCode("V2")], reason: "導入前に確認")
    #expect(try admin.verification("V2")?.isComplete == true)
  }

  @Test("is refused where there is nothing to attest, and all stay as they were")
  func refused() throws {
    let admin = try fixture.vault.signIn("admin")
    #expect(try refusal(admin, "V1") == .verifiedAlready)
    #expect(try refusal(admin, "V1-1") == .employeeVerifies)
    #expect(try refusal(admin, "V4") == .noNumber(.notAsked))
    #expect(try refusal(admin, "V5") == .particularsKept)
    #expect(throws: CustodyError.self) {
      try Attestation(admin).attest(
        [try PersonCode("V3"), try PersonCode("V5")], reason: "導入前に確認")
    }
    #expect(try admin.verification("V3")?.isComplete == false)
    let entries = try admin.entries("attest")
    #expect(entries.count == 5 && entries.allSatisfy { $0.outcome == .refused })
  }

  @Test("is for the administrator alone", arguments: ["hanako", "keiko", "audrey"])
  func others(user: String) throws {
    let session = try fixture.vault.signIn(user)
    #expect(try refusal(session, "V3") == .roleForbids(.attest))
    #expect(throws: CustodyError.self) {
      try Attestation(session).attestAllClaimed(reason: "導入前に確認")
    }
    #expect(try session.verification("V3")?.isComplete == false)
  }

  @Test("needs a reason without a number in it", arguments: ["", "  ", "1234 5678 9018"])
  func reason(text: String) throws {
    let admin = try fixture.vault.signIn("admin")
    let error = #expect(throws: CustodyError.self) {
      try Attestation(admin).attest([try PersonCode("V3")], reason: text)
    }
    #expect(error?.exitStatus == (text.contains("1") ? 65 : 64))
    #expect(try admin.entries("attest").isEmpty)
  }

  @Test("stands by itself in an import of somebody who is both officer and administrator")
  func both() throws {
    let vault = try VaultFixture()
    let admin = try vault.signIn("admin")
    let recovery = try Recovery(
      vault.recovery, of: admin.vault, passphrase: VaultFixture.passphrase("recovery"))
    try Users(admin).add(
      "masao", roles: [RoleID("hr"), RoleID("administrator")],
      passphrase: VaultFixture.passphrase("masao"), recovery: recovery)
    admin.close()
    let session = try vault.signIn("masao")
    let summary = try session.importFile(
      try vault.folder.write(VerifyingFixture.people, as: "people.csv"))
    #expect(summary.legacy == 1 && summary.claimed == 0)
    #expect(try session.verification("V3")?.isComplete == true)
    let entry = try session.entries("import").first { $0.person == "V3" }
    #expect(entry?.detail["attested"] == .bool(true))
    #expect(try session.entries("import").filter { $0.detail["attested"] != nil }.count == 1)
  }

  @Test("nothing kept of a dependent is no paper that was asked for")
  func dependent() throws {
    let vault = try VaultFixture()
    let session = try vault.signIn("hanako")
    try session.importFile(
      try vault.folder.write(
        """
        社員番号,続柄,氏名,生年月日,税扶養,個人番号,確認方法
        V1,,試験　一,1980-04-01,,654170921305,記録なし
        V1,子,試験　小,2005-05-05,○,905310848070,記録なし

        """, as: "people.csv"))
    #expect(try session.verification("V1-1") == .employeeDuty)
  }
}
