import MyNumberKit
import Testing

@testable import Custody

/// What may not be entrusted has no key, whatever a decider says.
@Suite("Entrustment with every check granted")
struct EntrustmentByKeyTests {
  private static let receiver = Result {
    try ReceiverKey(under: VaultFixture.passphrase("receiver"), random: RandomBytes())
  }

  private func permissive(
    _ fixture: VaultFixture, _ user: String = "hanako", on date: String = "2026-11-22"
  ) throws -> Session {
    try fixture.signIn(
      user,
      VaultFixture.environment(now: ContractFile.on(date), decider: PermissiveDecider()))
  }

  private func fixture() throws -> VaultFixture {
    let fixture = try SampleVault.copy()
    try ContractFile.register(
      fixture, ContractFile.yaml(key: try Self.receiver.get().publicText))
    return fixture
  }

  private func handOver(
    _ session: Session, to contractor: String, purpose: String = "health-pension",
    form: String = "health-pension-acquisition", at path: String, by day: CalendarDate? = nil
  ) throws -> ExitStatus {
    let day = day ?? session.vault.decisionDay
    let request = HandOverRequest(
      contractor: contractor, purpose: PurposeID(purpose), form: FormCopyID(form), reason: "届出",
      people: [try PersonCode("0001")], returnBy: day)
    return try ExitStatus { _ = try HandOvers(session).create(request, at: path, named: "out") }
  }

  @Test("a file that may stay out after the contract's last day is not made")
  func returnedTooLate() throws {
    let fixture = try fixture()
    let session = try fixture.signIn("hanako")
    let size = session.vault.logSize
    let path = fixture.folder.file("x.handover")
    let late = try handOver(
      session, to: "yamada-sr", at: path, by: CalendarDate(parsing: "2027-04-01"))
    #expect(late.status == 64 && late.description.contains("2027-03-31"), "\(late)")
    #expect(session.vault.logSize == size, "nothing was opened")
    let inTime = try handOver(
      session, to: "yamada-sr", at: path, by: CalendarDate(parsing: "2027-03-31"))
    #expect(inTime.status == 0, "\(inTime)")
  }

  private func expectNoKey(_ fixture: VaultFixture) throws {
    #expect(try fixture.open().authority.contractorKeys.isEmpty)
    #expect(try fixture.texts("SELECT count(*) FROM k.grants WHERE key LIKE '%@%'") == ["0"])
    #expect(
      try fixture.texts(
        "SELECT count(*) FROM k.wraps w JOIN k.lockboxes l ON w.lockbox = l.id"
          + " WHERE l.key LIKE '%@%'") == ["0"])
  }

  /// States a contract as a program without our checks would, with its document kept.
  private func state(
    _ statement: (EntrustmentContract, [UInt8]) -> ContractStatement, _ file: [UInt8],
    in session: Session
  ) throws {
    let reader = ContractReader(policy: nil, decodingKeysWith: Base64.decode)
    let contract = try reader.contract(file, named: "x.yaml")
    let transaction = try Transaction(session.vault, touchesKeys: true)
    _ = try KeptDocuments(session.vault).keep(file, kind: "contract")
    var content = session.entry("entrustment-add")
    content.authority = .contract(statement(contract, try SHA256.hash(file.span)))
    content.touchesKeys = true
    try transaction.add(content, signedBy: session.secrets.signer)
    try transaction.finish(signedBy: session.secrets.signer)
  }

  @Test(
    "a re-entrustment without the permission of whoever entrusted first has no place in the log",
    arguments: [nil, "{by: yamada-sr, on: 2026-03-25}"])
  func noPermission(permission: String?) throws {
    let fixture = try fixture()
    let session = try permissive(fixture, "admin")
    let size = session.vault.logSize
    let file = ContractFile.yaml("otsu", entruster: "yamada-sr", permission: permission)
    let stated = try ExitStatus {
      try state(
        { contract, digest in
          ContractStatement(
            contractor: "otsu", entruster: "yamada-sr", purposes: ["health-pension"],
            digest: digest, until: contract.until, publicKey: nil)
        }, file, in: session)
    }
    #expect(stated.status != 0, "the log takes no such contract")
    #expect(session.vault.logSize == size && session.vault.authority.contracts["otsu"] == nil)
    session.close()
    let officer = try permissive(fixture)
    #expect(try ExitStatus { try ContractFile.share(officer, ["0001"], with: "otsu") }.status == 66)
    let key = ContractorKey(
      purpose: PurposeID("health-pension"), contractor: try #require(ContractorID("otsu")))
    let made = try ExitStatus {
      let transaction = try Transaction(officer.vault, touchesKeys: true)
      _ = try ContractorKeys(officer).makeGeneration(
        of: key, until: officer.vault.today, in: transaction)
    }
    #expect(made.status != 0, "nor a key for it")
    officer.close()
    try expectNoKey(fixture)
  }

  @Test(
    "a statement that leaves the entruster out, or permits what the contract does not, is found")
  func otherStatement() throws {
    for permitted in [nil, CalendarDate(year: 2026, month: 3, day: 25)] {
      let fixture = try fixture()
      let session = try permissive(fixture, "admin")
      try state(
        { contract, digest in
          ContractStatement(
            contractor: "otsu", entruster: permitted.map { _ in "yamada-sr" },
            permittedOn: permitted, purposes: ["health-pension"], digest: digest,
            until: contract.until, publicKey: nil)
        }, ContractFile.yaml("otsu", entruster: "yamada-sr"), in: session)
      session.close()
      let officer = try permissive(fixture)
      #expect(
        try ExitStatus { try ContractFile.share(officer, ["0001"], with: "otsu") }.status == 76)
      officer.close()
      try expectNoKey(fixture)
    }
  }

  @Test("a contract that has lapsed or ended has no key to share or to hand over with")
  func lapsed() throws {
    let ended = try fixture()
    let session = try ended.signIn("admin")
    try Entrustments(session).end("yamada-sr", on: session.vault.today.adding(days: -1))
    session.close()
    for (fixture, date) in [(try fixture(), "2027-04-01"), (ended, "2026-11-22")] {
      let officer = try permissive(fixture, on: date)
      let result = try ExitStatus { try ContractFile.share(officer, ["0001"]) }
      #expect(result.status == 77, "\(result)")
      #expect(try officer.vault.entries().last?.content.rule == "contract-lapsed")
      let out = fixture.folder.file("out")
      #expect(try handOver(officer, to: "yamada-sr", at: out).status == 77)
      officer.close()
      #expect(!fixture.holds("out"))
      try expectNoKey(fixture)
    }
  }

  @Test("a purpose that the contract does not entrust has no key, and what is not shared no wrap")
  func otherPurpose() throws {
    let fixture = try fixture()
    let officer = try permissive(fixture)
    let result = try ExitStatus {
      try ContractFile.share(officer, ["0001"], purpose: "employment-insurance")
    }
    #expect(result.status == 77, "\(result)")
    #expect(try officer.vault.entries().last?.content.rule == "purpose-not-entrusted")
    let handed = try handOver(
      officer, to: "yamada-sr", purpose: "employment-insurance",
      form: "employment-insurance-acquisition", at: fixture.folder.file("out"))
    #expect(handed.status == 77 && !fixture.holds("out"), "\(handed)")
    try expectNoKey(fixture)
    try ContractFile.share(officer, ["0001"])
    officer.close()
    let taro = try permissive(fixture, "taro")
    for (code, purpose) in [("0003", "health-pension"), ("0001", "employment-insurance")] {
      let read = try ExitStatus {
        _ = try taro.digits(code, "\(purpose)-acquisition", purpose: purpose, year: nil)
      }
      #expect(read.status == 76, "\(code) \(purpose): \(read)")
    }
  }
}
