internal import Auditing
internal import Storage

/// Which wraps of a person's number versions still open something.
struct LiveWraps {
  private let vault: Vault

  init(_ vault: Vault) { self.vault = vault }

  /// Whether a version can be opened for a purpose.
  func has(
    person: Int64, version: Int, purpose: String
  ) throws(CustodyError) -> Bool {
    guard let key = vault.authority.key(purpose) else { return false }
    do throws(StorageError) {
      return try vault.store.withWrap(
        person: person, object: .number, version: version, key: Int64(key.number)
      ) { header, _, _ in !header.isErased } ?? false
    } catch {
      throw CustodyError(error)
    }
  }
}
