internal import Auditing
internal import JSON
public import People
internal import Rules
internal import Sealing
internal import Secrets
internal import Wording

/// Records which purposes people were told of, and lets their numbers serve those alone.
///
/// A number that is held already is wrapped for the new purposes in the same commit, by a user who
/// holds a key that opens it (``KeyWidening``). Nobody's consent is asked for or kept: it would allow
/// nothing (番号法30条2項).
public struct Declaring {
  let session: Session
  private var vault: Vault { session.vault }

  /// How many people one commit covers; a plan that is interrupted can be carried out again.
  static let batchSize = 1000

  /// Declares as the session's user.
  public init(_ session: Session) { self.session = session }

  /// Works out what a declaration does, without a record.
  ///
  /// - Throws: `.refused`, with its entry in the log, for a purpose that nobody can be told of or a
  ///   user who may not; `.notFound`; `.usage` for a day to come.
  public func plan(
    _ codes: [PersonCode], _ wish: DeclarationWish
  ) throws(CustodyError) -> DeclarationPlan {
    try session.require(.declare)
    guard wish.date <= vault.today else {
      throw CustodyError(.usage("purposes are told on a day that has come, not \(wish.date)"))
    }
    for purpose in wish.purposes ?? [] { try check(purpose, on: wish.date) }
    var drafting = try DeclarationDrafting(session, wish, id: try newID())
    let rule = DeclarationRule(session: session)
    var lines: [DeclarationPlan.Line] = []
    for code in codes {
      lines.append(try line(try drafting.draft(code), rule))
    }
    return DeclarationPlan(lines: lines, wish: wish)
  }

  /// Carries a plan out, in commits of at most a thousand people.
  ///
  /// - Throws: `.refused`, with an entry for each refusal in the log, if something stands against the
  ///   plan; then nothing is done. `.busy` if a person changed meanwhile.
  public func carryOut(_ plan: DeclarationPlan) throws(CustodyError) {
    try session.require(.declare)
    try refuse(plan)
    let codes = plan.lines.filter { !$0.told.isEmpty }.map(\.code)
    let id = try newID()
    var drafting = try DeclarationDrafting(session, plan.wish, id: id)
    var start = 0
    while start < codes.count {
      let end = min(start + Self.batchSize, codes.count)
      var drafts: [DeclarationDraft] = []
      for code in codes[start..<end] { drafts.append(try drafting.draft(code)) }
      try write(drafts.filter { !$0.told.isEmpty }, plan.wish, id)
      start = end
    }
  }

  private func newID() throws(CustodyError) -> DeclarationID {
    try CustodyError.gathering { try DeclarationID(try vault.environment.random.bytes(16)) }
  }

  /// A purpose exists only with its basis in law (番号法9条4項).
  private func check(_ id: PurposeID, on date: CalendarDate) throws(CustodyError) {
    if let purpose = vault.policy.purpose(id) {
      guard purpose.inForce.contains(date) else {
        return try session.refuse(.purposeNotInForce(id), action: .declare)
      }
      return
    }
    if let forbidden = vault.policy.forbiddenPurpose(named: id.rawValue) {
      return try session.refuse(.purposeForbidden(forbidden), action: .declare)
    }
    try session.refuse(.purposeUnknown(id), action: .declare)
  }

  private func line(
    _ draft: DeclarationDraft, _ rule: DeclarationRule
  ) throws(CustodyError) -> DeclarationPlan.Line {
    var refusals = draft.needless.map(Refusal.collectionNotNeeded)
    for item in draft.items where !draft.needless.contains(item.target.purpose) {
      if let refusal = try rule.foresee(item), !refusals.contains(refusal) {
        refusals.append(refusal)
      }
    }
    return DeclarationPlan.Line(
      code: draft.record.code, told: draft.told, known: draft.known,
      widened: draft.items.map(\.target.purpose), refusals: refusals)
  }
}
