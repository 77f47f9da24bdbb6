internal import JSON
internal import People
public import Rules

extension EntryContent {
  /// Takes over what a grant says; in place, for a copy counts a dozen texts.
  mutating func take(_ grant: borrowing Grant) {
    role = grant.role.rawValue
    purpose = grant.purpose.rawValue
    form = grant.form?.rawValue
    recipient = grant.isHandOver ? EntrustmentUse.recipient : grant.recipient?.rawValue
    if let contractor = grant.contractor { detail["contractor"] = .string(contractor.text) }
    article = grant.article
    person = grant.personCode.text
    version = grant.version
    reason = grant.reason.isEmpty ? nil : grant.reason
    if let target = grant.target {
      detail["key"] = .string(target.name)
      detail["through"] = .string(grant.key.name)
    }
    if let cause = grant.erasure { detail["cause"] = .string(cause.word) }
    policy = grant.policyDigest
    touchesKeys = grant.action == .purge
  }

  /// The entry of a refusal, with the rule and what was asked for.
  public init(_ refusal: Refusal, of request: borrowing Request, policy: String) {
    self.init(action: request.action.rawValue, actor: request.actor, outcome: .refused)
    role = request.roles.map(\.rawValue).joined(separator: "+")
    purpose = request.purpose?.rawValue
    form = request.form?.rawValue
    article = refusal.article
    person = request.person.code.text
    rule = refusal.rule
    if let use = request.entrustment { detail["contractor"] = .string(use.contractor.text) }
    if let target = request.target { detail["key"] = .string(target.name) }
    if request.action == .purge { detail["cause"] = .string(request.erasure.word) }
    reason = request.reason.isEmpty ? nil : request.reason
    self.policy = policy
  }
}
