import MyNumberKit
import Testing

@Suite("Importing no number that no form carries")
struct OverCollectionTests {
  private static let head =
    "社員番号,区分,続柄,氏名,生年月日,入社日,税扶養,健保扶養,第3号,採用状況,支払区分,支払見込額,個人番号,番号確認書類,身元確認書類,確認方法,確認日\n"
  private static let card = "個人番号カード,個人番号カード,対面,2026-04-01\n"

  private func run(
    _ rows: String, dryRun: Bool = false
  ) throws -> (summary: ImportSummary?, mistakes: [InputMistake], session: Session) {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    let path = try fixture.folder.write(Self.head + rows, as: "people.csv")
    do {
      return (try session.importFile(path, dryRun: dryRun), [], session)
    } catch let error as CustodyError {
      guard case .badInput(let mistakes) = error.code else { throw error }
      #expect(session.vault.peopleCount == 0)
      return (nil, mistakes, session)
    }
  }

  private static let parent = "E1,従業員,本人,試験　一,1980-01-01,2020-04-01,,,,,,,,,,,\n"

  @Test(
    "whoever no form carries is a bad row with the article and what to do, without the number",
    arguments: [
      (parent + "E1,家族,子,試験　二,2015-01-01,,,,,,,,858319664372,,,,\n", "3:7", "15条", "税扶養"),
      (parent + "E1,家族,内縁の配偶者,試験　二,1982-01-01,,○,,,,,,858319664372,,,,\n", "3:7", "14条", "leave"),
      ("E1,従業員,本人,試験　一,1980-01-01,,,,,応募,,,858319664372,\(card)", "2:10", "14条", "certain"),
      ("E1,従業員,本人,試験　一,1980-01-01,2026-12-01,,,,内定,,,858319664372,\(card)", "2:10", "15条", "確定"),
      ("E1,役員,本人,試験　一,1980-01-01,,,,,応募,,,,,,,\n", "2:10", "14条", "certain"),
      ("E1,従業員,本人,試験　一,1980-01-01,,,,,派遣登録,,,858319664372,\(card)", "2:10", "14条", "派遣社員"),
      ("E1,従業員,本人,試験　一,1980-01-01,,,,,派遣受入,,,858319664372,\(card)", "2:10", "14条", "agency"),
      ("E1,従業員,本人,試験　一,1980-01-01,2026-11-23,,,,,,,858319664372,\(card)", "2:6", "14条", "採用状況"),
      ("P1,支払先,本人,試験　一,1980-01-01,,,,,,報酬・料金等,50000,858319664372,\(card)", "2:13", "225条", "leave"),
      (
        "P1,支払先,本人,試験　一,1980-01-01,,,,,,rent,\"150,000円以下\",858319664372,\(card)", "2:13", "225条",
        "150000"
      ),
    ])
  func refused(rows: String, place: String, article: String, remedy: String) throws {
    let mistakes = try run(rows).mistakes
    let mistake = try #require(mistakes.first)
    #expect(mistakes.count == 1, "\(mistakes)")
    #expect("\(mistake.line ?? 0):\(mistake.column ?? 0)" == place, "\(mistake)")
    #expect(mistake.description.contains(article) && mistake.description.contains(remedy))
    #expect(!mistake.description.contains("858319664372") && !mistake.description.contains("4372"))
  }

  @Test(
    "what stands in the wrong row or is no word of the column is told too",
    arguments: [
      ("E1,従業員,本人,試験　一,1980-01-01,,,,,見習,,,,,,,\n", "2:10"),
      ("P1,支払先,本人,試験　一,1980-01-01,,,,,入社,,,,,,,\n", "2:10"),
      ("E1,従業員,本人,試験　一,1980-01-01,,,,,,rent,,,,,,\n", "2:11"),
      ("E1,従業員,本人,試験　一,1980-01-01,,,,,,,5000,,,,,\n", "2:12"),
      ("P1,支払先,本人,試験　一,1980-01-01,,,,,,lunch,5000,,,,,\n", "2:11"),
      ("P1,支払先,本人,試験　一,1980-01-01,,,,,,rent,たくさん,,,,,\n", "2:12"),
      ("P1,支払先,本人,試験　一,1980-01-01,,,,,,,60000,,,,,\n", "2:11"),
    ])
  func misplaced(rows: String, place: String) throws {
    let mistakes = try run(rows).mistakes
    #expect(mistakes.map { "\($0.line ?? 0):\($0.column ?? 0)" } == [place], "\(mistakes)")
  }

  @Test("a purpose that no form carries for such a person is told by its name, with the articles")
  func purpose() throws {
    let fixture = try VaultFixture()
    let session = try fixture.signIn("keiko")
    let path = try fixture.folder.write(
      "社員番号,区分,続柄,氏名,生年月日,利用目的\nE1,役員,本人,試験　一,1980-01-01,employment-insurance\n",
      as: "people.csv")
    let error = #expect(throws: CustodyError.self) { try session.importFile(path) }
    guard case .badInput(let mistakes)? = error?.code else {
      Issue.record("\(String(describing: error))")
      return
    }
    let mistake = try #require(mistakes.first)
    #expect(mistakes.count == 1 && mistake.line == 2 && mistake.field == "利用目的")
    #expect(mistake.description.contains("no form of employment insurance notices"))
    #expect(mistake.description.contains("(employment-insurance)"))
    #expect(mistake.description.contains("番号法14条1項, 番号法15条"))
    #expect(mistake.phrase.japanese { _ in nil }.contains("雇用保険届出事務"))
  }

  @Test("family whom no form carries and who has no number is taken, and told that nobody asks")
  func familyWithoutForm() throws {
    let child = "E1,家族,子,試験　二,2015-01-01,,,,,,,,,,,,\n"
    let done = try run(Self.parent + child)
    let summary = try #require(done.summary)
    #expect(summary.added == 2 && summary.withoutNumber == [.notAsked: 1, .exempt: 1])
    #expect(summary.notToAsk.keys.sorted() == ["E1-1"])
    #expect(summary.notToAsk["E1-1"]?.english.contains("番号法15条") == true)
    let record = try done.session.vault.requirePerson(try PersonCode("E1-1")).record
    #expect(record.declarations.isEmpty && record.noNumberReason == .exempt)
    let asking = try ExitStatus {
      try NumberRequests(done.session).record(
        record.code, askedOn: CalendarDate(year: 2026, month: 11, day: 20) ?? .first,
        method: .inWriting, answer: .none)
    }
    #expect(asking.status == 64 && asking.description.contains("番号法15条"), "\(asking)")
  }

  @Test("an update does not leave a number with somebody whom no form carries any more")
  func standingLost() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let code = try PersonCode("0004-3")
    let row = "0004,家族,子,倉持　航平,2013-08-21,,,,,,,,,,,,\n"
    let path = try fixture.folder.write(Self.head + row, as: "people.csv")
    var options = ImportOptions()
    options.update = true
    let error = #expect(throws: CustodyError.self) { try session.importFile(path, options) }
    #expect(error?.exitStatus == 65 && "\(error?.description ?? "")".contains("番号法15条"))
    #expect(try #require(try session.vault.person(code)).record.standing.taxDependent)
    _ = try session.importFile(path)
  }

  @Test("all of them are listed at once")
  func all() throws {
    let rows =
      "E1,従業員,本人,試験　一,1980-01-01,,,,,応募,,,858319664372,\(Self.card)"
      + "E2,従業員,本人,試験　二,1980-01-01,,,,,派遣受入,,,487861614707,\(Self.card)"
      + "P1,支払先,本人,試験　三,1980-01-01,,,,,,rent,1000,916441504700,\(Self.card)"
    #expect(try run(rows).mistakes.compactMap(\.line) == [2, 3, 4])
  }

  @Test(
    "who is hired for certain, employed for dispatch or paid enough is taken",
    arguments: [
      "E1,従業員,本人,試験　一,1980-01-01,2027-04-01,,,,確定,,,858319664372,\(card)",
      "E1,従業員,本人,試験　一,1980-01-01,2027-04-01,,,,入社,,,858319664372,\(card)",
      "E1,従業員,本人,試験　一,1980-01-01,2026-11-22,,,,,,,858319664372,\(card)",
      "E1,従業員,本人,試験　一,1980-01-01,,,,,派遣社員,,,858319664372,\(card)",
      "P1,支払先,本人,試験　一,1980-01-01,,,,,,報酬・料金等,\"50,001\",858319664372,\(card)",
      "P1,支払先,本人,試験　一,1980-01-01,,,,,,rent,200000以上,858319664372,\(card)",
    ])
  func taken(row: String) throws {
    let summary = try #require(try run(row).summary)
    #expect(summary.numbers == 1 && summary.unclearPayees.isEmpty)
  }

  @Test("a payee of whom it is unclear is taken and flagged")
  func unclear() throws {
    let rows =
      "P1,支払先,本人,試験　一,1980-01-01,,,,,,,,858319664372,\(Self.card)"
      + "P2,支払先,本人,試験　二,1980-01-01,,,,,,fees,40000〜80000,487861614707,\(Self.card)"
      + "P3,支払先,本人,試験　三,1980-01-01,,,,,,fees,,916441504700,\(Self.card)"
      + "P4,支払先,本人,試験　四,1980-01-01,,,,,,fees,,,,,,\n"
    let done = try run(rows)
    let summary = try #require(done.summary)
    #expect(summary.numbers == 3)
    let fees = try #require(done.session.vault.policy.collection.payments.first { $0.id == "fees" })
    #expect(
      summary.unclearPayees == [
        "P1": .kindNotSaid, "P2": .threshold(fees), "P3": .threshold(fees),
      ])
  }

  @Test("a payee below the threshold needs no number, and nobody asks for it")
  func exempt() throws {
    let summary = try #require(
      try run("P1,支払先,本人,試験　一,1980-01-01,,,,,,fees,30000,,,,,\n").summary)
    #expect(summary.withoutNumber == [.exempt: 1] && summary.added == 1)
  }

  @Test("a family member who ceased to be a dependent gives no number any more")
  func removed() throws {
    let fixture = try SampleVault.copy()
    let session = try fixture.signIn("hanako")
    let code = try PersonCode("0010-2")
    try PersonEvents(session).add(
      LifeEvent(.dependentRemoved, on: CalendarDate(year: 2026, month: 11, day: 20)), to: code)
    let row = "0010,家族,子,若槻　陽咲,2026-10-28,,○,○,,,,,858319664372,,,,\n"
    let path = try fixture.folder.write(Self.head + row, as: "people.csv")
    let error = #expect(throws: CustodyError.self) { try session.importFile(path) }
    #expect(error?.exitStatus == 65 && "\(error?.description ?? "")".contains("番号法15条"))
    #expect(try #require(try session.vault.person(code)).record.holdsNumber == false)
  }
}
