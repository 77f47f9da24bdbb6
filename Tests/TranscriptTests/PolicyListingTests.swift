import MyNumberKit
import TestSupport
import Testing

@testable import mynumber

@Suite("policy show lists the schedule of retention")
struct PolicyListingTests {
  private let policy: Policy
  private let listing: Listing

  init() throws {
    policy = try Policy(bundle: PolicyBundle(directory: FileBytes.root + "/Policies"))
    listing = PolicyListing(policy).listing
  }

  private func rows(_ kind: String) -> [[String: String]] {
    let ids = listing.columns.map(\.id)
    return listing.rows.filter { $0.first == kind }.map { row in
      Dictionary(uniqueKeysWithValues: zip(ids, row))
    }
  }

  @Test("every document with its purpose, its period, its articles and who set it")
  func documents() {
    let documents = rows("document")
    #expect(documents.map { $0["id"] } == policy.retention.documents.map(\.id))
    for (row, rule) in zip(documents, policy.retention.documents) {
      #expect(row["set_by"] == rule.setBy.rawValue && row["refers"] == rule.purpose.rawValue)
      #expect(
        row["period"]?.contains("\(rule.years)") == true
          || row["period"]?.contains("\(rule.years + 1)") == true)
      #expect(row["articles"]?.isEmpty == false)
    }
    let dated = documents.filter { $0["in_force"]?.isEmpty == false }.map { $0["id"] }
    #expect(dated == ["specified-relative-declarations", "plan-lump-sum-declaration"])
  }

  @Test("what the employer chose is shown as such")
  func choices() {
    let chosen = (rows("document") + rows("retention")).filter { $0["set_by"] == "employer" }
      .map { $0["id"] }
    #expect(
      chosen == [
        "withholding-slip-copies", "retirement-slip-copies", "payment-record-copies",
        "property-accumulation-copies", "overdue_after", "last_pay_months", "exported_files",
        "purge_approval",
      ])
  }
}
