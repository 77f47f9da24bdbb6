import People
import Rules
import Testing
internal import Wording

@Suite("Collecting no more than is needed")
struct CollectionTests {
  let policy: Policy

  init() throws { policy = try TestPolicy.policy() }

  func family(
    _ standing: DependentStanding, _ relationship: Relationship? = .child
  ) -> CollectionDecision {
    policy.collection.decide(.family(standing, relationship))
  }

  func payee(_ payment: String, _ atLeast: Int?, _ atMost: Int?) -> CollectionDecision {
    policy.collection.decide(.payee(payment: payment, atLeast: atLeast, atMost: atMost))
  }

  @Test("a family member whom no form carries is not asked")
  func familyWithoutForm() {
    #expect(family(.none) == .refused(.familyWithoutForm))
    #expect(
      family(DependentStanding(taxDependent: true), .unregisteredSpouse)
        == .refused(.familyWithoutForm))
  }

  @Test("a dependent for tax, health insurance, category 3, care or an heir may be asked for")
  func dependents() {
    #expect(family(DependentStanding(taxDependent: true)) == .allowed)
    #expect(family(DependentStanding(taxDependent: true, sixteenFrom: 2040)) == .allowed)
    #expect(family(DependentStanding(healthDependent: true), .mother) == .allowed)
    #expect(family(DependentStanding(healthDependent: true), .unregisteredSpouse) == .allowed)
    #expect(family(DependentStanding(category3: true), .spouse) == .allowed)
    #expect(family(DependentStanding(careFamily: true), .father) == .allowed)
    #expect(family(DependentStanding(heir: true)) == .allowed)
  }

  @Test("an applicant is asked only once the hiring is certain")
  func applicants() {
    let collection = policy.collection
    #expect(collection.decide(.hiring(.applied)) == .refused(.applicant))
    #expect(collection.decide(.hiring(.offered)) == .refused(.applicant))
    #expect(collection.decide(.hiring(.certain)) == .allowed)
    #expect(collection.decide(.hiring(.contracted)) == .allowed)
  }

  @Test("a dispatched worker is asked by the employer only")
  func dispatch() {
    let collection = policy.collection
    #expect(collection.decide(.dispatched(.registered)) == .refused(.dispatchRegistration))
    #expect(collection.decide(.dispatched(.received)) == .refused(.dispatchClient))
    #expect(collection.decide(.dispatched(.employed)) == .allowed)
  }

  @Test("each refusal has its article and words")
  func rules() throws {
    for subject in CollectionSubject.allCases {
      let rule = try #require(policy.collection.rule(of: subject))
      #expect(rule.citations.map(\.description).contains("番号法14条1項"))
      #expect(!rule.ja.isEmpty && !rule.en.isEmpty)
    }
  }

  @Test(
    "a payee clearly at or below the threshold is not asked, an unclear one is flagged",
    arguments: [
      ("fees", 50_000), ("fees-of-agents", 500_000), ("rent", 150_000),
      ("property-sale", 1_000_000),
    ])
  func thresholds(payment: String, yen: Int) throws {
    let threshold = try #require(policy.collection.payments.first { $0.id == payment })
    #expect(threshold.atMostYen == yen)
    #expect(payee(payment, nil, yen) == .belowThreshold(threshold))
    #expect(payee(payment, 0, yen - 1) == .belowThreshold(threshold))
    #expect(payee(payment, yen, yen + 1) == .unclear(threshold))
    #expect(payee(payment, nil, nil) == .unclear(threshold))
    #expect(payee(payment, yen, nil) == .unclear(threshold))
    #expect(payee(payment, yen + 1, nil) == .allowed)
    #expect(payee(payment, yen + 1, yen * 2) == .allowed)
  }

  @Test("a payment that the policy does not know is no reason to ask")
  func unknown() { #expect(payee("gifts", 1_000_000, nil) == .unknownPayment) }

  @Test(
    "a purpose without a basis in law is looked up with its reason",
    arguments: [
      ("労災保険給付請求事務", "accident-insurance"), ("accident-insurance", "accident-insurance"),
      ("Workers' Compensation claims", "accident-insurance"),
      ("労働保険料の申告", "labour-insurance-premiums"), ("労働者名簿の調製", "worker-roster"),
      ("賃金台帳", "wage-ledger"), ("給与明細の作成", "payslip"), ("社員管理", "staff-management"),
      ("人事評価", "staff-evaluation"), ("営業成績の管理", "sales-list"), ("勤怠", "attendance"),
      ("入退室管理", "access-control"), ("社員番号", "employee-number"), ("採用選考", "recruitment"),
      ("一般財形貯蓄", "general-savings"), ("所得証明書の発行", "proof-for-others"),
    ])
  func forbidden(text: String, id: String) throws {
    let found = try #require(policy.forbiddenPurpose(named: text))
    #expect(found.id.rawValue == id)
    #expect(!found.citations.isEmpty && !found.whyJa.isEmpty)
    #expect(found.description.contains(found.whyEn))
  }

  @Test("no purpose of the policy is among them")
  func allowed() {
    #expect(policy.forbidden.count == ForbiddenUse.allCases.count)
    for purpose in policy.purposes {
      for text in [purpose.id.rawValue, purpose.ja, purpose.en] {
        #expect(policy.forbiddenPurpose(named: text) == nil)
      }
    }
  }
}
