internal import Auditing
internal import JSON
internal import People
public import Rules
internal import Sealing
internal import Wording

/// Pins another policy by a signed entry.
public struct PolicyChange {
  private let session: Session

  /// Acts as the session's user.
  public init(_ session: Session) { self.session = session }

  /// Pins the policy, whose purposes must all have key pairs; a purpose that is still declared to
  /// people must stay in it, or nothing would say when their numbers go.
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
    try checkDeclared(policy)
    var content = session.entry("policy-update")
    content.authority = .policy(digest: policy.digest)
    // Whoever may purge may take the rule away that another approves it: nobody shall miss that.
    if policy.purgeApproval != vault.policy.purgeApproval {
      content.detail["purge_approval"] = .string(policy.purgeApproval.rawValue)
    }
    try transaction.add(content, signedBy: session.secrets.signer)
    try PolicyArchive(store: vault.store).keep(bundle)
    try transaction.finish(signedBy: session.secrets.signer)
    vault.policy = policy
  }

  /// A purpose without a retention rule is no policy's, so it is enough that each is there.
  private func checkDeclared(_ policy: Policy) throws(CustodyError) {
    var missing: [String: [PersonCode]] = [:]
    try session.vault.forEachPerson { person in
      let record = person.record
      for purpose in record.declaredPurposes
      where policy.purpose(PurposeID(rawValue: purpose)) == nil && record.isKept(for: purpose) {
        missing[purpose, default: []].append(record.code)
      }
    }
    guard missing.isEmpty else {
      throw CustodyError(
        .badPolicy(PolicyError(mistakes: missing.map { Self.mistake($0.key, $0.value) })))
    }
  }

  private static func mistake(_ purpose: String, _ people: [PersonCode]) -> PolicyMistake {
    let shown = people.sorted().prefix(shownPeople).map(\.text).joined(separator: ", ")
    let rest = people.count > shownPeople ? ", …" : ""
    return PolicyMistake(
      file: "purposes.yaml", line: 0, column: 0,
      message: "the purpose \(purpose) is still declared to \(people.count): \(shown)\(rest)")
  }

  private static let shownPeople = 10
}
