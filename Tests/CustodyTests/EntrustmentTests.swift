import MyNumberKit
import Testing

@testable import Custody

@Suite("The register of contractors")
struct EntrustmentTests {
  private func administrator(_ fixture: VaultFixture, on date: String? = nil) throws -> Session {
    let now = date.map(ContractFile.on) ?? VaultFixture.noon
    return try fixture.signIn("admin", VaultFixture.environment(now: now))
  }

  private func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(parsing: text))
  }

  private func id(_ text: String) throws -> ContractorID { try #require(ContractorID(text)) }

  @Test("a contract, its supervision, end and return come back from the log, in another session")
  func lifeOfAContract() throws {
    let fixture = try VaultFixture()
    try ContractFile.register(fixture, user: nil)
    let first = try administrator(fixture)
    try Entrustments(first).supervise(
      "yamada-sr", on: try day("2026-11-20"), finding: "指摘なし", next: try day("2027-02-01"))
    try Entrustments(first).end("yamada-sr事務所", on: try day("2026-11-21"))
    try Entrustments(first).returned(
      "yamada-sr", on: try day("2026-11-22"), hasCertificate: true)
    first.close()
    let again = try administrator(fixture)
    let record = try #require(try Entrustments(again).register()[try id("yamada-sr")])
    #expect(record.contract.name == "yamada-sr事務所" && record.contract.clauses.count == 10)
    #expect(record.supervisions.map(\.finding) == ["指摘なし"])
    #expect(record.supervisionDue == (try day("2027-02-01")))
    #expect(record.endedOn == (try day("2026-11-21")))
    #expect(record.returned?.hasCertificate == true)
    again.close()
    try ContractFile.reregister(fixture)
    let renewed = try administrator(fixture)
    let next = try #require(try Entrustments(renewed).register()[try id("yamada-sr")])
    #expect(next.endedOn == nil && next.returned == nil, "the end was of the contract before")
    #expect(next.supervisions.count == 1)
  }

  @Test("who does not keep the register does not change it, and the log says so")
  func roles() throws {
    let fixture = try VaultFixture()
    try ContractFile.register(fixture, user: nil)
    for user in ["hanako", "keiko", "audrey"] {
      let session = try fixture.signIn(user)
      let entrustments = Entrustments(session)
      let date = try day("2026-11-22")
      for attempt in [
        { _ = try entrustments.add(ContractFile.yaml("koh"), named: "x") },
        { try entrustments.supervise("yamada-sr", on: date, finding: "x") },
        { _ = try entrustments.end("yamada-sr", on: date) },
        { try entrustments.returned("yamada-sr", on: date, hasCertificate: false) },
      ] {
        #expect(try ExitStatus(of: attempt).status == 77)
        let last = try session.vault.entries().last?.content
        #expect(last?.outcome == .refused && last?.action == "entrust")
      }
      #expect(try Entrustments(session).register().records.count == 1)
      session.close()
    }
  }

  @Test("a policy that another process pinned meanwhile is asked, and the register can be read on")
  func policyMeanwhile() throws {
    let files = try VaultFixture.policy().files.map { file in
      guard file.name == "roles.yaml" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      let without = text.replacing("entrust, ", with: "")
      #expect(without != text)
      return PolicyBundle.File(name: file.name, bytes: Array(without.utf8))
    }
    let date = try day("2026-11-22")
    let attempts: [(String, (Entrustments) throws -> Void)] = [
      ("2027-03-31", { try $0.add(ContractFile.yaml("koh"), named: "x") }),
      ("2027-03-31", { try $0.supervise("yamada-sr", on: date, finding: "x") }),
      ("2027-03-31", { try $0.end("yamada-sr", on: date) }),
      ("2026-11-21", { try $0.returned("yamada-sr", on: date, hasCertificate: true) }),
    ]
    for (until, attempt) in attempts {
      let fixture = try VaultFixture()
      try ContractFile.register(fixture, ContractFile.yaml(until: until), user: nil)
      let (session, other) = (try administrator(fixture), try administrator(fixture))
      try PolicyChange(other).update(to: try PolicyBundle(files: files))
      let result = try ExitStatus { try attempt(Entrustments(session)) }
      #expect(result.status == 77, "\(result)")
      let last = try session.vault.entries().last?.content
      #expect(
        last?.outcome == .refused && last?.action == "entrust" && last?.rule == "role-forbids")
      let register = try Entrustments(session).register()
      #expect(register.records.count == 1)
      let record = try #require(register[try id("yamada-sr")])
      #expect(record.supervisions.isEmpty && record.endedOn == nil && record.returned == nil)
    }
  }

  @Test(
    "a re-entrustment without the first entruster's permission is refused at every tier",
    arguments: [nil, "{by: koh, on: 2026-03-25}", "{by: otsu, on: 2026-03-25}"])
  func reEntrustment(permission: String?) throws {
    let fixture = try VaultFixture()
    let session = try administrator(fixture)
    let entrustments = Entrustments(session)
    let root = "{by: root, on: 2026-03-25}"
    try entrustments.add(ContractFile.yaml("koh"), named: "koh.yaml")
    try entrustments.add(
      ContractFile.yaml("otsu", entruster: "koh", permission: root), named: "otsu.yaml")
    for (name, entruster) in [("hei", "otsu"), ("tei", "koh")] {
      let file = ContractFile.yaml(name, entruster: entruster, permission: permission)
      let refused = try ExitStatus { try entrustments.add(file, named: "x.yaml") }
      #expect(refused.status == 77, "\(refused)")
      let last = try session.vault.entries().last?.content
      #expect(last?.outcome == .refused && last?.article == "番号法10条1項")
      #expect(last?.rule == (permission == nil ? "permission-missing" : "permission-not-of-root"))
    }
    let nowhere = ContractFile.yaml("hei", entruster: "nobody", permission: root)
    #expect(try ExitStatus { try entrustments.add(nowhere, named: "x.yaml") }.status == 77)
    #expect(try entrustments.register().records.map(\.id.text) == ["koh", "otsu"])
    try entrustments.add(
      ContractFile.yaml("hei", entruster: "otsu", permission: root), named: "hei.yaml")
    #expect(try entrustments.register().tier(of: try id("hei")) == 3)
  }

  @Test("a file with mistakes, a contract that is there, and impossible days change nothing")
  func badInput() throws {
    let fixture = try VaultFixture()
    try ContractFile.register(fixture, user: nil)
    let session = try administrator(fixture)
    let entrustments = Entrustments(session)
    let size = session.vault.logSize
    let (today, later) = (try day("2026-11-22"), try day("2026-11-23"))
    let attempts: [(Int32, () throws -> Void)] = [
      (65, { _ = try entrustments.add(Array("id: x\n".utf8), named: "x.yaml") }),
      (65, { _ = try entrustments.add(ContractFile.yaml("x", purposes: "sales"), named: "x") }),
      (73, { _ = try entrustments.add(ContractFile.yaml(), named: "x.yaml") }),
      (65, { try entrustments.supervise("yamada-sr", on: today, finding: "123456789018") }),
      (64, { try entrustments.supervise("yamada-sr", on: later, finding: "x") }),
      (64, { try entrustments.supervise("yamada-sr", on: today, finding: "x", next: today) }),
      (66, { try entrustments.supervise("nobody", on: today, finding: "x") }),
      (64, { _ = try entrustments.end("yamada-sr", on: later) }),
      (64, { try entrustments.returned("yamada-sr", on: today, hasCertificate: true) }),
      (66, { _ = try entrustments.end("nobody", on: today) }),
    ]
    for (place, attempt) in attempts.enumerated() {
      #expect(try ExitStatus(of: attempt.1).status == attempt.0, "\(place)")
    }
    #expect(session.vault.logSize == size)
  }

  @Test("a contract that was altered or removed in the file is found")
  func tampered() throws {
    for sql in [
      "UPDATE main.documents SET bytes = CAST(replace(CAST(bytes AS TEXT), '2027', '2037') AS BLOB)"
        + " WHERE kind = 'contract'",
      "DELETE FROM main.documents WHERE kind = 'contract'",
      "UPDATE main.documents SET kind = 'employer' WHERE kind = 'contract'",
    ] {
      let fixture = try VaultFixture()
      try ContractFile.register(fixture, user: nil)
      try fixture.sql(sql)
      let session = try administrator(fixture)
      #expect(try ExitStatus { _ = try Entrustments(session).register() }.status == 76)
    }
  }

  @Test("an entry about a contractor by somebody who does not keep the register is found")
  func forged() throws {
    let fixture = try VaultFixture()
    try ContractFile.register(fixture, user: nil)
    let officer = try fixture.signIn("hanako")
    var content = officer.entry("entrustment-returned")
    content.detail = ["contractor": .string("yamada-sr"), "on": .string("2026-11-22")]
    try officer.record([content])
    officer.close()
    let session = try administrator(fixture)
    #expect(try ExitStatus { _ = try Entrustments(session).register() }.status == 76)
  }

  @Test("what was recorded by the policy of its day stands when another role keeps the register")
  func otherPolicy() throws {
    let fixture = try VaultFixture()
    try ContractFile.register(fixture, user: nil)
    let session = try administrator(fixture)
    let today = session.vault.today
    try Entrustments(session).supervise("yamada-sr", on: today, finding: "指摘なし")
    try PolicyChange(session).update(to: try Self.movedPolicy())
    #expect(
      try Entrustments(session).register()[try id("yamada-sr")]?.supervisions.count == 1)
    let refused = try ExitStatus {
      try Entrustments(session).supervise("yamada-sr", on: today, finding: "x")
    }
    #expect(refused.status == 77, "\(refused)")
    session.close()
    let auditor = try fixture.signIn("audrey")
    try Entrustments(auditor).supervise("yamada-sr", on: today, finding: "二回目")
    #expect(
      try Entrustments(auditor).register()[try id("yamada-sr")]?.supervisions.count == 2)
    auditor.close()
    let again = try administrator(fixture)
    try PolicyChange(again).update(to: try VaultFixture.policy())
    #expect(try Entrustments(again).register()[try id("yamada-sr")]?.supervisions.count == 2)
  }

  @Test("an entry by a role that a later policy lets keep the register was forged all the same")
  func forgedEarly() throws {
    let fixture = try VaultFixture()
    try ContractFile.register(fixture, user: nil)
    let auditor = try fixture.signIn("audrey")
    var content = auditor.entry("entrustment-supervise")
    content.detail = ["contractor": .string("yamada-sr"), "on": .string("2026-11-22")]
    try auditor.record([content])
    auditor.close()
    let session = try administrator(fixture)
    try PolicyChange(session).update(to: try Self.movedPolicy())
    session.close()
    let again = try fixture.signIn("audrey")
    #expect(try ExitStatus { _ = try Entrustments(again).register() }.status == 76)
  }

  /// The default policy with the action `entrust` moved from the administrator to the auditor.
  private static func movedPolicy() throws -> PolicyBundle {
    try PolicyBundle(
      files: VaultFixture.policy().files.map { file in
        guard file.name == "roles.yaml" else { return file }
        let text = String(decoding: file.bytes, as: UTF8.self)
          .replacing(", entrust,", with: ",")
          .replacing(
            "disclose, sign-off, retention]", with: "disclose, sign-off, entrust, retention]")
        return PolicyBundle.File(name: file.name, bytes: Array(text.utf8))
      })
  }

  // MARK: A contractor's users

  @Test("a contractor's user belongs to a contract, and does not outlast it")
  func users() throws {
    let fixture = try VaultFixture()
    try ContractFile.register(fixture)
    let session = try administrator(fixture)
    let taro = try #require(session.vault.authority.user(named: "taro"))
    #expect(taro.statement.contractor == "yamada-sr")
    #expect(taro.statement.organisation == "yamada-sr事務所")
    #expect(taro.statement.until == (try day("2027-03-31")), "the contract's end is forced")
    let users = Users(session)
    func add(
      _ organisation: String?, roles: [String] = ["contractor"], until: String? = nil
    ) throws -> Int32 {
      let until = try until.map(day)
      return try ExitStatus {
        try users.add(
          "jiro", roles: roles.map { RoleID($0) }, until: until, organisation: organisation,
          passphrase: VaultFixture.passphrase("jiro"))
      }.status
    }
    #expect(try add("yamada-sr", until: "2027-04-01") == 64)
    #expect(try add(nil) == 64)
    #expect(try add("nobody") == 66)
    #expect(try add("yamada-sr", roles: ["contractor", "hr"]) == 64)
    #expect(try add("yamada-sr", until: "2026-12-31") == 0)
    session.close()
    let late = try administrator(fixture, on: "2027-04-01")
    let lapsed = try ExitStatus {
      try Users(late).add(
        "saburo", roles: [RoleID("contractor")], organisation: "yamada-sr",
        passphrase: VaultFixture.passphrase("saburo"))
    }
    #expect(lapsed.status == 77, "\(lapsed)")
  }

  @Test(
    "no key of a purpose can be granted to a contractor's user, not with the recovery file either")
  func noPurposeKey() throws {
    let fixture = try VaultFixture()
    try ContractFile.register(fixture)
    let officer = try fixture.signIn("hanako")
    let asked = try ExitStatus { try Users(officer).grant(to: "taro", keys: ["health-pension"]) }
    #expect(asked.status == 77, "\(asked)")
    #expect(try ExitStatus { try Users(officer).grant(to: "taro") }.status == 64)
    let recovery = try Recovery(
      fixture.recovery, of: officer.vault, passphrase: VaultFixture.passphrase("recovery"))
    #expect(
      try ExitStatus { try Users(officer).grant(to: "taro", recovery: recovery) }.status == 64)
    officer.close()
    #expect(try fixture.signIn("taro").heldKeys.isEmpty)
  }
}

extension ContractFile {
  /// Registers the contract anew.
  static func reregister(
    _ fixture: VaultFixture, _ file: [UInt8] = yaml(), now: Timestamp = VaultFixture.noon
  ) throws {
    let session = try fixture.signIn("admin", VaultFixture.environment(now: now))
    defer { session.close() }
    try Entrustments(session).add(file, named: "contract.yaml", replaces: true)
  }
}
