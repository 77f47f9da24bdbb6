internal import People

extension PolicyDecider {
  /// Decides the destruction of a number version for one purpose.
  ///
  /// A purpose that is no longer in force can still be purged. A wrong number goes at once, unless
  /// it was filed: then it stays with its documents.
  func decideErasure(_ request: borrowing Request) throws(Refusal) -> Grant {
    try checkSession(
      roleUntil: request.roleUntil, sessionExpires: request.sessionExpires, now: request.now)
    let role = try eraser(request)
    guard let purpose = request.purpose else { throw .purposeMissing }
    let today = request.now.japanDate
    guard !request.person.holds.contains(where: { $0.isInForce(on: today) }) else { throw .onHold }
    let version = request.version ?? request.person.currentVersion
    if version == 0 { throw .noNumber(request.person.noNumberReason) }
    switch request.erasure {
    case .retentionEnded(let accepts):
      if request.person.version(version)?.how == .purged {
        // What is left is the name, which goes by the documents that the number stood in.
        try checkEnded(
          request.person.beforePurges, purpose, version, acceptsPresumption: accepts, on: today)
      } else {
        try checkEnded(request.person, purpose, version, acceptsPresumption: accepts, on: today)
      }
    case .corrected: try checkWrong(request, purpose, version)
    }
    return Grant(
      request,
      GrantTerms(
        role: role, action: .purge, purpose: purpose, article: "番号法20条", version: version,
        policyDigest: policyDigest))
  }

  /// Who may correct may destroy what was wrong; who may purge may do it later.
  private func eraser(_ request: borrowing Request) throws(Refusal) -> RoleID {
    guard request.erasure == .corrected,
      request.roles.contains(where: { roles[$0]?.actions.contains(.correct) == true })
    else { return try role(among: request.roles, for: .purge, key: nil) }
    return try role(among: request.roles, for: .correct, key: nil)
  }

  private func checkWrong(
    _ request: borrowing Request, _ purpose: PurposeID, _ number: Int
  ) throws(Refusal) {
    let state = request.person.version(number)?.how
    guard state == .current || state == .corrected else { throw .noVersion(number) }
    guard request.person.wasFiled else { return }
    let disposal = retention.disposal(of: purpose, for: request.person)
    throw .stillKept(purpose, lastDay: disposal?.adding(days: -1))
  }

  private func checkEnded(
    _ person: borrowing PersonRecord, _ purpose: PurposeID, _ number: Int, acceptsPresumption: Bool,
    on today: CalendarDate
  ) throws(Refusal) {
    guard person.declares(purpose.rawValue) else { return }
    let version = person.version(number).flatMap { $0.how == .changed ? $0 : nil }
    let disposal = retention.erasure(of: purpose, for: person, version: version)
    guard let disposal, disposal <= today else {
      throw .stillKept(purpose, lastDay: disposal?.adding(days: -1))
    }
    if !acceptsPresumption, retention.isPresumed(purpose, for: person, version: version) {
      throw .presumptionNotAccepted(purpose)
    }
  }
}
