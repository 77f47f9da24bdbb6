internal import People

extension PolicyDecider {
  /// Decides the wrapping of the current number's data key for one more key.
  ///
  /// The key serves a purpose that was declared to the person; the number is opened through another
  /// key, of which `holdsKey` and `wrapExists` speak, and which must be held for a purpose that has
  /// not ended. Nothing but the data key is opened and it only goes into the new wrap, so identity
  /// verification is asked by the reading that comes later, as after collecting.
  func decideWidening(_ request: borrowing Request) throws(Refusal) -> Grant {
    try checkSession(
      roleUntil: request.roleUntil, sessionExpires: request.sessionExpires, now: request.now)
    let role = try role(among: request.roles, for: .widen, key: nil)
    guard let target = request.target, request.purpose == target.purpose else {
      throw .purposeMissing
    }
    let declaration = try declaration(of: target.purpose, request)
    let version = try widenedVersion(request, for: target.purpose)
    try checkOpening(request, version)
    return Grant(
      request,
      GrantTerms(
        role: role, action: .widen, purpose: target.purpose, article: "番号法9条4項",
        version: version.version, declaration: declaration, target: target,
        policyDigest: policyDigest))
  }

  /// The declaration under which the person's number may be used for a purpose.
  private func declaration(
    of id: PurposeID, _ request: borrowing Request
  ) throws(Refusal) -> DeclarationID {
    _ = try purpose(id, on: request.now.japanDate)
    let subjects = SubjectSet(of: request.person)
    let isCarried = forms.values.contains {
      $0.purposes.contains(id) && !$0.carries.isDisjoint(with: subjects)
    }
    guard isCarried else { throw .collectionNotNeeded(id) }
    guard let declaration = request.person.declaration(covering: id.rawValue) else {
      throw .notDeclared(id)
    }
    return declaration.id
  }

  /// The version in use; an older one stays with its documents and gets no further purpose.
  private func widenedVersion(
    _ request: borrowing Request, for purpose: PurposeID
  ) throws(Refusal) -> NumberVersion {
    let version = try usableVersion(request, for: purpose)
    guard version.how == .current else { throw .noVersion(version.version) }
    try checkDisposal(
      request.person, of: purpose, version: version, on: request.now.japanDate)
    return version
  }

  /// A number that should be gone for a purpose is not carried from there to another.
  private func checkOpening(
    _ request: borrowing Request, _ version: NumberVersion
  ) throws(Refusal) {
    guard let key = request.key, request.holdsKey else {
      throw .numberNotOpened(request.openers)
    }
    guard request.wrapExists else { throw .noWrap(key.purpose) }
    try checkDisposal(
      request.person, of: key.purpose, version: version, on: request.now.japanDate)
  }
}
