internal import Auditing
internal import Rules

/// The policies that were in force, each read once from what the vault keeps of it.
struct PolicyHistory {
  private let vault: Vault
  private var read: [[UInt8]: Policy]

  init(_ vault: Vault) {
    self.vault = vault
    read = [vault.policy.digest: vault.policy]
  }

  /// The policy by which the entry at `index` was made.
  ///
  /// - Throws: `.integrity` if it is missing or altered.
  mutating func policy(at index: Int) throws(CustodyError) -> Policy {
    let digest = vault.authority.policyDigest(at: index)
    if let policy = read[digest] { return policy }
    let policy = try PolicyArchive(store: vault.store).policy(digest: digest)
    read[digest] = policy
    return policy
  }
}
