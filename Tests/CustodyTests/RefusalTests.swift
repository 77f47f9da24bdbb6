import MyNumberKit
import Testing

@Suite("What the gate refuses")
struct RefusalTests {
  @Test("each refusal names its rule and article, opens nothing and stands in the log")
  func refusals() throws {
    let fixture = try SampleVault.copy()
    for user in ["hanako", "keiko", "audrey", "admin"] {
      let session = try fixture.signIn(user)
      for refused in RefusalCase.all where refused.user == user { try check(refused, session) }
      session.close()
    }
    // Whatever was refused, the log is whole.
    #expect(throws: Never.self) { try fixture.open() }
  }

  private func check(_ refused: RefusalCase, _ session: Session) throws {
    let before = session.vault.logSize
    let comment = Comment(rawValue: refused.testDescription)
    let error = #expect(throws: CustodyError.self, comment) {
      _ = try session.digits(
        refused.code, refused.form, purpose: refused.purpose, reason: "年末調整", year: refused.year)
    }
    guard case .refused(let refusal)? = error?.code else {
      Issue.record("not refused: \(error.map(String.init(describing:)) ?? "read")")
      return
    }
    #expect(error?.exitStatus == 77)
    #expect(refusal.rule == refused.rule, comment)
    #expect(!refusal.article.isEmpty && !refusal.remedy.isEmpty && !"\(refusal)".isEmpty)
    let entries = try session.vault.entries(from: before)
    #expect(entries.count == 1, comment)
    let entry = try #require(entries.last?.content)
    #expect(entry.outcome == .refused && entry.action == "read")
    #expect(entry.rule == refusal.rule && entry.article == refusal.article)
    #expect(entry.person == refused.code && entry.form == refused.form)
    #expect(entry.actor == session.account.id && entry.reason == "年末調整")
    #expect(session.vault.signature.unsignedEntries == 0)
  }

  @Test("a reason is asked for, and one that holds a number is refused before the log")
  func reasons() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("keiko")
    let missing = try ExitStatus { _ = try session.digits("0003", reason: " ") }
    #expect(missing.status == 77, "\(missing)")
    let size = session.vault.logSize
    for reason in ["9656-8945-5668", "番号は９６５６８９４５５６６８です", "9656 8945 5668"] {
      let result = try ExitStatus { _ = try session.digits("0003", reason: reason) }
      #expect(result.status == 65, "\(result)")
      #expect(!result.description.contains("5668"))
    }
    let long = try ExitStatus {
      _ = try session.digits("0003", reason: String(repeating: "あ", count: 201))
    }
    #expect(long.status == 65, "\(long)")
    #expect(session.vault.logSize == size)
  }

  @Test("one refusal in a bulk read stops none of the others, and each has its entry")
  func bulk() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("keiko")
    let before = session.vault.logSize
    let queries = try ["0003", "0019", "0004", "0801"].map {
      NumberQuery(
        code: try PersonCode($0), form: FormCopyID("withholding-slip-municipality"), reason: "r",
        incomeYear: 2025)
    }
    var refused: [Int] = []
    var opened: [Int] = []
    try Gate(session).readEach(queries) { place, _ in
      refused.append(place)
    } _: { place, _ in
      opened.append(place)
    }
    #expect(refused == [1, 3] && opened == [0, 2])
    let outcomes = try session.vault.entries(from: before).map(\.content.outcome)
    #expect(outcomes == [.allowed, .refused, .allowed, .refused])
  }

  @Test("an unknown person stops a bulk read before anything is opened or written")
  func unknownPerson() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("keiko")
    let before = session.vault.logSize
    let queries = try ["0003", "0777"].map {
      NumberQuery(
        code: try PersonCode($0), form: FormCopyID("withholding-slip-municipality"), reason: "r",
        incomeYear: 2025)
    }
    var opened = 0
    let result = try ExitStatus { try Gate(session).readEach(queries) { _, _ in opened += 1 } }
    #expect(result.status == 66 && opened == 0 && session.vault.logSize == before)
  }

  @Test("what a role forbids beyond reading is refused and logged")
  func actions() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("audrey")
    let code = try PersonCode("0003")
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 22))
    let works: [() throws -> Void] = [
      { _ = try session.importFile(SampleVault.employees) },
      { _ = try Purge(session).run(asOf: day, acceptPresumed: true) },
      { _ = try PersonEvents(session).leave(code, on: day, reason: nil, lastPaidOn: nil) },
      { _ = try PersonEvents(session).hold(code, reason: "r", until: nil) },
      { try Users(session).revoke("keiko") },
      {
        try Users(session).add(
          "eve", roles: [RoleID("accountant")], passphrase: VaultFixture.passphrase("eve"))
      },
      { try PolicyChange(session).update(to: try VaultFixture.policy()) },
      { try Employer(session).set([1], designations: nil) },
    ]
    for (place, work) in works.enumerated() {
      let before = session.vault.logSize
      let result = try ExitStatus(of: work)
      #expect(result.status == 77, "work \(place): \(result)")
      let entries = try session.vault.entries(from: before).map(\.content)
      #expect(entries.map(\.outcome) == [.refused] && entries.first?.rule == "role-forbids")
    }
    #expect(try session.vault.person(code)?.record.leftOn == nil)
    session.close()
    #expect(throws: Never.self) { try fixture.open() }
  }
}
