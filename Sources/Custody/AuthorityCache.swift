internal import Auditing
internal import Storage

/// The tables of users and grants, which are caches of the log's authority entries.
struct AuthorityCache {
  let store: any VaultStore

  init(store: any VaultStore) { self.store = store }

  func userIDs() throws(CustodyError) -> Set<String> {
    do throws(StorageError) {
      return Set(try store.users().map(\.id))
    } catch {
      throw CustodyError(error)
    }
  }

  func grants() throws(CustodyError) -> Set<KeyGrant> {
    do throws(StorageError) {
      return Set(
        try store.grants(ofUser: nil).map {
          KeyGrant(user: $0.user, key: $0.key, generation: $0.generation)
        })
    } catch {
      throw CustodyError(error)
    }
  }

  static func userIDs(of authority: Authority) -> Set<String> {
    Set(authority.users.values.filter { $0.revokedIndex == nil }.map(\.id))
  }

  /// What the log says is held: each user's grants, and all generations by the recovery file.
  static func grants(of authority: Authority) -> Set<KeyGrant> {
    authority.grants.union(authority.recoveryGrants)
  }
}
