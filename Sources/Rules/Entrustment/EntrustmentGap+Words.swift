internal import People

extension EntrustmentGap: CustomStringConvertible {
  /// The rule's id, as the log writes it.
  public var rule: String {
    switch self {
    case .notRegistered: "contractor-not-registered"
    case .circular: "entrusters-circular"
    case .permissionMissing: "permission-missing"
    case .permissionNotOfRoot: "permission-not-of-root"
    case .clauseMissing: "clause-missing"
    case .notBegun: "contract-not-begun"
    case .lapsed: "contract-lapsed"
    case .purposeNotEntrusted: "purpose-not-entrusted"
    case .supervisionOverdue: "supervision-overdue"
    case .clauseDesirable: "clause-desirable"
    case .notReturned: "not-returned"
    }
  }

  /// The article that it rests on.
  public var article: String {
    switch self {
    case .permissionMissing, .permissionNotOfRoot, .circular: "番号法10条1項"
    case .clauseMissing, .clauseDesirable, .supervisionOverdue:
      "番号法11条, 番号法ガイドライン第4-2-(1)"
    case .notRegistered, .notBegun, .lapsed: "番号法19条6号, 11条"
    case .purposeNotEntrusted: "番号法9条4項, 19条6号"
    case .notReturned: "番号法20条, 11条"
    }
  }

  public var description: String { text(naming: .ids) }

  /// What stands against it, with the names that the policy has.
  public func text(naming names: PolicyNames) -> String {
    switch self {
    case .notRegistered(let id): "no contract with \(id) is registered"
    case .circular(let id): "the chain of entrusters of \(id) leads back to itself"
    case .permissionMissing(let id):
      "\(id) is re-entrusted without the permission of the employer, who entrusted first"
    case .permissionNotOfRoot(let id, let by):
      "the re-entrustment to \(id) was permitted by \(by), not by the employer, who entrusted first"
    case .clauseMissing(let id, let clause):
      "the contract with \(id) lacks the clause \(names[clause])"
    case .notBegun(let id, let day): "the contract with \(id) begins on \(day.isoText)"
    case .lapsed(let id, let day): "the contract with \(id) ended on \(day.isoText)"
    case .purposeNotEntrusted(let id, let purpose):
      "the contract with \(id) does not entrust \(names[purpose])"
    case .supervisionOverdue(let id, let day):
      "nobody has looked at the handling of \(id), which was due by \(day.isoText)"
    case .clauseDesirable(let id, let clause):
      "the contract with \(id) should have the clause \(names[clause])"
    case .notReturned(let id, let day):
      "\(id) has returned or destroyed nothing since the contract ended on \(day.isoText)"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .notRegistered: "register the contract (entrustment add)"
    case .circular: "correct who entrusts whom"
    case .permissionMissing, .permissionNotOfRoot:
      "give the employer's own permission, and record it in the contract's file"
    case .clauseMissing, .clauseDesirable: "agree on the clause and register the contract again"
    case .notBegun: "wait for the day"
    case .lapsed: "register the new contract, or have everything returned"
    case .purposeNotEntrusted: "name a purpose of the contract, or register a wider one"
    case .supervisionOverdue: "look at the handling and record it (entrustment supervise)"
    case .notReturned: "have it returned or destroyed and record it (entrustment returned)"
    }
  }
}
