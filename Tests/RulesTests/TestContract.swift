import People
import Rules

/// Contracts of entrustment for tests, spoilt one way at a time.
enum TestContract {
  static let clauses = Dictionary(
    uniqueKeysWithValues: ContractClause.allCases.map { ($0, day("2026-03-20")) })

  static func make(
    _ id: String = "yamada-sr", entruster: String? = nil, permission: RootPermission? = nil,
    purposes: [String] = ["health-pension"],
    _ change: (inout EntrustmentContract) -> Void = { _ in }
  ) throws -> EntrustmentContract {
    var contract = EntrustmentContract(
      id: try Self.id(id), name: "山田社会保険労務士法人", entruster: try entruster.map(Self.id),
      purposes: purposes.map { PurposeID($0) }, from: day("2026-04-01"), until: day("2027-03-31"),
      clauses: clauses, permission: permission,
      supervision: SupervisionPlan(how: "年1回の実地確認", months: 12))
    change(&contract)
    return contract
  }

  static func id(_ text: String) throws -> ContractorID {
    guard let id = ContractorID(text) else { throw NoSuchID() }
    return id
  }

  private struct NoSuchID: Error {}
}
