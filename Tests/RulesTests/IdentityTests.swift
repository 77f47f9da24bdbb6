import People
import Rules
import Testing

@Suite("Identity verification")
struct IdentityTests {
  let rules: IdentityRules

  init() throws { rules = try TestPolicy.policy().identity }

  func judge(
    _ number: String?, _ identity: [String] = [], on date: String = "2026-04-01",
    by method: VerificationMethod? = .inPerson, _ kind: PersonKind = .employee,
    _ standing: DependentStanding = .none, attestedBy: String? = nil
  ) -> IdentityJudgement {
    rules.judge(
      IdentityEvidence(
        kind: kind, standing: standing, numberDocument: number, identityDocuments: identity,
        method: method, verifiedOn: day(date), attestedBy: attestedBy),
      today: day("2026-11-22"), policy: "ab")
  }

  func rule(_ judgement: IdentityJudgement) -> String? {
    guard case .complete(.verified(let rule, _, "ab"), _) = judgement else { return nil }
    return rule
  }

  func missing(_ judgement: IdentityJudgement) -> [IdentityShortfall] {
    guard case .incomplete(let missing) = judgement else { return [] }
    return missing
  }

  @Test("the card alone is enough, by every method, under each of its names")
  func card() {
    for name in ["個人番号カード", "マイナンバーカード", "my-number-card", " 個人番号 カード"] {
      #expect(rule(judge(name)) == "card")
    }
    #expect(rule(judge("個人番号カード", by: .byPost)) == "card")
    #expect(rule(judge("個人番号カード", by: .online)) == "card")
  }

  @Test("the telephone's record counts from 2025-04-01, and not by post")
  func electronic() {
    #expect(rule(judge("カード代替電磁的記録", on: "2025-04-01")) == "electronic-card")
    #expect(
      missing(judge("カード代替電磁的記録", on: "2025-03-31"))
        == [.documentNotInForce(id: "card-electronic-record")])
    #expect(missing(judge("カード代替電磁的記録", by: .byPost)) == [.methodNotAllowed])
  }

  @Test("a number document needs one paper with a photograph or two without")
  func papers() {
    #expect(rule(judge("住民票の写し", ["運転免許証"])) == "number-and-photo")
    #expect(rule(judge("住民票（個人番号付き）", ["旅券"])) == "number-and-photo")
    #expect(rule(judge("個人番号付き住民票", ["パスポート"])) == "number-and-photo")
    #expect(rule(judge("住民票の写し", ["資格確認書", "納税証明書"])) == "number-and-two")
    #expect(
      missing(judge("住民票の写し", ["資格確認書"])) == [.identityDocumentsMissing(needed: 2)])
    #expect(
      missing(judge("住民票の写し", ["資格確認書", "資格確認書"]))
        == [.identityDocumentsMissing(needed: 2)])
    #expect(missing(judge("住民票の写し")) == [.identityDocumentsMissing(needed: 1)])
    #expect(missing(judge("運転免許証")) == [.notANumberProof(id: "driving-licence")])
  }

  @Test("is judged by the list of its day: the health insurance card before 2024-12-02")
  func lists() {
    let old = ["健康保険証", "公共料金領収書"]
    let new = ["資格確認書", "公共料金領収書"]
    #expect(rule(judge("住民票", old, on: "2024-12-01")) == "number-and-two")
    #expect(
      missing(judge("住民票", old, on: "2024-12-02"))
        == [.documentNotInForce(id: "health-insurance-card")])
    #expect(rule(judge("住民票", new, on: "2024-12-02")) == "number-and-two")
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
    guard case .complete(_, let conditions) = judge("通知カード", ["運転免許証"]) else {
      Issue.record("the notification card must be accepted")
      return
    }
    #expect(conditions.count == 1)
    #expect(
      missing(judge("個人番号通知書", ["運転免許証"])) == [.documentRefused(id: "number-notice")])
  }

  @Test("employment stands for identity face to face only, and for no payee")
  func employment() {
    #expect(rule(judge("住民票", ["雇用関係"])) == "number-and-employment")
    #expect(missing(judge("住民票", ["雇用関係"], by: .byPost)) == [.methodNotAllowed])
    #expect(rule(judge("住民票", ["雇用関係"], .payee)) == nil)
  }

  @Test("the employee verifies dependents: the columns are empty")
  func dependents() {
    let standing = DependentStanding(taxDependent: true)
    let empty = IdentityEvidence(kind: .family, standing: standing)
    #expect(
      rules.judge(empty, today: day("2026-11-22"), policy: "")
        == .complete(.employeeDuty, conditions: []))
    #expect(missing(judge("個人番号カード", [], .family, standing)) == [.notTheEmployersToDo])
  }

  @Test("a category-3 spouse comes through the employee as agent")
  func category3() {
    let spouse = DependentStanding(healthDependent: true, category3: true)
    #expect(
      rule(judge("個人番号カード", ["委任状", "雇用関係"], .family, spouse)) == "agent-with-power")
    #expect(
      rule(judge("個人番号カード", ["従業員への委託"], .family, spouse)) == "entrusted-to-employee")
    #expect(missing(judge("個人番号カード", ["雇用関係"], .family, spouse)) == [.powerMissing])
    #expect(
      missing(judge("個人番号カード", ["委任状"], .family, spouse))
        == [.identityDocumentsMissing(needed: 1)])
    let only = IdentityEvidence(kind: .family, standing: DependentStanding(category3: true))
    #expect(missing(rules.judge(only, today: day("2026-11-22"), policy: "")).count == 2)
  }

  @Test("no record counts only once attested")
  func legacy() {
    #expect(missing(judge(nil, by: .noRecord)) == [.notAttested])
    #expect(
      judge(nil, by: .noRecord, attestedBy: "u0")
        == .complete(.legacy(attestedOn: day("2026-11-22"), by: "u0"), conditions: []))
  }

  @Test("names everything that is missing at once, and repeats no text of a column")
  func shortfalls() {
    let evidence = IdentityEvidence(
      kind: .employee, numberDocument: "621498320257", identityDocuments: ["何か"])
    let missing = missing(rules.judge(evidence, today: day("2026-11-22"), policy: ""))
    #expect(
      missing == [
        .methodMissing, .dateMissing, .numberDocumentUnknown, .identityDocumentUnknown(1),
      ])
    #expect(!missing.map(\.description).joined().contains("6214"))
    #expect(self.missing(judge("個人番号カード", on: "2026-11-23")) == [.dateInFuture])
    #expect(self.missing(judge(nil)) == [.numberDocumentMissing])
  }
}
