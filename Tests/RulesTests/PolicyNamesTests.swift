import Rules
import Testing

@Suite("Names that the policy has")
struct PolicyNamesTests {
  @Test("A refusal names purposes and form copies with the ids that commands take")
  func refusal() throws {
    let policy = try TestPolicy.policy()
    let refusal = Refusal.formNotOfPurpose(
      FormCopyID("health-pension-loss"), PurposeID("tax-withholding"))
    let purpose = try #require(policy.purpose(PurposeID("tax-withholding")))
    let text = refusal.text(naming: .english(policy))
    #expect(
      text.contains("\(purpose.en) (tax-withholding)") && text.contains("(health-pension-loss)"))
    #expect(refusal.remedy(naming: .english(policy)).contains("\(purpose.en) (tax-withholding)"))
    #expect(PolicyNames.japanese(policy)[purpose.id] == "\(purpose.ja)（tax-withholding）")
    #expect(refusal.description == "health-pension-loss is not a form copy of tax-withholding")
  }

  @Test("What is printed is taken: an id, a name in either language, or both together")
  func named() throws {
    let policy = try TestPolicy.policy()
    for purpose in policy.purposes {
      let printed = [
        purpose.id.rawValue, purpose.ja, purpose.en, PolicyNames.japanese(policy)[purpose.id],
        PolicyNames.english(policy)[purpose.id],
      ]
      for word in printed { #expect(policy.purpose(named: word)?.id == purpose.id, "\(word)") }
    }
    for form in policy.forms {
      for word in [form.id.rawValue, form.ja, PolicyNames.english(policy)[form.id]] {
        #expect(policy.form(named: word)?.id == form.id, "\(word)")
      }
    }
    #expect(policy.purpose(named: "") == nil && policy.purpose(named: "源泉") == nil)
    #expect(policy.form(named: "健康保険") == nil)
  }

  @Test("A clause stands in quotes, and an id without a name stands for itself")
  func clauses() throws {
    let policy = try TestPolicy.policy()
    let names = PolicyNames.japanese(policy)
    let clause = try #require(policy.entrustment.clauses.first)
    #expect(names[clause.id] == "「\(clause.ja)」（\(clause.id.rawValue)）")
    #expect(PolicyNames.ids[clause.id] == clause.id.rawValue)
    #expect(names[PurposeID("nothing")] == "nothing" && names.name(of: "nothing") == "nothing")
    #expect(names.name(of: "tax-withholding") == policy.purpose(PurposeID("tax-withholding"))?.ja)
  }

  @Test("What is missing of a verification is named by the rules")
  func missing() throws {
    let policy = try TestPolicy.policy()
    let expired = IdentityCaseReaderTests.good
      .replacing(#"\u65c5\u5238"#, with: "driving-licence")
      .replacing("2029-05-14", with: "2026-03-31")
    let answer = policy.identity.judge(try IdentityCase(json: Array(expired.utf8)))
    let refusal = Refusal.notVerified(PurposeID("health-pension"), missing: answer.missing)
    #expect(refusal.text(naming: .english(policy)).contains("driving licence had expired"))
    #expect(refusal.text(naming: .ids).contains("driving-licence had expired"))
  }
}
