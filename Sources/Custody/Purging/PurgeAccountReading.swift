internal import Auditing

/// Gathers the account of a purge while the whole log is hashed again.
struct PurgeAccountReading: ~Copyable {
  private var account: PurgeAccount
  private var tree: LogTree

  init(_ account: PurgeAccount) throws(CustodyError) {
    self.account = account
    tree = try LogTree()
  }

  /// Takes the next entry of the log; parsed if it is one of a purge, of authority or of a backup.
  mutating func take(_ bytes: Span<UInt8>, as entry: Entry?) throws(CustodyError) {
    try noteRoot()
    try tree.append(bytes)
    guard let entry else { return }
    if entry.content.authority != nil { account.authority.append(entry) }
    if account.scan == nil { account.backups.take(entry) }
    let batch = account.batch.index
    if entry.index >= batch - account.people, entry.index < batch {
      account.purged.append(entry)
    } else if account.scan == nil, entry.index > batch, entry.isScan(of: batch) {
      account.scan = entry
    }
  }

  /// The account, if the log is the one that the vault was opened with.
  consuming func finish(at known: MerkleFrontier) throws(CustodyError) -> PurgeAccount {
    try noteRoot()
    guard tree.frontier == known, account.purged.count == account.people,
      account.purged.allSatisfy({ $0.content.action == "purged" }), account.roots.count == 2
    else { throw CustodyError(.integrity("vault.sqlite: the log of a purge is not whole")) }
    return account
  }

  private mutating func noteRoot() throws(CustodyError) {
    let size = tree.frontier.size
    guard size == account.sizeBefore || size == account.sizeAfter else { return }
    account.roots[size] = try tree.root()
  }
}
