public import People

@testable public import Rules

/// Grants that no decider gave, for what happens after a decision.
public enum TestGrant {
  public static func make(
    _ action: Action = .read, person: UInt8 = 1, version: Int = 1, purpose: String = "tax",
    through key: String? = nil, target: String? = nil, declaration: DeclarationID? = nil
  ) throws -> Grant {
    let record = PersonRecord(
      id: try PersonID([UInt8](repeating: person, count: 16)),
      code: try PersonCode("E\(person)"), kind: .employee)
    var request = Request(
      actor: "u4", roles: [RoleID("accountant")], action: action, purpose: PurposeID(purpose),
      form: FormCopyID("slip"), reason: "年末", person: record, personRow: Int64(person),
      holdsKey: true, wrapExists: true, now: Timestamp(seconds: 0))
    request.key = key.map(PurposeKey.init(named:))
    let terms = GrantTerms(
      role: RoleID("accountant"), action: action, purpose: PurposeID(purpose),
      form: action == .read ? FormCopyID("slip") : nil,
      recipient: action == .read ? .taxOffice : nil, article: "番号法19条2号", version: version,
      declaration: declaration, target: target.map(PurposeKey.init(named:)),
      policyDigest: String(repeating: "0", count: 64))
    return Grant(request, terms)
  }
}
