internal import People

extension PolicyDecider {
  /// Decides the wrapping of a data key for a contractor's key.
  ///
  /// What could not be read for the purpose is not shared for it.
  func decideSharing(_ request: borrowing Request) throws(Refusal) -> Grant {
    let today = request.now.japanDate
    try checkSession(
      roleUntil: request.roleUntil, sessionExpires: request.sessionExpires, now: request.now)
    guard let chosen = request.purpose else { throw .purposeMissing }
    let role = try role(among: request.roles, for: .share, key: chosen)
    let purpose = try purpose(chosen, on: today)
    guard let use = request.entrustment, use.kind == .sharing,
      request.target == ContractorKey(purpose: chosen, contractor: use.contractor).key
    else { throw .roleForbids(.share) }
    try checkEntrustment(request, chosen, on: today)
    let version = try usableVersion(request, for: chosen)
    _ = try checkVerification(
      request.person, of: version.version, for: purpose, as: SubjectSet(of: request.person),
      on: request.now.japanDate)
    guard let declaration = request.person.declaration(covering: chosen.rawValue) else {
      throw .notDeclared(chosen)
    }
    try checkDisposal(request.person, of: chosen, version: version, on: today)
    guard request.holdsKey else { throw .keyNotHeld(chosen) }
    guard request.wrapExists else { throw .noWrap(chosen) }
    return Grant(
      request,
      GrantTerms(
        role: role, action: .share, purpose: chosen, article: EntrustmentUse.article,
        version: version.version, declaration: declaration.id, target: request.target,
        policyDigest: policyDigest))
  }

  /// The role by which somebody reads: their own people read, or hand over; a contractor's user
  /// reads what was shared, and nothing by another role.
  func reader(_ request: borrowing Request, of purpose: PurposeID) throws(Refusal) -> RoleID {
    let kind = request.entrustment?.kind
    let action: Action = kind == .handingOver ? .handOver : .read
    let id = try role(among: request.roles, for: action, key: purpose)
    guard roles[id]?.isEntrusted == (kind == .reading), kind != .sharing else {
      throw .roleForbids(action)
    }
    return id
  }

  func checkEntrustment(
    _ request: borrowing Request, _ purpose: PurposeID, on today: CalendarDate
  ) throws(Refusal) {
    guard let use = request.entrustment else { return }
    let gap =
      use.kind == .reading
      ? use.register.reason(against: use.contractor, reading: purpose, on: today, by: entrustment)
      : use.register.reason(against: use.contractor, giving: purpose, on: today, by: entrustment)
    if let gap { throw .entrustment(gap) }
  }

  /// Why the key is not held: a contractor's user has none but by what is shared.
  func notHeld(_ request: borrowing Request, _ purpose: PurposeID) -> Refusal {
    guard let use = request.entrustment, use.kind == .reading else { return .keyNotHeld(purpose) }
    return .notShared(purpose, use.contractor)
  }

  /// Why there is no wrap: a contractor's user was not given it.
  func notSealed(_ request: borrowing Request, _ purpose: PurposeID) -> Refusal {
    guard let use = request.entrustment, use.kind == .reading else { return .noWrap(purpose) }
    return .notShared(purpose, use.contractor)
  }

  /// A number handed over moves by entrustment, whatever form it is for.
  func article(_ request: borrowing Request, _ form: FormRule) -> String {
    request.entrustment?.kind == .handingOver ? EntrustmentUse.article : form.article
  }
}
