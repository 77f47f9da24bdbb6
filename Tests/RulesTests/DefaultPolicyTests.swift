import People
import Rules
import Testing

@Suite("The default policy")
struct DefaultPolicyTests {
  @Test("is without a mistake")
  func isGood() throws {
    #expect(TestPolicy.mistakes(try TestPolicy.bundle()) == [])
  }

  @Test("has every purpose of the design")
  func purposes() throws {
    let policy = try TestPolicy.policy()
    #expect(
      policy.purposes.map(\.id.rawValue) == [
        "tax-withholding", "tax-declarations", "retirement-income", "payment-records",
        "health-pension", "pension-category3", "employment-insurance", "property-accumulation",
      ])
    #expect(policy.purpose("tax-withholding".purpose)?.ja == "源泉徴収票・給与支払報告書作成事務")
  }

  @Test(
    "has every form copy of the design",
    arguments: [
      "withholding-slip-tax-office", "withholding-slip-municipality",
      "withholding-slip-recipient", "dependents-declaration", "transfer-notice-municipality",
      "retirement-slip-tax-office", "retirement-slip-recipient", "retirement-slip-municipality",
      "payment-record",
      "nonresident-payment-record", "death-retirement-payment-record",
      "health-pension-acquisition", "health-pension-loss", "health-pension-number-change",
      "health-dependents-change", "maternity-childcare-leave", "category3-notice",
      "employment-insurance-acquisition", "employment-insurance-loss",
      "employment-insurance-number", "employment-insurance-benefit", "caregiver-leave-benefit",
      "property-accumulation-declaration",
    ])
  func forms(id: String) throws {
    let form = try #require(try TestPolicy.policy().form(FormCopyID(id)))
    #expect(!form.citations.isEmpty)
    #expect(form.recipient == .person || form.article19Item != nil)
  }

  @Test("lets the person's own copy carry nobody's number")
  func recipientCopy() throws {
    let form = try TestPolicy.policy().form(FormCopyID("withholding-slip-recipient"))
    #expect(form?.carries.isEmpty == true)
    #expect(form?.article19Item == nil)
  }

  @Test("gives the administrator and the auditor no key")
  func keys() throws {
    let policy = try TestPolicy.policy()
    #expect(policy.role(RoleID("administrator"))?.keys == [])
    #expect(policy.role(RoleID("auditor"))?.keys == [])
    #expect(policy.role(RoleID("hr"))?.keys.contains("tax-withholding") == false)
  }

  @Test("declares to an officer no employment insurance")
  func officer() throws {
    let policy = try TestPolicy.policy()
    let bundle = policy.bundle(for: try TestPerson.make(.officer))
    #expect(!bundle.contains(PurposeID("employment-insurance")))
    #expect(bundle.contains(PurposeID("health-pension")))
    #expect(!policy.carries(PurposeID("employment-insurance"), for: try TestPerson.make(.officer)))
  }

  @Test("declares to a family member what the standing says, and nothing without one")
  func family() throws {
    let policy = try TestPolicy.policy()
    let spouse = try TestPerson.make(
      .family, relationship: .spouse,
      standing: DependentStanding(healthDependent: true, category3: true))
    #expect(policy.bundle(for: spouse).map(\.rawValue) == ["health-pension", "pension-category3"])
    #expect(policy.bundle(for: try TestPerson.make(.family, relationship: .mother)) == [])
  }

  @Test("has a digest that follows every byte and comes back from its canonical bytes")
  func digest() throws {
    let bundle = try TestPolicy.bundle()
    let changed = try TestPolicy.bundle(changing: "roles.yaml", "人事", to: "人 事")
    #expect(try bundle.digest() != changed.digest())
    #expect(try PolicyBundle(canonicalBytes: bundle.canonicalBytes) == bundle)
    #expect(try TestPolicy.policy().digestHex.utf8.count == 64)
    #expect(throws: PolicyError.self) {
      try PolicyBundle(canonicalBytes: bundle.canonicalBytes + [0])
    }
    #expect(throws: PolicyError.self) {
      try PolicyBundle(canonicalBytes: Array(bundle.canonicalBytes.dropLast()))
    }
  }
}

extension String {
  var purpose: PurposeID { PurposeID(self) }
}
