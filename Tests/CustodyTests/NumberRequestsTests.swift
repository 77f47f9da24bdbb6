import MyNumberKit
import Testing

@Suite("Recording who was asked for a number")
struct NumberRequestsTests {
  private static func day(_ text: String) -> CalendarDate { CalendarDate(parsing: text) ?? .first }

  private func record(_ code: String, _ session: Session) throws -> PersonRecord {
    try #require(try session.vault.person(try PersonCode(code))).record
  }

  private func ask(
    _ session: Session, _ code: String = "0019", on day: String = "2026-11-10",
    _ answer: RequestAnswer = .unreachable, reason: String? = "転居先不明", again: String? = nil
  ) throws {
    try NumberRequests(session).record(
      try PersonCode(code), askedOn: Self.day(day), method: .byPost, answer: answer,
      reason: reason, askAgainOn: again.map(Self.day))
  }

  @Test("a request is pinned with its day, way, answer and reason, and says why there is no number")
  func recorded() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    #expect(try record("0019", session).noNumberReason == .refused)
    try ask(session, again: "2026-12-10")
    session.close()
    let again = try fixture.signIn("keiko")
    let person = try record("0019", again)
    #expect(person.noNumberReason == .unreachable)
    let request = try #require(person.requests.first)
    #expect(request.askAgainOn == Self.day("2026-12-10") && request.reason == "転居先不明")
    let entry = try #require(try again.vault.entries().last { $0.content.action == "ask" })
    #expect(entry.content.person == "0019" && entry.content.reason == "転居先不明")
    #expect(entry.content.actor == request.by && entry.content.row != nil)
    #expect(
      entry.content.detail == [
        "asked_on": .string("2026-11-10"), "method": .string("by-post"),
        "answer": .string("unreachable"), "ask_again_on": .string("2026-12-10"),
      ])
  }

  @Test("the very same request twice is one; another answer, day or reason is another")
  func twice() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    try ask(session)
    let size = session.vault.logSize
    let known = try NumberRequests(session).record(
      try PersonCode("0019"), askedOn: Self.day("2026-11-10"), method: .byPost,
      answer: .unreachable, reason: "転居先不明")
    #expect(!known && session.vault.logSize == size)
    #expect(try record("0019", session).requests.count == 1)
    try ask(session, reason: "不在")
    try ask(session, "0019", .refused)
    try ask(session, on: "2026-11-11")
    #expect(try record("0019", session).requests.count == 4)
  }

  @Test("the record stays when the number is given, and later requests are refused")
  func given() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    let head = "社員番号,氏名,入社日,個人番号,番号確認書類,身元確認書類,確認方法,確認日\n"
    let bare = head + "E1,試験　一,2020-04-01,,,,,\n"
    try session.importFile(try fixture.folder.write(bare, as: "people.csv"))
    #expect(try record("E1", session).noNumberReason == .notAsked)
    try ask(session, "E1", .refused)
    #expect(try record("E1", session).noNumberReason == .refused)
    let card = head + "E1,試験　一,2020-04-01,858319664372,個人番号カード,個人番号カード,対面,2026-11-20\n"
    try session.importFile(try fixture.folder.write(card, as: "people.csv"))
    let person = try record("E1", session)
    #expect(person.holdsNumber && person.noNumberReason == nil && person.requests.count == 1)
    // What happened before is recorded late; after it there was nothing to ask for.
    try ask(session, "E1", on: "2026-11-22", .promised)
    #expect(try record("E1", session).noNumberReason == nil)
    session.close()
    let later = try fixture.signIn(
      "hanako", VaultFixture.environment(now: VaultFixture.noon.adding(seconds: 86_400 * 30)))
    let refused = try ExitStatus { try ask(later, "E1", on: "2026-12-01", .refused) }
    #expect(refused.status == 64 && refused.description.contains("2026-11-22"), "\(refused)")
  }

  @Test("what was recorded by mistake is taken back, and the log keeps both")
  func takenBack() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let before = try record("0019", session)
    try ask(session)
    let requests = NumberRequests(session)
    let code = try PersonCode("0019")
    let other = try ExitStatus {
      try requests.takeBack(code, askedOn: Self.day("2026-11-10"), method: .inPerson)
    }
    #expect(other.status == 66, "\(other)")
    try requests.takeBack(code, askedOn: Self.day("2026-11-10"), method: .byPost)
    let after = try record("0019", session)
    #expect(after.requests.isEmpty && after.noNumberReason == .notAsked)
    #expect(before.id == after.id)
    #expect(
      try session.vault.entries().suffix(2).map(\.content.action) == ["ask", "ask-undo"])
  }

  @Test(
    "what cannot be is refused, and nothing is written",
    arguments: [
      ("0019", "2026-11-23", "x", nil, 64), ("0019", "2015-10-01", "x", nil, 64),
      ("0019", "2026-11-10", "x", "2026-11-10", 64), ("9999", "2026-11-10", "x", nil, 66),
      ("0019", "2026-11-10", "番号は 8583-1966-4372 です", nil, 65),
      ("0019", "2026-11-10", String(repeating: "長", count: 201), nil, 65),
    ] as [(String, String, String, String?, Int32)])
  func refused(
    code: String, on: String, reason: String, again: String?, status: Int32
  ) throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let size = session.vault.logSize
    let exit = try ExitStatus {
      try ask(session, code, on: on, .refused, reason: reason, again: again)
    }
    #expect(exit.status == status, "\(exit)")
    #expect(session.vault.logSize == size)
  }

  @Test("a payee for whom no record is filed is not asked; the refusal names the article")
  func exempt() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    let head = "社員番号,区分,氏名,支払区分,支払見込額,個人番号なしの理由\n"
    let rows = "P1,支払先,試験　一,rent,100000以下,\nP2,支払先,試験　二,,,不要\nP3,支払先,試験　三,rent,200000以上,\n"
    try session.importFile(try fixture.folder.write(head + rows, as: "people.csv"))
    let size = session.vault.logSize
    for code in ["P1", "P2"] {
      #expect(try record(code, session).noNumberReason == .exempt)
      let exit = try ExitStatus { try ask(session, code, .refused) }
      #expect(exit.status == 64 && exit.description.contains("番号法14条1項"), "\(exit)")
    }
    #expect(session.vault.logSize == size)
    try ask(session, "P3", .refused)
    var options = ImportOptions()
    options.update = true
    let asked = "P1,支払先,試験　一,rent,200000以上,依頼中\n"
    try session.importFile(try fixture.folder.write(head + asked, as: "people.csv"), options)
    try ask(session, "P1", .refused)
    #expect(try record("P1", session).noNumberReason == .refused)
  }

  @Test("nobody asks for a family member who is no dependent any more")
  func removed() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    try PersonEvents(session).add(
      LifeEvent(.dependentRemoved, on: Self.day("2026-06-30")), to: try PersonCode("0010-2"))
    let exit = try ExitStatus { try ask(session, "0010-2", .notYetIssued) }
    #expect(exit.status == 64 && exit.description.contains("番号法15条"), "\(exit)")
    // Before that day there was something to ask for.
    try ask(session, "0010-2", on: "2026-06-29", .notYetIssued)
  }

  @Test("an auditor and an administrator ask nobody; the refusal is in the log")
  func roles() throws {
    let fixture = try SampleVault.copy()
    for user in ["audrey", "admin"] {
      let session = try fixture.signIn(user)
      let exit = try ExitStatus { try ask(session) }
      #expect(exit.status == 77, "\(user): \(exit)")
      let last = try #require(try session.vault.entries().last?.content)
      #expect(last.action == "ask" && last.outcome == .refused)
      session.close()
    }
  }
}
