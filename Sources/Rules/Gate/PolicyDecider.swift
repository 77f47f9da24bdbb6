public import People

/// Decides requests by a policy, in the gate's order.
///
/// What a decision looks up is laid out beforehand, and a permitted read builds no text. It is shared,
/// not copied.
public final class PolicyDecider: Decider {
  let purposes: [PurposeID: PurposeRule]
  let forms: [FormCopyID: FormRule]
  let roles: [RoleID: Role]
  let retention: RetentionSchedule
  let identity: IdentityRules
  let entrustment: EntrustmentRules
  let policyDigest: String

  public init(policy: Policy) {
    purposes = Dictionary(policy.purposes.map { ($0.id, PurposeRule($0)) }) { first, _ in first }
    let range = policy.filingRange
    forms = Dictionary(policy.forms.map { ($0.id, FormRule($0, range)) }) { first, _ in first }
    roles = Dictionary(policy.roles.map { ($0.id, $0) }) { first, _ in first }
    retention = policy.retention
    identity = policy.identity
    entrustment = policy.entrustment
    policyDigest = policy.digestHex
  }

  /// Decides a read, a comparison, an erasure (`purge`), a widening (`widen`) or a sharing with a
  /// contractor (`share`), by the request's action.
  ///
  /// A slip export reads number by number, so each of its requests is a `read`.
  ///
  /// - Throws: the first rule that forbids it; `roleForbids` for an action that opens nothing.
  public func decide(_ request: borrowing Request) throws(Refusal) -> Grant {
    switch request.action {
    case .read, .compare: try decideReading(request)
    case .purge: try decideErasure(request)
    case .widen: try decideWidening(request)
    case .share: try decideSharing(request)
    default: throw .roleForbids(request.action)
    }
  }

  /// Whether somebody may do what opens no number, and by which of their roles.
  ///
  /// - Throws: `sessionExpired`, `grantNotInDate`, `roleUnknown` or `roleForbids`.
  @discardableResult
  public func authorise(
    _ action: Action, roles held: [RoleID], roleUntil: CalendarDate?, sessionExpires: Timestamp?,
    now: Timestamp
  ) throws(Refusal) -> RoleID {
    try checkSession(roleUntil: roleUntil, sessionExpires: sessionExpires, now: now)
    return try role(among: held, for: action, key: nil)
  }

  // MARK: What every decision begins with

  func checkSession(
    roleUntil: CalendarDate?, sessionExpires: Timestamp?, now: Timestamp
  ) throws(Refusal) {
    if let sessionExpires, sessionExpires <= now { throw .sessionExpired }
    if let roleUntil, roleUntil < now.japanDate { throw .grantNotInDate(until: roleUntil) }
  }

  /// The first role that allows the action and, where a key is asked for, may hold it; what a
  /// contractor's user may open was shared by name.
  func role(
    among held: [RoleID], for action: Action, key: PurposeID?
  ) throws(Refusal) -> RoleID {
    var isKnown = false
    var isAllowed = false
    for id in held {
      guard let role = roles[id] else { continue }
      isKnown = true
      guard role.actions.contains(action) else { continue }
      guard let key else { return id }
      isAllowed = true
      if role.isEntrusted || role.keys.contains(key.rawValue) { return id }
    }
    if !isKnown { throw .roleUnknown }
    if isAllowed, let key { throw .roleForbidsPurpose(key) }
    throw .roleForbids(action)
  }

  func purpose(
    _ id: PurposeID, on date: CalendarDate
  ) throws(Refusal) -> PurposeRule {
    guard let purpose = purposes[id] else { throw .purposeUnknown(id) }
    guard purpose.inForce.contains(date) else { throw .purposeNotInForce(id) }
    return purpose
  }
}
