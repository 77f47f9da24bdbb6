internal import Auditing
internal import People
internal import Rules
internal import Storage
internal import Wording

/// Makes the backup's log and today's keys agree on who holds what.
///
/// Nobody gets back what was taken away since: a user without keys is revoked again. What was given
/// since is taken away, to be given anew.
struct RestoredAuthority {
  private let session: Session
  private var vault: Vault { session.vault }

  init(_ session: Session) { self.session = session }

  /// Refuses a backup of whose keys newer generations were made since: what was wrapped again for them
  /// is not in the backup's log, and the older halves go.
  ///
  /// - Throws: `.usage`.
  static func checkNotRotated(_ vault: Vault) throws(CustodyError) {
    let held = try AuthorityCache(store: vault.store).grants()
    let users = Set(held.map(\.user))
    let newer = held.filter { grant in
      vault.authority.newestGeneration(of: grant.key).map { $0 < grant.generation } ?? false
    }
    let missing = AuthorityCache.grants(of: vault.authority).subtracting(held)
    let rotated = newer.union(missing.filter { users.contains($0.user) })
    if let key = rotated.map(\.key).filter({ ContractorKey(name: $0) == nil }).min() {
      throw CustodyError(
        .usage("the key of \(key) was rotated since; only a backup made after that can be restored")
      )
    }
  }

  /// - Returns: The names of the users revoked again.
  func reconcile(in transaction: Transaction) throws(CustodyError) -> [String] {
    let cache = AuthorityCache(store: vault.store)
    let known = try cache.userIDs()
    let stated = AuthorityCache.userIDs(of: vault.authority)
    for user in known.subtracting(stated) { try erase(user) }
    var revoked: [String] = []
    for user in stated.subtracting(known).sorted() {
      guard let account = vault.authority.users[user] else { continue }
      try Users(session).revoke(account, in: transaction)
      revoked.append(account.name)
    }
    try endContractorKeys(transaction, cache)
    let held = AuthorityCache.grants(of: transaction.currentAuthority)
    for grant in try cache.grants().subtracting(held) { try erase(grant) }
    guard try cache.grants() == held else {
      throw CustodyError(.integrity("keys.sqlite: a key that the backup's log grants is not there"))
    }
    return revoked
  }

  /// Ends the contractors' keys that had ended.
  private func endContractorKeys(
    _ transaction: Transaction, _ cache: AuthorityCache
  ) throws(CustodyError) {
    let held = AuthorityCache.grants(of: transaction.currentAuthority)
    let missing = try held.subtracting(cache.grants()).compactMap { ContractorKey(name: $0.key) }
    let keys = transaction.currentAuthority.contractorKeys.filter(missing.contains)
    try ContractorKeys(session).end(keys, in: transaction)
  }

  private func erase(_ user: String) throws(CustodyError) {
    do throws(StorageError) {
      _ = try vault.store.eraseUser(id: user)
      _ = try vault.store.eraseGrants(user: user, key: nil, generation: nil)
    } catch {
      throw CustodyError(error)
    }
  }

  private func erase(_ grant: KeyGrant) throws(CustodyError) {
    do throws(StorageError) {
      _ = try vault.store.eraseGrants(
        user: grant.user, key: grant.key, generation: grant.generation)
    } catch {
      throw CustodyError(error)
    }
  }
}
