import MyNumberKit
import Testing

@testable import Custody

@Suite("Declaring purposes to people")
struct DeclaringTests {
  static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? .first
  static let head =
    "社員番号,区分,続柄,氏名,個人番号,番号確認書類,身元確認書類,確認方法,確認日,利用目的,退職日\n"
  static let verified = "個人番号カード,個人番号カード,対面,2026-04-01"

  private static let people =
    head + """
      D1,従業員,本人,試験　一,858319664372,\(verified),tax-withholding;health-pension,
      D2,従業員,本人,試験　二,487861614707,\(verified),tax-withholding,
      D3,従業員,本人,試験　三,,,,,,tax-withholding,
      D4,役員,本人,試験　四,916441504700,\(verified),health-pension,

      """

  /// A vault with people whose numbers serve few purposes.
  static func fixture(_ file: String = people) throws -> VaultFixture {
    let fixture = try VaultFixture()
    let hr = try fixture.signIn("hanako")
    try hr.importFile(try fixture.folder.write(file, as: "people.csv"))
    hr.close()
    return fixture
  }

  static func wish(
    _ purposes: String..., on date: CalendarDate = day, notice: String? = nil
  ) throws -> DeclarationWish {
    DeclarationWish(
      purposes: purposes.isEmpty ? nil : purposes.map { PurposeID($0) }, method: .document,
      date: date,
      notice: try notice.map { try NoticeText(Array($0.utf8), file: "notice.txt") })
  }

  /// Plans and carries out.
  @discardableResult
  static func declare(
    _ codes: String..., wish: DeclarationWish, by session: Session
  ) throws -> DeclarationPlan {
    let declaring = Declaring(session)
    let plan = try declaring.plan(try codes.map { try PersonCode($0) }, wish)
    try declaring.carryOut(plan)
    return plan
  }

  private func record(_ code: String, _ session: Session) throws -> PersonRecord {
    try #require(try session.vault.person(try PersonCode(code))?.record)
  }

  /// The rule of a refusal that the body throws.
  private func rule(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      guard let error = error as? CustodyError, case .refused(let refusal) = error.code else {
        return "\(error)"
      }
      return refusal.rule
    }
  }

  @Test("a number held already opens for what is told now, and for nothing else")
  func widening() throws {
    let fixture = try Self.fixture()
    let hr = try fixture.signIn("hanako")
    let plan = try Self.declare(
      "D1", wish: try Self.wish("retirement-income", "employment-insurance"), by: hr)
    #expect(plan.lines.map(\.told.count) == [2] && plan.lines.map(\.widened.count) == [2])
    let digits = Array("858319664372".utf8)
    let form = "employment-insurance-acquisition"
    #expect(try hr.digits("D1", form, purpose: "employment-insurance") == digits)
    hr.close()
    let accountant = try fixture.signIn("keiko")
    #expect(
      try accountant.digits("D1", "retirement-slip-tax-office", purpose: "retirement-income")
        == digits)
    #expect(
      rule { _ = try accountant.digits("D1", "payment-record", purpose: "payment-records") } != nil)
    #expect(try VaultExamination(accountant.vault).problemCount == 0)
  }

  @Test("decisions are durable before the wraps, which come with the declaration")
  func order() throws {
    let fixture = try Self.fixture()
    let hr = try fixture.signIn("hanako")
    let before = hr.vault.logSize
    try Self.declare("D1", wish: try Self.wish("retirement-income"), by: hr)
    let entries = try hr.vault.entries(from: before).map(\.content)
    try #require(entries.map(\.action) == ["widen", "declare-batch", "declare"])
    #expect(entries[0].outcome == .allowed && !entries[0].touchesKeys)
    #expect(
      entries[0].detail
        == ["key": .string("retirement-income"), "through": .string("health-pension")])
    #expect(entries[1].lockboxes.keys.sorted() == ["retirement-income"])
    #expect(entries[1].touchesKeys && entries[2].touchesKeys)
    #expect(entries[2].declaration == entries[1].declaration && entries[2].row != nil)
    let sizes = try hr.vault.checkpoints(from: before + 1).map(\.size)
    #expect(sizes == [before + 1, before + 3])
  }

  @Test("who holds no key that opens the number is refused, by rule and by key")
  func notHeld() throws {
    let fixture = try Self.fixture()
    let wish = try Self.wish("employment-insurance")
    let hr = try fixture.signIn("hanako")
    let plan = try Declaring(hr).plan([try PersonCode("D2")], wish)
    #expect(plan.lines[0].refusals == [.numberNotOpened([PurposeID("tax-withholding")])])
    #expect(rule { try Declaring(hr).carryOut(plan) } == "number-not-opened")
    #expect(try hr.vault.entries().last?.content.rule == "number-not-opened")
    hr.close()
    let forced = try fixture.signIn(
      "hanako", VaultFixture.environment(decider: PermissiveDecider()))
    let before = forced.vault.logSize
    let error = #expect(throws: CustodyError.self) {
      try Self.declare("D2", wish: wish, by: forced)
    }
    #expect(error?.exitStatus == 76)
    let entries = try forced.vault.entries(from: before).map(\.content)
    #expect(entries.map(\.outcome) == [.allowed, .failed])
    #expect(entries.last?.rule == "key-not-held")
    #expect(try !record("D2", forced).declares("employment-insurance"))
    forced.close()
    let accountant = try fixture.signIn("keiko")
    try Self.declare("D2", wish: wish, by: accountant)
    #expect(try record("D2", accountant).declares("employment-insurance"))
  }

  @Test("one who stands against it stops all, and nothing is written but the refusals")
  func allOrNothing() throws {
    let fixture = try Self.fixture()
    let hr = try fixture.signIn("hanako")
    let before = hr.vault.logSize
    #expect(
      rule { try Self.declare("D1", "D2", wish: try Self.wish("employment-insurance"), by: hr) }
        == "number-not-opened")
    let entries = try hr.vault.entries(from: before).map(\.content)
    #expect(entries.map(\.outcome) == [.refused] && entries.map(\.person) == ["D2"])
    #expect(try !record("D1", hr).declares("employment-insurance"))
  }

  @Test("nobody is told of what no form of such a person carries")
  func needless() throws {
    let fixture = try Self.fixture()
    let hr = try fixture.signIn("hanako")
    #expect(
      rule { try Self.declare("D4", wish: try Self.wish("employment-insurance"), by: hr) }
        == "collection-not-needed")
    #expect(
      rule { try Self.declare("D3", wish: try Self.wish("health-pension"), by: hr) } == nil)
    #expect(try record("D3", hr).declarations.count == 2, "a person without a number")
  }

  @Test(
    "a use without a basis in law cannot be told of, and the refusal cites why",
    arguments: [
      ("accident-insurance", "番号法14条1項"), ("staff-management", "番号法30条2項"),
      ("営業成績", "番号法29条"), ("wage-ledger", "労働基準法108条"), ("同意による人事管理", "番号法30条2項"),
    ])
  func forbidden(use: String, article: String) throws {
    let fixture = try Self.fixture()
    let hr = try fixture.signIn("hanako")
    let before = hr.vault.logSize
    #expect(
      rule { try Self.declare("D1", wish: try Self.wish(use), by: hr) } == "purpose-forbidden")
    let entries = try hr.vault.entries(from: before).map(\.content)
    #expect(entries.map(\.outcome) == [.refused])
    #expect(entries.last?.article?.contains(article) == true)
  }

  @Test("unknown purposes, days to come and users without the role are refused")
  func otherRefusals() throws {
    let fixture = try Self.fixture()
    let hr = try fixture.signIn("hanako")
    #expect(
      rule { try Self.declare("D1", wish: try Self.wish("nothing"), by: hr) } == "purpose-unknown")
    let later = #expect(throws: CustodyError.self) {
      try Self.declare(
        "D1", wish: try Self.wish("retirement-income", on: Self.day.adding(days: 1)), by: hr)
    }
    #expect(later?.exitStatus == 64)
    hr.close()
    for user in ["audrey", "admin"] {
      let session = try fixture.signIn(user)
      #expect(
        rule { try Self.declare("D1", wish: try Self.wish("retirement-income"), by: session) }
          == "role-forbids")
      session.close()
    }
  }

  @Test("what was told is not told again, but by a new text")
  func again() throws {
    let fixture = try Self.fixture()
    let hr = try fixture.signIn("hanako")
    let plain = try Self.wish("health-pension")
    let before = hr.vault.logSize
    let plan = try Self.declare("D1", wish: plain, by: hr)
    #expect(plan.lines[0].told.isEmpty && plan.lines[0].known.count == 1)
    #expect(hr.vault.logSize == before, "nothing was done, so nothing is written")
    let noticed = try Self.wish("health-pension", notice: "利用目的通知書")
    #expect(try Self.declare("D1", wish: noticed, by: hr).lines[0].told.count == 1)
    #expect(try Self.declare("D1", wish: noticed, by: hr).lines[0].told.isEmpty)
    let newest = try #require(try record("D1", hr).declaration(covering: "health-pension"))
    #expect(newest.method == "document" && newest.by == hr.account.id)
    #expect(try KeptNotices(hr.vault).text(of: newest) == Array("利用目的通知書".utf8))
    #expect(try VaultExamination(hr.vault).problemCount == 0)
  }

  @Test("a kept text that was altered is not shown")
  func alteredText() throws {
    let fixture = try Self.fixture()
    let hr = try fixture.signIn("hanako")
    try Self.declare("D1", wish: try Self.wish("health-pension", notice: "本文"), by: hr)
    hr.close()
    try fixture.sql("UPDATE main.documents SET bytes = x'41' WHERE kind = 'notice'")
    let session = try fixture.signIn("hanako")
    let newest = try #require(try record("D1", session).declaration(covering: "health-pension"))
    let error = #expect(throws: CustodyError.self) {
      try KeptNotices(session.vault).text(of: newest)
    }
    #expect(error?.exitStatus == 76)
  }

  @Test(
    "a notice that could hold a number, or is no plain text, is not kept",
    arguments: [
      "", "番号 8583-1966-4372", "番号 8583\n1966\n4372", "a\u{0}b", "a\u{202E}b",
      "<meta name=\"\(NoticeMark.addressee)\" content=\"D1\">",
      String(repeating: "あ", count: 100_000),
    ])
  func badNotice(text: String) throws {
    let error = #expect(throws: CustodyError.self) {
      try NoticeText(Array(text.utf8), file: "notice.txt")
    }
    #expect(error?.exitStatus == 65)
    #expect(error.map { "\($0)" }?.contains("1966") == false)
  }

  @Test(
    "the general notices are kept; the ones with a name are not", arguments: PersonKind.allCases)
  func generatedNotices(kind: PersonKind) throws {
    let fixture = try Self.fixture()
    let vault = try fixture.open()
    let sender = NoticeSender(
      name: "サンプル食品（株）", address: "東京都千代田区丸の内１－１－１", telephone: "03-0000-0000",
      contact: "総務部 個人番号係")
    let general = try #require(
      PurposeNotice(to: kind, from: sender, on: Self.day, policy: vault.policy))
    _ = try NoticeText(general.html(), file: "notice.html")
    let record = try #require(try vault.person(try PersonCode("D1"))?.record)
    let addressed = try #require(
      PurposeNotice(to: record, name: nil, from: sender, on: Self.day, policy: vault.policy))
    #expect(throws: CustodyError.self) { try NoticeText(addressed.html(), file: "notice.html") }
  }

  @Test("bytes that are no UTF-8 are no notice")
  func notUTF8() {
    #expect(throws: CustodyError.self) { try NoticeText([0x25, 0xFF, 0x50], file: "notice.pdf") }
  }

  @Test("a purpose whose numbers were destroyed takes a new declaration after that day")
  func afterPurge() throws {
    let fixture = try SampleVault.copy()
    let admin = try fixture.signIn("admin")
    _ = try Purge(admin).run(asOf: Self.day, acceptPresumed: false)
    admin.close()
    let accountant = try fixture.signIn("keiko")
    #expect(try record("0801", accountant).current?.how == .purged)
    // The number is gone for all purposes: there is nothing to wrap.
    let plan = try Self.declare("0801", wish: try Self.wish("tax-withholding"), by: accountant)
    #expect(plan.lines[0].told.count == 1 && plan.lines[0].widened.isEmpty)
    #expect(try record("0801", accountant).isKept(for: "tax-withholding"))
    #expect(try VaultExamination(accountant.vault).problemCount == 0)
  }

  @Test("a wrap that was planted or removed stops the widening with 76")
  func tampered() throws {
    for sql in [
      "UPDATE k.wraps SET erased = 1 WHERE object = 1",
      "UPDATE k.wraps SET sealed = zeroblob(60) WHERE object = 1",
      """
      UPDATE k.lockboxes SET pin = pin + 1 WHERE key = 'health-pension'
      """,
    ] {
      let fixture = try Self.fixture()
      try fixture.sql(sql)
      let hr = try fixture.signIn("hanako")
      let error = #expect(throws: CustodyError.self) {
        try Self.declare("D1", wish: try Self.wish("retirement-income"), by: hr)
      }
      #expect(error?.exitStatus == 76, "\(sql)")
      #expect(try !record("D1", hr).declares("retirement-income"))
      hr.close()
    }
  }

  @Test("an officer who was told of more as an employee is read and widened all the same")
  func formerEmployee() throws {
    let fixture = try Self.fixture(
      Self.head + "D5,従業員,本人,試験　五,,,,,,health-pension;employment-insurance,\n")
    let hr = try fixture.signIn("hanako")
    var options = ImportOptions()
    options.update = true
    try hr.importFile(
      try fixture.folder.write(
        Self.head + "D5,役員,本人,試験　五,161980976185,\(Self.verified),health-pension,\n",
        as: "more.csv"), options)
    #expect(try VaultExamination(hr.vault).problemCount == 0)
    let form = "employment-insurance-acquisition"
    #expect(
      rule { _ = try hr.digits("D5", form, purpose: "employment-insurance") }
        == "form-not-for-subject")
    let plan = try Self.declare("D5", wish: try Self.wish("retirement-income"), by: hr)
    #expect(plan.lines[0].widened.count == 1)
  }
}
