/// What the policy asks of a contract of entrustment.
public struct EntrustmentRules: Hashable, Sendable {
  /// Every clause, in the policy's order.
  public let clauses: [ClauseRule]

  public func clause(_ id: ContractClause) -> ClauseRule? { clauses.first { $0.id == id } }
}
