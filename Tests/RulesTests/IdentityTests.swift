import People
import Rules
import Testing
internal import Wording

@Suite("Identity verification")
struct IdentityTests {
  let rules: IdentityRules

  init() throws { rules = try TestPolicy.policy().identity }

  func judge(
    _ number: String?, _ identity: [String] = [], on date: String = "2026-04-01",
    by method: VerificationMethod? = .inPerson, _ kind: PersonKind = .employee,
    _ standing: DependentStanding = .none, attestedBy: String? = nil,
    and more: (inout IdentityColumns) -> Void = { _ in }
  ) -> IdentityAnswer {
    var columns = IdentityColumns()
    columns.numberDocument = number
    columns.identityDocuments = identity
    columns.method = method
    columns.verifiedOn = day(date)
    more(&columns)
    return rules.judge(
      IdentityEvidence(kind: kind, standing: standing, columns, attestedBy: attestedBy),
      today: day("2026-11-22"))
  }

  func rule(_ answer: IdentityAnswer) -> String? {
    guard case .verified(let rule, _, "ab") = answer.state.record(policy: "ab") else { return nil }
    return rule
  }

  func missing(_ answer: IdentityAnswer) -> [IdentityShortfall] { answer.missing.map(\.shortfall) }

  @Test("the card alone is enough, by every method, under each of its names")
  func card() {
    for name in ["個人番号カード", "マイナンバーカード", "my-number-card", " 個人番号 カード"] {
      #expect(rule(judge(name)) == "card")
    }
    #expect(rule(judge("個人番号カード", by: .byPost)) == "card")
    #expect(missing(judge("個人番号カード", by: .online)).contains(.factNotStated(.methodRecognised)))
    let recognised = judge("個人番号カード", by: .online) { $0.facts = [.methodRecognised] }
    #expect(rule(recognised) == "number-image+identity-image")
  }

  @Test("the telephone's record counts from 2025-04-01, and not by post")
  func electronic() {
    func checked(
      _ date: String = "2026-04-01", by method: VerificationMethod = .inPerson
    ) -> IdentityAnswer {
      judge("カード代替電磁的記録", on: date, by: method) { $0.facts = [.certifiedSoftware] }
    }
    #expect(rule(checked("2025-04-01")) == "electronic-card")
    #expect(missing(checked("2025-03-31")) == [.ruleNotInForce(id: "electronic-card")])
    #expect(missing(checked(by: .byPost)) == [.channel])
    #expect(
      missing(judge("カード代替電磁的記録", on: "2025-04-01"))
        == [.factNotStated(.certifiedSoftware)])
  }

  @Test("a number document needs one paper with a photograph or two without")
  func papers() {
    #expect(rule(judge("住民票の写し", ["運転免許証"])) == "resident-record+photo")
    #expect(rule(judge("住民票（個人番号付き）", ["旅券"])) == "resident-record+photo")
    #expect(rule(judge("個人番号付き住民票", ["パスポート"])) == "resident-record+photo")
    #expect(rule(judge("住民票の写し", ["資格確認書", "納税証明書"])) == "resident-record+two-papers")
    #expect(
      missing(judge("住民票の写し", ["資格確認書"])) == [.identityDocuments(needed: 2)])
    #expect(
      missing(judge("住民票の写し", ["資格確認書", "資格確認書"]))
        == [.identityDocuments(needed: 2)])
    #expect(missing(judge("住民票の写し")) == [.identityDocuments(needed: 1)])
    #expect(missing(judge("運転免許証")) == [.numberDocument])
  }

  @Test("is judged by the list of its day: the health insurance card before 2024-12-02")
  func lists() {
    let old = ["健康保険証", "公共料金領収書"]
    let new = ["資格確認書", "公共料金領収書"]
    #expect(rule(judge("住民票", old, on: "2024-12-01")) == "resident-record+two-papers")
    #expect(
      missing(judge("住民票", old, on: "2024-12-02"))
        == [.documentNotInForce(id: "health-insurance-card")])
    #expect(rule(judge("住民票", new, on: "2024-12-02")) == "resident-record+two-papers")
    #expect(
      missing(judge("住民票", new, on: "2024-12-01"))
        == [.documentNotInForce(id: "eligibility-certificate")])
    #expect(
      missing(judge("住民票", ["年金手帳", "納税証明書"], on: "2022-04-01"))
        == [.documentNotInForce(id: "pension-handbook")])
    #expect(rule(judge("住民票", ["特別児童扶養手当証書", "納税証明書"], on: "2024-09-12")) != nil)
    #expect(rule(judge("住民票", ["特別児童扶養手当証書", "納税証明書"], on: "2024-09-13")) == nil)
    #expect(rule(judge("特定在留カード", on: "2026-06-14")) == "card")
    #expect(rule(judge("特定在留カード", on: "2026-06-13")) == nil)
  }

  @Test("the notification card comes with its condition, the number notice never")
  func notices() {
    #expect(
      missing(judge("通知カード", ["運転免許証"])) == [
        .factNotStated(.unchangedSince20200525), .factNotStated(.earlierChangesEntered),
      ])
    #expect(rule(judge("通知カード（記載事項に変更なし）", ["運転免許証"])) == "notification-card+photo")
    #expect(rule(judge("通知カード", ["運転免許証"], on: "2020-05-24")) == "notification-card+photo")
    #expect(
      missing(judge("個人番号通知書", ["運転免許証"])) == [.documentRefused(id: "number-notice")])
  }

  @Test("employment stands for identity face to face only, and for no payee")
  func employment() {
    let hired = judge("住民票", ["雇用関係"]) { $0.facts = [.identityCheckedAtHiring] }
    #expect(rule(hired) == "resident-record+employment")
    #expect(
      missing(judge("住民票", ["雇用関係"])) == [.factNotStated(.identityCheckedAtHiring)])
    #expect(missing(judge("住民票", ["雇用関係"], by: .byPost)) == [.channel])
    #expect(rule(judge("住民票", ["雇用関係"], .payee)) == nil)
  }

  @Test("the employee verifies dependents: the columns are empty")
  func dependents() {
    let standing = DependentStanding(taxDependent: true)
    let empty = IdentityEvidence(kind: .family, standing: standing)
    let answer = rules.judge(empty, today: day("2026-11-22"))
    #expect(answer.isAccepted)
    #expect(answer.state.record(policy: "") == .employeeDuty)
    #expect(missing(judge("個人番号カード", [], .family, standing)) == [.notTheEmployersToDo])
  }

  @Test("a category-3 spouse comes through the employee as agent")
  func category3() {
    let spouse = DependentStanding(healthDependent: true, category3: true)
    #expect(
      rule(
        judge("個人番号カード", ["委任状", "雇用関係"], .family, spouse) {
          $0.facts = [.identityCheckedAtHiring]
        })
        == "mandate+principals-number+agent-employment")
    #expect(
      rule(judge("個人番号カード", ["従業員への委託"], .family, spouse))
        == "entrusted-to-employee+principals-number")
    #expect(
      missing(judge("個人番号カード", ["雇用関係"], .family, spouse))
        == [.power, .factNotStated(.identityCheckedAtHiring)])
    #expect(
      missing(judge("個人番号カード", ["委任状"], .family, spouse))
        == [.identityDocuments(needed: 1)])
    let only = IdentityEvidence(kind: .family, standing: DependentStanding(category3: true))
    #expect(missing(rules.judge(only, today: day("2026-11-22"))).count == 3)
    let both = IdentityEvidence(kind: .family, standing: spouse)
    let answer = rules.judge(both, today: day("2026-11-22"))
    #expect(!answer.isAccepted)
    #expect(answer.state.record(policy: "") == .employeeDuty)
    #expect(answer.verifier == .employer)
  }

  @Test("a day that a column states is judged, and one that it does not state counts as good")
  func days() {
    let licence = ["運転免許証"]
    func stated(
      _ text: String, of document: String? = nil, _ kind: DocumentDay.Kind = .expiry
    ) -> IdentityAnswer {
      judge("住民票の写し", licence) { $0.days = [DocumentDay(kind, of: document, day(text))] }
    }
    #expect(rule(stated("2026-04-01")) == "resident-record+photo", "the last day is a day")
    #expect(missing(stated("2026-03-31")) == [.documentExpired(id: "driving-licence")])
    #expect(missing(stated("2026-03-31", of: "免許証")) == [.documentExpired(id: "driving-licence")])
    #expect(missing(stated("2029-05-14", of: "旅券")) == [.dayOfWhich])
    #expect(
      missing(stated("2026-03-01", .issue)) == [.dayOfWhich], "a licence's issue says nothing")
    let papers = ["納税証明書", "公共料金領収書"]
    let both = judge("住民票の写し", papers) { columns in
      columns.days = [DocumentDay(.issue, day("2026-03-01"))]
    }
    #expect(missing(both) == [.dayOfWhich], "either could be meant")
    let old = judge("住民票の写し", papers) { columns in
      columns.days = [DocumentDay(.issue, of: "納税証明書", day("2025-09-30"))]
    }
    #expect(missing(old) == [.documentTooOld(id: "tax-certificate")])
    #expect(rule(judge("住民票の写し", ["運転経歴証明書"])) == "resident-record+photo")
    let early = judge("住民票の写し", ["運転経歴証明書"]) { columns in
      columns.days = [DocumentDay(.issue, day("2012-03-31"))]
    }
    #expect(missing(early) == [.issuedTooEarly(id: "driving-history")])
  }

  @Test("an answer says whether it rests on a paper of which no last day is stated")
  func assumed() {
    #expect(judge("住民票の写し", ["運転免許証"]).assumesDates)
    let stated = judge("住民票の写し", ["運転免許証"]) {
      $0.days = [DocumentDay(.expiry, day("2029-05-14"))]
    }
    #expect(rule(stated) != nil && !stated.assumesDates)
    #expect(!judge("住民票の写し", ["身体障害者手帳"]).assumesDates, "it bears no last day")
    #expect(!judge("住民票の写し").assumesDates, "nothing is accepted")
  }

  @Test(
    "a day is read with its document or alone",
    arguments: [
      ("2029-05-14", nil), ("運転免許証=２０２９／５／１４", "運転免許証"), ("マイナ免許証＝令和11年5月14日", "マイナ免許証"),
    ] as [(String, String?)])
  func dayRead(text: String, document: String?) {
    let read = DocumentDay(.expiry, parsing: text)
    #expect(read == DocumentDay(.expiry, of: document, day("2029-05-14")))
  }

  @Test("what is no day is none", arguments: ["", "運転免許証", "運転免許証=", "2029-02-30", "=", "a=b=c"])
  func noDay(text: String) { #expect(DocumentDay(.expiry, parsing: text) == nil) }

  @Test("who lives abroad is judged by the rules for that, and has no resident record")
  func abroad() {
    func judged(_ document: String, on date: String = "2026-04-01") -> IdentityAnswer {
      judge(document, ["旅券"], on: date) { $0.livesAbroad = true }
    }
    #expect(rule(judged("個人番号カード")) == "card-abroad")
    #expect(missing(judged("個人番号カード", on: "2024-05-26")) == [.ruleNotInForce(id: "card-abroad")])
    #expect(missing(judged("住民票の写し")) == [.notForResidence])
  }

  @Test("an agent, a call and a former employer are judged like a whole case")
  func others() {
    let agent = judge("個人番号カード", ["運転免許証"]) { columns in
      columns.provider = .voluntaryAgent
      columns.powerDocuments = ["委任状"]
    }
    #expect(rule(agent)?.hasPrefix("mandate+principals-number+") == true)
    let powerless = judge("個人番号カード", ["運転免許証"]) { $0.provider = .voluntaryAgent }
    #expect(missing(powerless) == [.power])
    #expect(
      missing(judge("過去に本人確認済み", by: .telephone)).contains(
        .factNotStated(.confirmsExistingRecord)))
    let call = judge("過去に本人確認済み", by: .telephone) { columns in
      columns.facts = [.confirmsExistingRecord, .knownOnlyToPerson]
    }
    #expect(rule(call) == "telephone")
    let moved = judge(nil) { columns in
      columns.provider = .formerEmployer
      columns.consentOn = day("2026-03-20")
      columns.facts = [.consentNamesEmployer, .employmentDecided]
    }
    #expect(
      moved.state.record(policy: "") == .articleNineteenFour(consentOn: day("2026-03-20")))
    let unasked = judge(nil) { $0.provider = .formerEmployer }
    #expect(missing(unasked).contains(.consentDate))
  }

  @Test("a way of several rules holds only while each was in force")
  func ways() {
    #expect(rules.isInForce(rule: "resident-record+photo", on: day("2026-04-01")))
    #expect(!rules.isInForce(rule: "resident-record+photo", on: day("2015-12-31")))
    #expect(!rules.isInForce(rule: "resident-record+face", on: day("2026-04-01")))
    #expect(!rules.isInForce(rule: "resident-record+", on: day("2026-04-01")))
    #expect(
      !rules.isInForce(
        rule: "mandate+principals-number+agent-electronic", on: day("2025-07-03")))
    #expect(
      rules.isInForce(rule: "mandate+principals-number+agent-electronic", on: day("2025-07-04")))
  }

  @Test("no record counts only once attested")
  func legacy() {
    #expect(missing(judge(nil, by: .noRecord)) == [.notAttested])
    #expect(
      judge(nil, by: .noRecord, attestedBy: "u0").state.record(policy: "")
        == .legacy(attestedOn: day("2026-11-22"), by: "u0"))
  }

  @Test("names everything that is missing at once, and repeats no text of a column")
  func shortfalls() {
    var columns = IdentityColumns()
    columns.numberDocument = "621498320257"
    columns.identityDocuments = ["何か"]
    let evidence = IdentityEvidence(kind: .employee, columns)
    let missing = missing(rules.judge(evidence, today: day("2026-11-22")))
    #expect(
      missing == [
        .methodMissing, .dateMissing, .documentUnknown(1), .documentUnknown(2), .numberDocument,
        .identityDocuments(needed: 1),
      ])
    #expect(!missing.map(\.description).joined().contains("6214"))
    #expect(self.missing(judge("個人番号カード", on: "2026-11-23")) == [.dateInFuture])
    #expect(self.missing(judge(nil)) == [.numberDocument, .identityDocuments(needed: 1)])
  }
}
