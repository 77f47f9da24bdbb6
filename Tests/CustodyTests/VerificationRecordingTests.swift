import MyNumberKit
import Testing

@testable import Custody

@Suite("Recording how people were verified")
struct VerificationRecordingTests {
  let fixture: VerifyingFixture

  init() throws { fixture = try VerifyingFixture() }

  private func record(
    _ session: Session, _ statements: IdentityStatement..., numberOnly: Bool = false
  ) throws -> [VerificationOutcome] {
    try VerificationRecording(session, numberOnly: numberOnly).record(statements)
  }

  @Test("makes the number usable, with the rule, the day, sealed particulars and an entry")
  func accepted() throws {
    let session = try fixture.vault.signIn("hanako")
    #expect(try session.insuranceRefusal("V2")?.rule == "not-verified")
    let outcomes = try record(session, try VerifyingFixture.statement("V2"))
    #expect(outcomes.map(\.isRecorded) == [true])
    #expect(try session.insuranceRefusal("V2") == nil)
    #expect(
      try session.verification("V2")
        == .verified(
          rule: "resident-record+photo", on: VerifyingFixture.day("2026-11-20"),
          policy: session.vault.policy.digestHex))
    let person = try #require(try session.vault.person(try PersonCode("V2")))
    guard case .opened(let evidence) = try session.evidence(of: person),
      case .stated(let identity) = evidence.particulars
    else {
      Issue.record("no evidence")
      return
    }
    #expect(evidence.recordedBy == session.account.id)
    #expect(identity.documents.map(\.kind) == ["住民票の写し", "運転免許証"])
    #expect(identity.documents[1].expiresOn == CalendarDate(parsing: "2029-05-14"))
    let entry = try #require(try session.entries("verify").last)
    #expect(entry.person == "V2" && entry.outcome == .done && entry.row != nil)
    #expect(entry.detail["rule"] == .string("resident-record+photo"))
    #expect(try session.entries("verify-batch").last?.lockboxes.keys.sorted() == ["evidence"])
  }

  /// A person hired on a day, asked in vain on another, whose number then came.
  private func hired(on day: String, askedOn: String? = nil) throws -> Session {
    let session = try fixture.vault.signIn("hanako")
    let head = "社員番号,氏名,入社日,個人番号\n"
    let bare = try fixture.vault.folder.write(head + "H1,試験　入,\(day),\n", as: "h.csv")
    try session.importFile(bare)
    if let askedOn {
      try NumberRequests(session).record(
        try PersonCode("H1"), askedOn: VerifyingFixture.day(askedOn), method: .byPost,
        answer: .refused)
    }
    let path = try fixture.vault.folder.write(
      head + "H1,試験　入,\(day),916441504700\n", as: "h.csv")
    try session.importFile(path)
    return session
  }

  @Test("before the hire it counts only if the employment had been decided, as the article says")
  func beforeHire() throws {
    let session = try hired(on: "2026-11-01")
    let early = VerifyingFixture.papers(on: "2026-10-31")
    let refused = try #require(
      try record(session, try VerifyingFixture.statement("H1", early)).first)
    #expect(!refused.isRecorded)
    #expect(refused.answer.missing.map(\.shortfall) == [.factNotStated(.employmentDecided)])
    let entry = try #require(try session.entries("verify").last)
    #expect(entry.outcome == .refused && entry.article?.contains("番号法14条1項") == true)
    #expect(try session.verification("H1") == Verification.none)
    var failing = early
    failing.failing = [.employmentDecided]
    let fails = try record(session, try VerifyingFixture.statement("H1", failing))
    #expect(fails.first?.answer.missing.map(\.shortfall) == [.factFails(.employmentDecided)])
    var decided = early
    decided.holding.insert(.employmentDecided)
    let accepted = try record(session, try VerifyingFixture.statement("H1", decided))
    #expect(accepted.map(\.isRecorded) == [true])
    let sameDay = VerifyingFixture.papers(on: "2026-11-01")
    #expect(
      try record(session, try VerifyingFixture.statement("H1", sameDay)).map(\.isRecorded)
        == [true])
  }

  @Test("a day on which the person had refused the number still is no day of its verification")
  func beforeReceived() throws {
    let session = try hired(on: "2020-04-01", askedOn: "2026-11-10")
    let early = VerifyingFixture.papers(on: "2026-11-09")
    let refused = try record(session, try VerifyingFixture.statement("H1", early))
    #expect(refused.first?.answer.missing.map(\.shortfall) == [.beforeReceived])
    let accepted = try record(session, try VerifyingFixture.statement("H1"))
    #expect(accepted.map(\.isRecorded) == [true])
  }

  @Test("a case that says another kind of person or standing than the record is refused")
  func otherPerson() throws {
    let session = try fixture.vault.signIn("hanako")
    var statement = try VerifyingFixture.statement("V2")
    statement.saysPerson = true
    #expect(try record(session, statement).map(\.isRecorded) == [true])
    statement.identity.kind = .officer
    let result = try ExitStatus { _ = try record(session, statement) }
    #expect(result.status == 64 && result.description.contains("V2"), "\(result)")
  }

  @Test("opens again after the vault was closed, and to nobody without the evidence key")
  func reopened() throws {
    let session = try fixture.vault.signIn("hanako")
    _ = try record(session, try VerifyingFixture.statement("V2"))
    session.close()
    let accountant = try fixture.vault.signIn("keiko")
    let person = try #require(try accountant.vault.person(try PersonCode("V2")))
    #expect(try accountant.evidence(of: person) == .sealed)
    accountant.close()
    let again = try fixture.vault.signIn("hanako")
    guard case .opened = try again.evidence(of: person) else {
      Issue.record("no evidence")
      return
    }
  }

  @Test(
    "refuses what does not suffice with what is missing, and leaves everything as it was",
    arguments: [
      ([], "identity-documents", "番号法施行規則1条"),
      (
        [ShownDocument("資格確認書", expiresOn: CalendarDate(parsing: "2027-01-01"))],
        "identity-documents", "番号法施行規則2条3項"
      ),
      (
        [ShownDocument("運転免許証", expiresOn: CalendarDate(parsing: "2026-11-19"))],
        "document-expired", "番号法施行規則1条1号"
      ),
      ([ShownDocument("運転免許証")], "expiry-not-stated", "番号法施行規則1条1号"),
      ([ShownDocument("個人番号通知書")], "identity-documents", "番号法施行規則1条"),
    ] as [([ShownDocument], String, String)])
  func refused(identity documents: [ShownDocument], what: String, article: String) throws {
    let session = try fixture.vault.signIn("hanako")
    let size = session.vault.logSize
    var identity = VerifyingFixture.papers()
    identity.documents = [ShownDocument("住民票の写し")] + documents
    let outcomes = try record(session, try VerifyingFixture.statement("V2", identity))
    let outcome = try #require(outcomes.first)
    #expect(!outcome.isRecorded && !outcome.answer.isAccepted)
    #expect(outcome.answer.missing.map(\.shortfall.id).contains(what))
    #expect(
      IdentityRules.citations(of: outcome.answer.missing).map(\.description).contains(article))
    #expect(try session.verification("V2") == Verification.none)
    #expect(session.vault.logSize == size + 1)
    let entry = try #require(try session.entries("verify").last)
    #expect(entry.outcome == .refused && entry.person == "V2" && entry.row == nil)
  }

  @Test("takes the last day of a document as in date")
  func lastDay() throws {
    let session = try fixture.vault.signIn("hanako")
    let identity = VerifyingFixture.papers(expires: "2026-11-20")
    #expect(try record(session, try VerifyingFixture.statement("V2", identity))[0].isRecorded)
  }

  @Test("records all or nothing of many")
  func allOrNothing() throws {
    let session = try fixture.vault.signIn("hanako")
    let outcomes = try record(
      session, try VerifyingFixture.statement("V2"),
      try VerifyingFixture.statement("V3", VerifyingFixture.papers(expires: "2020-01-01")))
    #expect(outcomes.map(\.isRecorded) == [false, false])
    #expect(outcomes.map(\.answer.isAccepted) == [true, false])
    #expect(try session.verification("V2") == Verification.none)
    let both = try record(
      session, try VerifyingFixture.statement("V2"), try VerifyingFixture.statement("V3"))
    #expect(both.map(\.isRecorded) == [true, true])
    #expect(try session.verification("V3")?.isComplete == true)
  }

  @Test("of a dependent whom the employee verifies is collecting too much")
  func overCollection() throws {
    let session = try fixture.vault.signIn("hanako")
    var identity = VerifyingFixture.papers()
    identity.provider = .employee
    let outcome = try record(session, try VerifyingFixture.statement("V1-1", identity))[0]
    #expect(!outcome.isRecorded && outcome.answer.verifier == .employee)
    #expect(outcome.answer.missing.map(\.shortfall) == [.notTheEmployersToDo])
    #expect(outcome.answer.citations.map(\.description).contains("所得税法194条1項"))
    #expect(try session.verification("V1-1") == .employeeDuty)
    #expect(try session.entries("verify").last?.rule == "not-the-employers-to-do")
  }

  @Test("of a category 3 spouse goes through the employee, with a mandate")
  func category3() throws {
    let session = try fixture.vault.signIn("hanako")
    var identity = VerifyingFixture.papers()
    identity.provider = .employee
    identity.documents = [
      ShownDocument("個人番号カード", form: .copy, expiresOn: CalendarDate(parsing: "2030-01-01")),
      ShownDocument(
        "運転免許証", of: .agent, expiresOn: CalendarDate(parsing: "2030-01-01")),
    ]
    let without = try record(session, try VerifyingFixture.statement("V1-2", identity))[0]
    #expect(without.answer.missing.map(\.shortfall) == [.power])
    identity.documents.append(ShownDocument("委任状"))
    #expect(try record(session, try VerifyingFixture.statement("V1-2", identity))[0].isRecorded)
  }

  @Test("of the number alone is refused unless it is asked for, and is not usable then")
  func numberOnly() throws {
    let session = try fixture.vault.signIn("hanako")
    var identity = VerifyingFixture.papers()
    identity.documents.removeLast()
    let statement = try VerifyingFixture.statement("V2", identity)
    #expect(try !record(session, statement)[0].isRecorded)
    #expect(try record(session, statement, numberOnly: true)[0].isRecorded)
    #expect(
      try session.verification("V2")
        == .numberProved(
          rule: "resident-record", on: VerifyingFixture.day("2026-11-20"),
          policy: session.vault.policy.digestHex))
    let refusal = try #require(try session.insuranceRefusal("V2"))
    #expect(refusal.description.contains("an identity document is missing"))
    #expect(!refusal.description.contains("proves the number is missing"))
  }

  @Test("of the number alone does not take the place of more, and never without a number proof")
  func notLess() throws {
    let session = try fixture.vault.signIn("hanako")
    var identity = VerifyingFixture.papers()
    identity.documents.removeLast()
    let before = try session.verification("V1")
    #expect(
      try !record(session, try VerifyingFixture.statement("V1", identity), numberOnly: true)[0]
        .isRecorded)
    #expect(try session.verification("V1") == before)
    identity.documents = []
    #expect(
      try !record(session, try VerifyingFixture.statement("V2", identity), numberOnly: true)[0]
        .isRecorded)
  }

  @Test("anew puts the particulars in the place of the old ones, whose key is destroyed")
  func anew() throws {
    let session = try fixture.vault.signIn("hanako")
    let person = try #require(try session.vault.person(try PersonCode("V5")))
    let before = try session.vault.store.wraps(
      person: person.row, object: .evidence, version: 1)
    #expect(before.map(\.header.isErased) == [false])
    _ = try record(session, try VerifyingFixture.statement("V5"))
    let after = try session.vault.store.wraps(person: person.row, object: .evidence, version: 1)
    #expect(after.map(\.header.isErased) == [true, false])
    #expect(after[0].sealed.allSatisfy { $0 == 0 })
    guard case .opened(let evidence) = try session.evidence(of: person),
      case .stated = evidence.particulars
    else {
      Issue.record("not the new evidence")
      return
    }
  }

  @Test("of our own record counts where the record is of a verification")
  func pastFile() throws {
    let session = try fixture.vault.signIn("hanako")
    var identity = VerifyingFixture.papers()
    identity.documents = [
      ShownDocument("過去の特定個人情報ファイル"),
      ShownDocument("運転免許証", expiresOn: CalendarDate(parsing: "2029-05-14")),
    ]
    identity.holding = [.particularsAgree, .residentRecordDifficult]
    #expect(try record(session, try VerifyingFixture.statement("V1", identity))[0].isRecorded)
    let other = try record(session, try VerifyingFixture.statement("V2", identity))[0]
    #expect(other.answer.missing.map(\.shortfall) == [.factNotStated(.recordedAfterVerification)])
  }

  @Test("needs a number, a person, a day that has come and a role that verifies")
  func cannot() throws {
    let session = try fixture.vault.signIn("hanako")
    func status(_ work: () throws -> [VerificationOutcome]) -> Int32? {
      #expect(throws: CustodyError.self) { _ = try work() }?.exitStatus
    }
    #expect(status { try record(session, try VerifyingFixture.statement("V4")) } == 77)
    #expect(status { try record(session, try VerifyingFixture.statement("V9")) } == 66)
    let ahead = VerifyingFixture.papers(on: "2026-11-23")
    #expect(status { try record(session, try VerifyingFixture.statement("V2", ahead)) } == 64)
    let twice = try VerifyingFixture.statement("V2")
    #expect(status { try record(session, twice, twice) } == 64)
    session.close()
    let auditor = try fixture.vault.signIn("audrey")
    #expect(status { try record(auditor, try VerifyingFixture.statement("V2")) } == 77)
    #expect(try auditor.verification("V2") == Verification.none)
  }
}
