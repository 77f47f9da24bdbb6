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
        == .claimed(on: VerifyingFixture.day("2016-01-20"), by: session.account.id))
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
    let outcome = try Attestation(admin).attestAllClaimed(reason: "導入前に確認")
    #expect(outcome.attested.map(\.text) == ["V3"] && outcome.refused.isEmpty)
    #expect(try admin.verification("V2") == Verification.none)
    #expect(try admin.verification("V5")?.isComplete == false)
    #expect(try Attestation(admin).attestAllClaimed(reason: "導入前に確認").attested.isEmpty)
    #expect(try admin.entries("attest").count == 1)
  }

  @Test("by code takes one of whom the import said nothing, if hired before the vault")
  func silent() throws {
    let vault = try people(["V2,2016-04-01,066096536136,,", "V3,,123456789018,,"])
    let admin = try vault.signIn("admin")
    try Attestation(admin).attest([try PersonCode("V2")], reason: "導入前に確認")
    #expect(try admin.verification("V2")?.isComplete == true)
    let day = admin.vault.today
    #expect(try refusal(admin, "V3") == .receivedSince(day, limit: day))
    #expect(try admin.verification("V3") == Verification.none)
  }

  /// A vault begun on 2026-11-22 with these people: code, 入社日, number, 確認方法, 確認日.
  private func people(_ rows: [String], kind: String = "従業員", by user: String = "hanako") throws
    -> VaultFixture
  {
    let vault = try VaultFixture()
    let session = try vault.signIn(user)
    let lines = rows.enumerated().map { place, row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[0]),\(kind),試験　\(place),1980-04-01," + cells[1...].joined(separator: ",")
    }
    let text =
      "社員番号,区分,氏名,生年月日,入社日,個人番号,確認方法,確認日\n" + lines.joined(separator: "\n") + "\n"
    try session.importFile(try vault.folder.write(text, as: "people.csv"))
    session.close()
    return vault
  }

  @Test("is for who was hired before the day on which the vault was begun, by code and of all")
  func hired() throws {
    let vault = try people([
      "V1,2026-11-21,654170921305,記録なし,", "V2,2026-11-22,066096536136,記録なし,2016-01-20",
      "V3,2026-11-22,858319664372,記録なし,",
    ])
    let admin = try vault.signIn("admin")
    let day = VerifyingFixture.day("2026-11-22")
    #expect(admin.vault.authority.createdAt.japanDate == day)
    #expect(try refusal(admin, "V2") == .receivedSince(day, limit: day))
    let outcome = try Attestation(admin).attestAllClaimed(reason: "導入前に確認")
    #expect(outcome.attested.map(\.text) == ["V1"])
    #expect(outcome.refused.map(\.code.text) == ["V2", "V3"])
    #expect(outcome.refused.map(\.refusal).last == .receivedSince(day, limit: day))
    #expect(try admin.verification("V2")?.isComplete == false)
    #expect(try admin.verification("V3")?.isComplete == false)
    let entries = try admin.entries("attest")
    #expect(entries.map(\.person) == ["V2", "V1", "V2", "V3"])
    #expect(entries.filter { $0.outcome == .refused }.allSatisfy { $0.rule == "received-since" })
    #expect(CustodyError(.refused(.receivedSince(day, limit: day))).exitStatus == 77)
    let refusal = Refusal.receivedSince(day, limit: day)
    #expect(refusal.article == "番号法16条" && refusal.remedy.contains("verify record"))
  }

  @Test("of a payee goes by 確認日, and without one by the day of the import")
  func payees() throws {
    let vault = try people(
      [
        "V1,,654170921305,記録なし,2026-11-21", "V2,,066096536136,記録なし,2026-11-22",
        "V3,,858319664372,記録なし,",
      ], kind: "支払先")
    let admin = try vault.signIn("admin")
    let outcome = try Attestation(admin).attestAllClaimed(reason: "導入前に確認")
    #expect(outcome.attested.map(\.text) == ["V1"])
    #expect(outcome.refused.map(\.code.text) == ["V2", "V3"])
  }

  @Test("is not for a number that changed since")
  func changed() throws {
    let vault = try people(["V1,2016-04-01,654170921305,記録なし,"])
    let officer = try vault.signIn("hanako")
    var options = ImportOptions()
    options.replacement = .change(on: VerifyingFixture.day("2026-11-22"), reason: "番号法7条2項")
    let path = try vault.folder.write(
      """
      社員番号,氏名,生年月日,入社日,個人番号,確認方法
      V1,試験　0,1980-04-01,2016-04-01,066096536136,記録なし

      """, as: "changed.csv")
    try officer.importFile(path, options)
    officer.close()
    let admin = try vault.signIn("admin")
    let day = VerifyingFixture.day("2026-11-22")
    #expect(try refusal(admin, "V1") == .receivedSince(day, limit: day))
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

  /// A vault, signed in to by who is both officer and administrator.
  private static func signInAsBoth() throws -> (vault: VaultFixture, session: Session) {
    let vault = try VaultFixture()
    let admin = try vault.signIn("admin")
    let recovery = try Recovery(
      vault.recovery, of: admin.vault, passphrase: VaultFixture.passphrase("recovery"))
    try Users(admin).add(
      "masao", roles: [RoleID("hr"), RoleID("administrator")],
      passphrase: VaultFixture.passphrase("masao"), recovery: recovery)
    admin.close()
    return (vault, try vault.signIn("masao"))
  }

  @Test("stands by itself in an import of somebody who is both officer and administrator")
  func both() throws {
    let (vault, session) = try Self.signInAsBoth()
    let summary = try session.importFile(
      try vault.folder.write(VerifyingFixture.people, as: "people.csv"))
    #expect(summary.legacy == 1 && summary.claimed == 0)
    #expect(try session.verification("V3")?.isComplete == true)
    let entry = try session.entries("import").first { $0.person == "V3" }
    #expect(entry?.detail["attested"] == .bool(true))
    #expect(try session.entries("import").filter { $0.detail["attested"] != nil }.count == 1)
  }

  @Test("does not stand by itself in an import of who was hired since, or changed the number")
  func bothSince() throws {
    let (vault, session) = try Self.signInAsBoth()
    let header = "社員番号,氏名,生年月日,入社日,個人番号,確認方法\n"
    let summary = try session.importFile(
      try vault.folder.write(
        header + "V1,試験　一,1980-04-01,2026-11-21,654170921305,記録なし\n"
          + "V2,試験　二,1980-04-01,2026-11-22,066096536136,記録なし\n", as: "people.csv"))
    #expect(summary.legacy == 1 && summary.claimed == 1)
    #expect(try session.verification("V1")?.isComplete == true)
    #expect(try session.verification("V2")?.isComplete == false)
    var options = ImportOptions()
    options.replacement = .change(on: VerifyingFixture.day("2026-11-22"), reason: "番号法7条2項")
    try session.importFile(
      try vault.folder.write(
        header + "V1,試験　一,1980-04-01,2026-11-21,858319664372,記録なし\n", as: "changed.csv"),
      options)
    #expect(try session.verification("V1")?.isComplete == false)
    #expect(try session.entries("replace").allSatisfy { $0.detail["attested"] == nil })
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
