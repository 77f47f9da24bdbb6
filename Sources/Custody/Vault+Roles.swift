internal import Auditing
internal import Rules

extension Vault {
  /// The keys that some of the roles may hold by the policy in force, in the order in which they were
  /// made.
  func keys(of roles: [RoleID]) -> [String] {
    let keys = roles.compactMap { policy.role($0) }.flatMap(\.keys)
    return authority.keyNames.filter(keys.contains)
  }

  /// The keys that a user may hold.
  func keys(of account: UserAccount) -> [String] {
    keys(of: account.statement.roles.map(RoleID.init(rawValue:)))
  }
}
