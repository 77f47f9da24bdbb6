internal import Auditing
internal import JSON
internal import People
internal import Rules
internal import Sealing
internal import Secrets
internal import Wording

/// The approval of a purge by a second user, where the policy asks for one.
///
/// The approval is a signed entry over the digest of the plan, which holds codes, purposes and dates
/// only. It holds for that plan and no other: as soon as something else is due, it is void.
public struct PurgeApproval {
  /// How long a plan may be, in bytes.
  public static let limit = 1 << 28

  private let session: Session
  private var vault: Vault { session.vault }

  /// Approves as the session's user.
  public init(_ session: Session) { self.session = session }

  /// Approves a plan as it was written, and gives it back as the vault has it.
  ///
  /// - Throws: `.usage` for what is no plan of this vault or no longer what a purge would destroy;
  ///   `.refused` for who may neither purge nor sign off.
  public func approve(_ document: [UInt8]) throws(CustodyError) -> PurgePlan {
    let action = session.allows(.purge) ? Action.purge : .signOff
    try session.require(action)
    guard !session.account.hasFirstPassphrase || session.account.id == "u0" else {
      throw CustodyError(
        .usage("change your passphrase first: whoever set it could approve in your name"))
    }
    guard let (date, acceptsPresumed) = Self.terms(of: document) else {
      throw CustodyError(.usage("this is no plan of a purge"))
    }
    let plan = try PurgePlanning(vault).plan(asOf: date, acceptPresumed: acceptsPresumed)
    guard !plan.items.isEmpty, plan.document(of: vault.id) == document else {
      throw CustodyError(.usage("the plan is not what a purge would destroy now; write it again"))
    }
    let transaction = try session.begin(action, touchesKeys: false)
    var content = session.entry("purge-approve")
    content.authority = .approval(plan: try Self.digest(of: document))
    content.count = plan.items.count
    content.detail = ["as_of": .string(date.isoText)]
    try transaction.add(content, signedBy: session.secrets.signer)
    try transaction.finish(signedBy: session.secrets.signer)
    return plan
  }

  /// Refuses, with a log entry, a plan that another user than this one would have to approve first.
  func require(_ plan: PurgePlan) throws(CustodyError) {
    do throws(CustodyError) {
      _ = try approval(of: plan)
    } catch {
      guard case .refused(let refusal) = error.code else { throw error }
      try session.refuse(refusal, action: .purge)
    }
  }

  /// Who approved a plan, as the log has it now; nil where the policy asks for nobody.
  ///
  /// - Throws: `.refused` if nobody did who may.
  func approval(of plan: PurgePlan) throws(CustodyError) -> DisposalApproval? {
    guard vault.policy.purgeApproval == .secondUser else { return nil }
    let digest = try Self.digest(of: plan.document(of: vault.id))
    let users = vault.authority.approvers(ofPlan: digest).filter(mayApprove)
    guard !users.isEmpty else { throw CustodyError(.refused(.purgeNotApproved)) }
    return DisposalApproval(plan: digest, by: Array(users))
  }

  /// Another user than the one who purges, whose roles still allow it.
  private func mayApprove(_ user: String) -> Bool {
    guard user != session.account.id, let account = vault.authority.users[user],
      account.isActive(on: vault.today)
    else { return false }
    return account.statement.roles.contains { role in
      let actions = vault.policy.role(RoleID(rawValue: role))?.actions ?? []
      return actions.contains(.purge) || actions.contains(.signOff)
    }
  }

  /// The plan names people by code and holds no number, so its digest tells nothing of one.
  private static func digest(of document: [UInt8]) throws(CustodyError) -> [UInt8] {
    try CustodyError.gathering { try SHA256.hash(document.span) }
  }

  private static func terms(of document: [UInt8]) -> (CalendarDate, Bool)? {
    let text = document.dropLast()
    guard document.last == 0x0A, let value = try? CanonicalValue(json: Array(text)),
      case .object(let members) = value, members["format"] == .string(PurgePlan.format),
      case .string(let day)? = members["as_of"], let date = CalendarDate(parsing: day),
      case .bool(let acceptsPresumed)? = members["accept_presumed"]
    else { return nil }
    return (date, acceptsPresumed)
  }
}
