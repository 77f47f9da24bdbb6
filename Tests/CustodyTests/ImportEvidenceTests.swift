import MyNumberKit
import Testing

@testable import Custody

@Suite("What a person file says of verifications")
struct ImportEvidenceTests {
  private static let head = """
    社員番号,区分,続柄,氏名,生年月日,国外居住,介護対象家族,相続人,個人番号,番号確認書類,身元確認書類,確認方法,確認日,\
    書類の有効期限,書類の発行日,提供者,代理権確認書類,同意日,確認事項

    """

  /// A row of an employee with a number, from the home abroad on.
  private static func row(_ rest: String, abroad: String = "") -> String {
    "E1,,,試験　一,1990-01-01,\(abroad),,,858319664372,\(rest)\n"
  }

  private func take(
    _ rows: String, _ session: Session, _ fixture: VaultFixture, update: Bool = false
  ) throws -> ImportSummary {
    var options = ImportOptions()
    options.update = update
    return try session.importFile(
      try fixture.folder.write(Self.head + rows, as: "people.csv"), options)
  }

  private func verification(_ session: Session, _ code: String = "E1") throws -> String {
    switch try #require(try session.verification(code)) {
    case .verified(let rule, let day, _): "\(rule) \(day.isoText)"
    case .articleNineteenFour(let day): "consent \(day.isoText)"
    case .employeeDuty: "employee"
    case .none: "none"
    case .numberProved: "number"
    case .claimed, .legacy: "claimed"
    }
  }

  @Test(
    "the days, the agent, the consent, the call and the home abroad are judged",
    arguments: [
      ("住民票の写し,運転免許証,対面,2026-04-01,2026-04-01,,,,,", "", "resident-record+photo 2026-04-01"),
      ("住民票の写し,運転免許証,対面,2026-04-01,免許証=令和11年5月14日,,,,,", "", "resident-record+photo 2026-04-01"),
      ("住民票の写し,運転経歴証明書,対面,2026-04-01,,2012-04-01,,,,", "", "resident-record+photo 2026-04-01"),
      ("個人番号カード,個人番号カード,対面,2026-04-01,2029-05-14,,,,,", "", "card 2026-04-01"),
      ("個人番号カード,,対面,2026-04-01,,,,,,", "○", "card-abroad 2026-04-01"),
      ("住民票の写し,旅券,対面,2026-04-01,,,,,,", "○", "none"),
      (
        "過去に本人確認済み,,電話,2026-04-01,,,,,,confirms-existing-record;本人しか知り得ない事項の申告を受けた", "",
        "telephone 2026-04-01"
      ),
      ("過去に本人確認済み,,電話,2026-04-01,,,,,,", "", "none"),
      (
        "個人番号カード,運転免許証,対面,2026-04-01,,,任意代理人,委任状,,", "",
        "mandate+principals-number+agent-photo 2026-04-01"
      ),
      ("個人番号カード,運転免許証,対面,2026-04-01,,,任意代理人,,,", "", "number"),
      (
        "個人番号カード,,オンライン,2026-04-01,,,,,,method-recognised", "",
        "number-image+identity-image 2026-04-01"
      ),
      ("個人番号カード,,オンライン,2026-04-01,,,,,,", "", "none"),
      ("過去に本人確認済み,運転免許証,オンライン,2026-04-01,,,,,,", "", "number"),
      ("カード代替電磁的記録,,対面,2026-04-01,,,,,,certified-software", "", "electronic-card 2026-04-01"),
      ("カード代替電磁的記録,,対面,2026-04-01,,,,,,", "", "none"),
      (
        "住民票の写し,雇用関係,対面,2026-04-01,,,,,,雇入れ時等に書類で身元を確認した", "",
        "resident-record+employment 2026-04-01"
      ),
      ("住民票の写し,雇用関係,対面,2026-04-01,,,,,,", "", "number"),
      (
        ",,郵送,2026-04-01,,,前の事業者,,2026-03-20,consent-names-employer;employment-decided", "",
        "consent 2026-03-20"
      ),
    ])
  func judged(rest: String, abroad: String, expected: String) throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    #expect(try take(Self.row(rest, abroad: abroad), session, fixture).numbers == 1)
    #expect(try verification(session) == expected)
    // What was sealed says the same when it is judged again.
    let person = try session.vault.requirePerson(try PersonCode("E1"))
    guard case .opened(let evidence) = try session.evidence(of: person) else {
      Issue.record("no evidence")
      return
    }
    let policy = session.vault.policy
    let answer = evidence.answer(
      of: person.record, under: policy.identity, today: session.vault.today)
    #expect(answer.state.record(policy: policy.digestHex) == person.record.verification)
  }

  @Test("what no paper shows is asked, and papers without a recorded last day are counted")
  func asked() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    let card = Self.row("個人番号カード,,オンライン,2026-04-01,,,,,,")
    let summary = try take(card, session, fixture)
    let gaps = try #require(summary.unverified["E1"])
    #expect(gaps.contains { $0.shortfall == .factNotStated(.methodRecognised) })
    #expect(summary.datesAssumed == 0, "nothing rests on it")
    func update(_ rest: String) throws -> ImportSummary {
      let row = "E1,,,試験　一,1990-01-01,,,,,\(rest)\n"
      return try take(row, session, fixture, update: true)
    }
    let bare = try update("住民票の写し,運転免許証,対面,2026-05-01,,,,,,")
    #expect(bare.verified == ["E1"] && bare.datesAssumed == 1)
    let dated = try update("住民票の写し,運転免許証,対面,2026-05-02,2029-05-14,,,,,")
    #expect(dated.verified == ["E1"] && dated.datesAssumed == 0)
    let second = try VaultFixture()
    let fresh = try second.signIn("hanako")
    #expect(try take(Self.row("個人番号カード,,対面,2026-04-01,,,,,,"), fresh, second).datesAssumed == 1)
  }

  @Test(
    "what a file cannot mean is told with its column, and nothing is taken",
    arguments: [
      ("住民票の写し,運転免許証,対面,2026-04-01,2026-03-31,,,,,", "2:14", "had expired"),
      ("住民票の写し,健康保険証;介護保険被保険者証,対面,2026-04-01,,,,,,", "2:11", "not accepted on that day"),
      ("個人番号通知書,運転免許証,対面,2026-04-01,,,,,,", "2:10", "proves nothing"),
      ("住民票の写し,運転経歴証明書,対面,2026-04-01,,2012-03-31,,,,", "2:15", "before such papers counted"),
      ("住民票の写し,運転免許証,対面,2026-04-01,旅券=2029-01-01,,,,,", "2:14", "none of the documents"),
      ("住民票の写し,運転免許証,対面,2026-04-01,来年,,,,,", "2:14", "not a date"),
      ("住民票の写し,運転免許証;旅券,対面,2026-04-01,2029-01-01,,,,,", "2:14", "could to several"),
      ("住民票の写し,運転免許証,対面,2026-04-01,,,隣人,,,", "2:16", "unknown; one of 本人"),
      ("住民票の写し,運転免許証,対面,2026-04-01,,,,,2026-03-20,", "2:18", "19条4号"),
      ("住民票の写し,運転免許証,対面,2026-04-01,,,,,,同意した", "2:19", "unknown; one of"),
    ])
  func mistaken(rest: String, place: String, says: String) throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    let result = try ExitStatus { _ = try take(Self.row(rest), session, fixture) }
    #expect(result.status == 65, "\(result)")
    #expect(result.description.contains("employees.csv:\(place)"), "\(result)")
    #expect(result.description.contains(says), "\(result)")
    #expect(session.vault.peopleCount == 0)
  }

  @Test("as many documents as a case may have are taken, so that they can be read again")
  func many() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    func papers(_ count: Int) -> String {
      let names = Array(repeating: "運転免許証", count: count).joined(separator: ";")
      return Self.row("住民票の写し,\(names),対面,2026-04-01,,,,,,")
    }
    let result = try ExitStatus { _ = try take(papers(21), session, fixture) }
    #expect(result.status == 65 && result.description.contains("more than 20"), "\(result)")
    _ = try take(papers(20), session, fixture)
    let person = try session.vault.requirePerson(try PersonCode("E1"))
    guard case .opened = try session.evidence(of: person) else {
      Issue.record("no evidence")
      return
    }
  }

  @Test("a verification before the hire counts only if the row says that the hiring was certain")
  func beforeHire() throws {
    let head = "社員番号,氏名,入社日,採用状況,個人番号,番号確認書類,確認方法,確認日,確認事項\n"
    func take(_ state: String, _ facts: String, shown: String = "2026-04-01") throws -> Verification
    {
      let fixture = try VaultFixture()
      let session = try fixture.signIn("hanako")
      let row = "E1,試験　一,2026-05-01,\(state),858319664372,個人番号カード,対面,\(shown),\(facts)\n"
      try session.importFile(try fixture.folder.write(head + row, as: "p.csv"))
      return try session.vault.requirePerson(try PersonCode("E1")).record.verification
    }
    #expect(try take("", "") == Verification.none)
    for (state, facts) in [("入社", ""), ("確定", ""), ("", "employment-decided")] {
      #expect(try take(state, facts).isComplete, "\(state)\(facts)")
    }
    #expect(try take("", "", shown: "2026-05-01").isComplete)
  }

  @Test("papers of the day on which only a claim rests are held against the hire")
  func claimedBeforeHire() throws {
    let head = "社員番号,氏名,入社日,個人番号,番号確認書類,確認方法,確認日,確認事項\n"
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    func take(_ rest: String, update: Bool = true) throws -> Bool {
      var options = ImportOptions()
      options.update = update
      let row = "E1,試験　一,2026-05-01,\(rest)\n"
      try session.importFile(try fixture.folder.write(head + row, as: "p.csv"), options)
      return try session.vault.requirePerson(try PersonCode("E1")).record.verification.isComplete
    }
    #expect(try !take("858319664372,,記録なし,2026-04-01,", update: false))
    #expect(try verification(session) == "claimed")
    #expect(try !take(",個人番号カード,対面,2026-04-01,"))
    #expect(try take(",個人番号カード,対面,2026-04-01,employment-decided"))
    #expect(try take(",個人番号カード,対面,2026-04-01,"))
  }

  @Test("a family member cared for, and an heir, have a form that carries their number")
  func standings() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    let card = "個人番号カード,個人番号カード,対面,2026-04-01,,,,,,"
    let rows = """
      E1,,,試験　一,1990-01-01,,,,,,,,,,,,,,
      E1,,母,試験　母,1960-01-01,,○,,487861614707,,,,,,,,,,
      E1,,配偶者,試験　妻,1990-01-02,,,○,916441504700,\(card)
      P1,支払先,,試験　子,2000-01-01,,,○,654170921305,\(card)

      """
    #expect(try take(rows, session, fixture).numbers == 3)
    let mother = try session.vault.requirePerson(try PersonCode("E1-1")).record
    #expect(mother.standing.careFamily && mother.declaredPurposes == ["employment-insurance"])
    #expect(mother.verification == .employeeDuty)
    #expect(try session.digits("E1-1", "caregiver-leave-benefit", year: nil).count == 12)
    for code in ["E1-2", "P1"] {
      let heir = try session.vault.requirePerson(try PersonCode(code)).record
      #expect(heir.standing.heir && heir.declaredPurposes == ["payment-records"], "\(code)")
      #expect(try verification(session, code) == "card 2026-04-01")
    }
    let other = "E2,,,試験　二,1990-01-01,,○,,,,,,,,,,,,\n"
    let wrong = try ExitStatus { _ = try take(other, session, fixture) }
    #expect(wrong.status == 65 && wrong.description.contains("only family"), "\(wrong)")
    let none = "E1,,父,試験　父,1960-01-01,,,,066096536136,,,,,,,,,,\n"
    let refused = try ExitStatus { _ = try take(none, session, fixture) }
    #expect(refused.status == 65 && refused.description.contains("番号法15条"), "\(refused)")
  }

  @Test("an update records how a number held already was verified, and what was kept is destroyed")
  func updated() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    _ = try take(Self.row("住民票の写し,,対面,2026-04-01,,,,,,"), session, fixture)
    #expect(try verification(session) == "number")
    let without = "E1,,,試験　一,1990-01-01,,,,,住民票の写し,運転免許証,対面,2026-05-01,,,,,,\n"
    #expect(try take(without, session, fixture).verified.isEmpty, "not without --update")
    let summary = try take(without, session, fixture, update: true)
    #expect(summary.verified == ["E1"] && summary.updated == 1 && summary.notTaken.isEmpty)
    #expect(try verification(session) == "resident-record+photo 2026-05-01")
    let entry = try #require(try session.vault.entries().last?.content)
    #expect(entry.action == "update" && entry.detail["verified"] == .bool(true))
    let size = session.vault.logSize
    #expect(try take(without, session, fixture, update: true).verified.isEmpty, "known already")
    #expect(session.vault.logSize == size)
    session.close()
    let wraps = try fixture.texts("SELECT erased FROM k.wraps WHERE object = 3 ORDER BY id")
    #expect(wraps == ["1", "0"])
    let accountant = try fixture.signIn("keiko")
    #expect(try accountant.digits("E1").count == 12)
  }

  @Test(
    "what an update does not take is told with the reason, row by row",
    arguments: [
      ("住民票の写し,,対面,2026-05-01,,,,,,", "an identity document is missing", "identity-documents"),
      ("個人番号カード,,対面,2026-03-31,,,,,,", "verified on 2026-04-01 already", nil),
      ("住民票の写し,運転免許証,対面,2026-05-01,2026-04-30,,,,,", "had expired", "document-expired"),
      (",,記録なし,,,,,,,", nil, nil), (",,,,,,,,,", nil, nil),
      ("個人番号カード,,対面,2026-04-01,,,,,,", nil, nil),
    ] as [(String, String?, String?)])
  func notTaken(rest: String, why: String?, rule: String?) throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    _ = try take(Self.row("個人番号カード,,対面,2026-04-01,,,,,,"), session, fixture)
    let row = "E1,,,試験　壱,1990-01-01,,,,,\(rest)\n"
    let size = session.vault.logSize
    let summary = try take(row, session, fixture, update: true)
    #expect(summary.updated == 1, "the other columns are taken")
    #expect(summary.verified.isEmpty)
    #expect(summary.notTaken.keys.sorted() == (why == nil ? [] : ["E1"]))
    if let why { #expect(summary.notTaken["E1"]?.english.contains(why) == true) }
    #expect(try verification(session) == "card 2026-04-01")
    try expectRefusal(rule, from: size, session)
    let alone = session.vault.logSize
    let again = try take(row, session, fixture, update: true)
    #expect(again.updated == 0)
    #expect(session.vault.logSize == alone + (rule == nil ? 0 : 1), "an entry all the same")
    try expectRefusal(rule, from: alone, session)
  }

  /// The refusals to record a verification that the log has from an index on.
  private func expectRefusal(_ rule: String?, from size: Int, _ session: Session) throws {
    let entries = try session.vault.entries(from: size).map(\.content)
      .filter { $0.outcome == .refused }
    #expect(entries.map(\.rule) == (rule == nil ? [] : [rule]))
    for entry in entries {
      #expect(entry.action == "verify" && entry.person == "E1")
      #expect(entry.article?.isEmpty == false)
    }
  }

  @Test("who may not verify is refused with an entry, and a dry run leaves none")
  func mayNotVerify() throws {
    let fixture = try VaultFixture()
    let administrator = try fixture.signIn("admin")
    let files = try VaultFixture.policy().files.map { file in
      guard file.name == "roles.yaml" else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      return PolicyBundle.File(
        name: file.name, bytes: Array(text.replacing("widen, verify,", with: "widen,").utf8))
    }
    try PolicyChange(administrator).update(to: try PolicyBundle(files: files))
    administrator.close()
    let session = try fixture.signIn("hanako")
    _ = try take(Self.row("住民票の写し,,対面,2026-04-01,,,,,,"), session, fixture)
    let row = "E1,,,試験　一,1990-01-01,,,,,住民票の写し,運転免許証,対面,2026-05-01,,,,,,\n"
    let size = session.vault.logSize
    var options = ImportOptions()
    options.update = true
    let path = try fixture.folder.write(Self.head + row, as: "people.csv")
    let dry = try session.importFile(path, options, dryRun: true)
    #expect(dry.notTaken.count == 1 && session.vault.logSize == size)
    #expect(try session.importFile(path, options).notTaken.count == 1)
    try expectRefusal("role-forbids", from: size, session)
    #expect(try verification(session) == "number")
  }

  @Test("a number imported after its declaration rests on that, with its notice")
  func declared() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    _ = try take("E1,,,試験　一,1990-01-01,,,,,,,,,,,,,,\n", session, fixture)
    try DeclaringTests.declare(
      "E1", wish: try DeclaringTests.wish(notice: "利用目的の通知"), by: session)
    let before = try session.vault.requirePerson(try PersonCode("E1")).record
    #expect(before.declarations.last?.noticeDigest != nil)
    _ = try take(Self.row("個人番号カード,,対面,2026-04-01,,,,,,"), session, fixture)
    let after = try session.vault.requirePerson(try PersonCode("E1")).record
    #expect(after.declarations == before.declarations)
    let entry = try #require(try session.vault.entries().last?.content)
    #expect(entry.action == "import" && entry.declaration == nil)
    #expect(entry.detail["purposes"] == nil)
    session.close()
    let id = try #require(after.declarations.last?.id)
    let named = try fixture.blobs("declaration", from: "k.wraps WHERE object = 1")
    #expect(named.count == 4 && named.allSatisfy { $0 == id.bytes })
    let accountant = try fixture.signIn("keiko")
    #expect(try accountant.digits("E1").count == 12)
  }

  @Test("an import tells only what was not told before")
  func toldInPart() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("hanako")
    var narrow = ImportOptions()
    narrow.purposes = [PurposeID("health-pension")]
    let bare = "E1,,,試験　一,1990-01-01,,,,,,,,,,,,,,\n"
    try session.importFile(try fixture.folder.write(Self.head + bare, as: "p.csv"), narrow)
    _ = try take(Self.row("個人番号カード,,対面,2026-04-01,,,,,,"), session, fixture)
    let record = try session.vault.requirePerson(try PersonCode("E1")).record
    #expect(
      record.declarations.map(\.purposes) == [
        ["health-pension"], ["employment-insurance", "tax-declarations", "tax-withholding"],
      ])
    #expect(try session.digits("E1", "health-pension-acquisition", year: nil).count == 12)
  }
}
