internal import Auditing
public import Rules
internal import Sealing

/// Pins another policy by a signed entry.
public struct PolicyChange {
  private let session: Session

  /// Acts as the session's user.
  public init(_ session: Session) { self.session = session }

  /// Pins the policy, whose purposes must all have key pairs.
  ///
  /// - Throws: `.badPolicy` with every mistake; `.usage` for a purpose without a key pair.
  public func update(to bundle: PolicyBundle) throws(CustodyError) {
    try session.require(.administerPolicy)
    let vault = session.vault
    let policy: Policy
    do throws(PolicyError) {
      policy = try Policy(bundle: bundle)
    } catch {
      throw CustodyError(.badPolicy(error))
    }
    for purpose in policy.purposes where vault.authority.key(purpose.id.rawValue) == nil {
      throw CustodyError(.usage("the vault has no key pair for the purpose \(purpose.id.rawValue)"))
    }
    let transaction = try Transaction(vault, touchesKeys: false)
    var content = session.entry("policy-update")
    content.authority = .policy(digest: policy.digest)
    try transaction.add(content, signedBy: session.secrets.signer)
    try PolicyArchive(store: vault.store).keep(bundle)
    try transaction.finish(signedBy: session.secrets.signer)
    vault.policy = policy
  }
}
