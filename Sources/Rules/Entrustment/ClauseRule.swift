/// What the policy says of one clause of a contract of entrustment.
public struct ClauseRule: Hashable, Sendable, Identifiable {
  public let id: ContractClause
  public let ja: String
  public let en: String
  /// Whether nothing is given to a contractor whose contract lacks it; otherwise that is only shown.
  public let isMandatory: Bool
  public let citations: [Citation]
}
