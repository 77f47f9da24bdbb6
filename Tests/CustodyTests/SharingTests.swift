import MyNumberKit
import Testing

@testable import Custody

@Suite("What is shared with a contractor")
struct SharingTests {
  private static let form = "health-pension-acquisition"
  private static let wraps = "k.wraps WHERE key = (SELECT max(key) FROM k.wraps)"

  private func read(
    _ session: Session, _ code: String, purpose: String? = "health-pension",
    form: String = form
  ) throws -> ExitStatus {
    try ExitStatus { _ = try session.digits(code, form, purpose: purpose, year: nil) }
  }

  private func shared(_ people: [String] = ["0001"]) throws -> VaultFixture {
    let fixture = try SampleVault.copy()
    try ContractFile.register(fixture)
    try ContractFile.share(fixture, people)
    return fixture
  }

  @Test("a contractor's user reads the people shared, for the purpose shared, and no other")
  func reading() throws {
    let fixture = try shared()
    let taro = try fixture.signIn("taro")
    #expect(taro.heldKeys == ["health-pension@yamada-sr"])
    #expect(
      try taro.digits("0001", Self.form, purpose: "health-pension", year: nil)
        == Array("654170921305".utf8))
    #expect(try taro.digits("0001", Self.form, year: nil).count == 12, "the purpose is found")
    let entry = try taro.vault.entries().last?.content
    #expect(entry?.detail["contractor"] == .string("yamada-sr") && entry?.role == "contractor")
    #expect(try read(taro, "0003").status == 77)
    #expect(try taro.vault.entries().last?.content.rule == "not-shared")
    let tax = try read(
      taro, "0001", purpose: "tax-withholding", form: "withholding-slip-municipality")
    #expect(tax.status == 77, "\(tax)")
    #expect(try taro.vault.entries().last?.content.rule == "purpose-not-entrusted")
    for attempt in [
      {
        _ = try ContractorSharing(taro).share(
          with: "yamada-sr", for: PurposeID("health-pension"), [try PersonCode("0001")])
      },
      { _ = try Entrustments(taro).register() }, { _ = try HandOvers(taro).list() },
    ] { #expect(try ExitStatus(of: attempt).status == 77) }
  }

  @Test("with every check granted, neither another person nor another purpose opens")
  func byKey() throws {
    let fixture = try shared()
    let session = try fixture.signIn("taro", VaultFixture.environment(decider: PermissiveDecider()))
    var opened = 0
    for purpose in session.vault.policy.purposes.map(\.id) {
      let form = try #require(
        session.vault.policy.forms.first { $0.purposes.contains(purpose) }?.id.rawValue)
      for code in ["0001", "0003"] {
        let result = try read(session, code, purpose: purpose.rawValue, form: form)
        guard purpose.rawValue == "health-pension", code == "0001" else {
          #expect(result.status == 76, "\(code) \(purpose): \(result)")
          let last = try session.vault.entries().last?.content
          #expect(last?.outcome == .failed)
          #expect(
            last?.rule == (purpose.rawValue == "health-pension" ? "missing" : "key-not-held"))
          continue
        }
        #expect(result.status == 0)
        opened += 1
      }
    }
    #expect(opened == 1)
  }

  @Test("what may not be read is not shared, and one refusal stops all")
  func refused() throws {
    let fixture = try SampleVault.copy()
    try ContractFile.register(fixture)
    let officer = try fixture.signIn("hanako")
    let people = try ["0001", "0003-1"].map { try PersonCode($0) }
    var told: [String] = []
    let result = try ExitStatus {
      _ = try ContractorSharing(officer).share(
        with: "yamada-sr", for: PurposeID("health-pension"), people,
        refused: { code, _ in told.append(code.text) })
    }
    #expect(result.status == 77 && told == ["0003-1"], "\(result)")
    #expect(try officer.vault.entries().last?.content.outcome == .refused)
    #expect(officer.vault.authority.contractorKeys.isEmpty)
    officer.close()
    for (purpose, user) in [("tax-withholding", "hanako"), ("health-pension", "keiko")] {
      let session = try fixture.signIn(user)
      let refused = try ExitStatus {
        _ = try ContractorSharing(session).share(
          with: "yamada-sr", for: PurposeID(purpose), [try PersonCode("0001")])
      }
      #expect(refused.status == 77, "\(user): \(refused)")
      session.close()
    }
    #expect(try ExitStatus { try ContractFile.share(fixture, []) }.status == 64)
    #expect(try ExitStatus { try ContractFile.share(fixture, ["9999"]) }.status == 66)
    #expect(
      try ExitStatus { try ContractFile.share(fixture, ["0001"], with: "keiko") }.status == 66)
  }

  @Test(
    "a missing clause, a lapsed contract and overdue supervision stop sharing",
    arguments: [
      (ContractFile.yaml(missing: "no-removal"), "2026-11-22"),
      (ContractFile.yaml(until: "2026-11-21"), "2026-11-22"),
      (ContractFile.yaml(months: 1), "2026-11-22"),
    ])
  func gaps(file: [UInt8], date: String) throws {
    let fixture = try SampleVault.copy()
    try ContractFile.register(fixture, file, user: nil)
    let result = try ExitStatus {
      try ContractFile.share(fixture, ["0001"], now: ContractFile.on(date))
    }
    #expect(result.status == 77, "\(result)")
    #expect(try fixture.texts("SELECT count(*) FROM k.grants WHERE key LIKE '%@%'") == ["0"])
  }

  // MARK: The end

  @Test("at the first sign-in after the last day the sealed halves and the wraps are zeros")
  func lapse() throws {
    let fixture = try shared(["0001", "0003"])
    let halves = try fixture.blobs("sealed", from: "k.grants WHERE key LIKE '%@%'")
    let wraps = try fixture.blobs("sealed", from: Self.wraps)
    #expect(halves.count == 3 && wraps.count == 2)
    let eve = ContractFile.on("2027-03-31")
    let taro = try fixture.signIn("taro", VaultFixture.environment(now: eve))
    #expect(try read(taro, "0001").status == 0, "the last day is a day of the contract")
    taro.close()
    let late = VaultFixture.environment(now: ContractFile.on("2027-04-01"))
    #expect(try ExitStatus { _ = try fixture.signIn("taro", late) }.status == 77)
    #expect(try fixture.blobs("sealed", from: Self.wraps) == wraps, "who may not act ends nothing")
    try fixture.signIn("audrey", late).close()
    for half in try fixture.blobs("sealed", from: "k.grants WHERE key LIKE '%@%'")
      + fixture.blobs("sealed", from: Self.wraps)
    {
      #expect(half.allSatisfy { $0 == 0 })
    }
    let files = try fixture.contents().values
    for sealed in halves + wraps {
      #expect(!files.contains { $0.holds(sealed) }, "nothing is left of it")
    }
    let again = try fixture.signIn("admin", late)
    #expect(again.vault.authority.contractorKeys.isEmpty)
    #expect(try read(try fixture.signIn("hanako", late), "0001").status == 0, "HR still reads")
  }

  @Test("what was copied before the end does not open with every check granted after it")
  func lapsedByKey() throws {
    let fixture = try shared()
    let late = ContractFile.on("2027-04-01")
    try fixture.signIn("audrey", VaultFixture.environment(now: late)).close()
    try ContractFile.reregister(
      fixture, ContractFile.yaml(until: "2028-03-31"), now: late)
    let administrator = try fixture.signIn("admin", VaultFixture.environment(now: late))
    try Users(administrator).add(
      "jiro", roles: [RoleID("contractor")], organisation: "yamada-sr",
      passphrase: VaultFixture.passphrase("jiro"))
    administrator.close()
    let jiro = try fixture.signIn(
      "jiro", VaultFixture.environment(now: late, decider: PermissiveDecider()))
    #expect(try read(jiro, "0001").status == 76)
    jiro.close()
    let outcome = try ContractFile.share(fixture, ["0003"], now: late)
    #expect(outcome.people == 1 && outcome.users == ["jiro"], "what had ended is not carried over")
    let again = try fixture.signIn("jiro", VaultFixture.environment(now: late))
    #expect(try read(again, "0003").status == 0)
    #expect(try read(again, "0001").status == 77)
  }

  @Test("ending a contract destroys its keys and those below it, and revokes the users")
  func ending() throws {
    let fixture = try shared()
    let root = "{by: root, on: 2026-03-25}"
    try ContractFile.register(
      fixture, ContractFile.yaml("otsu", entruster: "yamada-sr", permission: root), user: "jiro",
      of: "otsu")
    try ContractFile.share(fixture, ["0001"], with: "otsu")
    let session = try fixture.signIn("admin")
    #expect(try Entrustments(session).end("yamada-sr", on: session.vault.today) == 2)
    #expect(session.vault.authority.contractorKeys.isEmpty)
    session.close()
    for user in ["taro", "jiro"] {
      #expect(try ExitStatus { _ = try fixture.signIn(user) }.status == 77)
    }
    #expect(
      try fixture.texts("SELECT count(*) FROM k.grants WHERE key LIKE '%@%' AND erased = 0") == [
        "0"
      ])
  }

  @Test(
    "a narrower or shorter contract ends the keys that it does not cover",
    arguments: [
      (ContractFile.yaml(purposes: "employment-insurance"), 0),
      (ContractFile.yaml(until: "2026-12-31"), 0),
      (ContractFile.yaml(purposes: "health-pension, employment-insurance"), 1),
      (ContractFile.yaml(until: "2028-03-31"), 1),
    ])
  func amended(file: [UInt8], left: Int) throws {
    let fixture = try shared()
    try ContractFile.reregister(fixture, file)
    #expect(try fixture.open().authority.contractorKeys.count == left)
  }

  // MARK: Revocation

  @Test("a revoked user's half is erased, and the next sharing makes a new pair for all")
  func revocation() throws {
    let fixture = try shared(["0001"])
    let administrator = try fixture.signIn("admin")
    try Users(administrator).add(
      "jiro", roles: [RoleID("contractor")], organisation: "yamada-sr",
      passphrase: VaultFixture.passphrase("jiro"))
    administrator.close()
    #expect(try ContractFile.share(fixture, ["0001"]).users == ["jiro"])
    let again = try fixture.signIn("admin")
    try Users(again).revoke("taro")
    #expect(again.vault.authority.rotationDue == ["health-pension@yamada-sr"])
    again.close()
    #expect(try ExitStatus { _ = try fixture.signIn("taro") }.status == 77)
    let before = try fixture.blobs("sealed", from: Self.wraps + " AND erased = 0")
    let outcome = try ContractFile.share(fixture, ["0003"])
    #expect(outcome.isRotated && outcome.people == 2 && outcome.users == ["jiro"])
    let after = try fixture.blobs("sealed", from: Self.wraps + " AND erased = 0")
    #expect(after.count == 2 && Set(after).isDisjoint(with: before), "everything is wrapped anew")
    let jiro = try fixture.signIn("jiro")
    #expect(jiro.vault.authority.rotationDue.isEmpty)
    #expect(try read(jiro, "0001").status == 0)
    #expect(try read(jiro, "0003").status == 0)
  }

  @Test("sharing with one user makes nobody else of the contractor a holder")
  func oneUser() throws {
    let fixture = try SampleVault.copy()
    try ContractFile.register(fixture)
    let administrator = try fixture.signIn("admin")
    try Users(administrator).add(
      "jiro", roles: [RoleID("contractor")], organisation: "yamada-sr",
      passphrase: VaultFixture.passphrase("jiro"))
    administrator.close()
    #expect(try ContractFile.share(fixture, ["0001"], with: "taro").users == ["taro"])
    let jiro = try fixture.signIn("jiro")
    #expect(jiro.heldKeys.isEmpty)
    #expect(try read(jiro, "0001").status == 77)
  }

  // MARK: Forgetting

  @Test("a number that is destroyed for a purpose goes from what was shared for it too")
  func purge() throws {
    let fixture = try VaultFixture()
    func collect(_ number: String) throws {
      let officer = try fixture.signIn("hanako")
      defer { officer.close() }
      var options = ImportOptions()
      options.replacement = .correction
      let text = """
        社員番号,氏名,入社日,個人番号,番号確認書類,身元確認書類,確認方法,確認日,利用目的
        E9,試験　一,2012-04-01,\(number),個人番号カード,個人番号カード,対面,2016-04-01,health-pension

        """
      try officer.importFile(try fixture.folder.write(text, as: "people.csv"), options)
    }
    try collect("858319664372")
    try ContractFile.register(fixture)
    try ContractFile.share(fixture, ["E9"])
    let shared = try fixture.blobs("sealed", from: Self.wraps)
    #expect(shared.count == 1)
    try collect("487861614707")
    for (name, bytes) in try fixture.contents() { #expect(!bytes.holds(shared[0]), "\(name)") }
    #expect(try fixture.texts("SELECT erased FROM main.numbers ORDER BY version") == ["1", "0"])
    let taro = try fixture.signIn("taro")
    #expect(try read(taro, "E9").status == 77, "the right number was not shared yet")
    taro.close()
    try ContractFile.share(fixture, ["E9"])
    #expect(try read(try fixture.signIn("taro"), "E9").status == 0)
  }

  @Test(
    "a doctor and a replay find nothing wrong with a vault that is shared, ended and shared again")
  func examination() throws {
    let fixture = try shared()
    try ContractFile.reregister(fixture, ContractFile.yaml(until: "2026-12-31"))
    try ContractFile.share(fixture, ["0003"])
    let vault = try fixture.open()
    #expect(try VaultExamination(vault).problemCount == 0)
    #expect(vault.authority.generations(of: "health-pension@yamada-sr") == [2])
  }
}
