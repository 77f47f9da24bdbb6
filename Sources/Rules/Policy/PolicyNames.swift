/// What a policy calls purposes, form copies and clauses of contracts, for people to read.
///
/// A name has its id behind it, since commands and contract files take the id.
public struct PolicyNames: Sendable {
  private var names: [String: (bare: String, joined: String)] = [:]
  /// The rules that name documents and questions; nil without a policy.
  public private(set) var identity: IdentityRules?

  private init() {}

  /// No names: ids stand for themselves.
  public static let ids = PolicyNames()

  /// The names in English.
  public static func english(_ policy: Policy) -> PolicyNames {
    PolicyNames(policy, \.en, \.en, { "“\($0.en)”" }) { "\($0) (\($1))" }
  }

  /// The names in Japanese.
  public static func japanese(_ policy: Policy) -> PolicyNames {
    PolicyNames(policy, \.ja, \.ja, { "「\($0.ja)」" }) { "\($0)（\($1)）" }
  }

  private init(
    _ policy: Policy, _ purpose: (Purpose) -> String, _ form: (FormCopy) -> String,
    _ clause: (ClauseRule) -> String, _ joined: (_ name: String, _ id: String) -> String
  ) {
    identity = policy.identity
    for each in policy.purposes { add(each.id.rawValue, purpose(each), joined) }
    for each in policy.forms { add(each.id.rawValue, form(each), joined) }
    for each in policy.entrustment.clauses { add(each.id.rawValue, clause(each), joined) }
  }

  private mutating func add(_ id: String, _ name: String, _ joined: (String, String) -> String) {
    names[id] = (name, joined(name, id))
  }

  public subscript(_ purpose: PurposeID) -> String { named(purpose.rawValue) }
  public subscript(_ form: FormCopyID) -> String { named(form.rawValue) }
  public subscript(_ clause: ContractClause) -> String { named(clause.rawValue) }

  private func named(_ id: String) -> String { names[id]?.joined ?? id }

  /// The name without its id; the id if it has none.
  public func name(of id: String) -> String { names[id]?.bare ?? id }
}
