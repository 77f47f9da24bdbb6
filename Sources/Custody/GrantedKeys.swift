internal import Auditing
internal import Sealing
internal import Storage

/// Opens the private halves that are sealed to a holder.
struct GrantedKeys {
  let vault: Vault

  init(vault: Vault) { self.vault = vault }

  /// Opens each grant of the holder into the ring.
  ///
  /// - Parameters:
  ///   - holder: The user's id, or `recovery`.
  ///   - name: The name to which the halves were sealed.
  func open(
    holder: String, name: String, with secrets: borrowing UserSecrets, into ring: KeyRing
  ) throws(CustodyError) {
    for row in try rows(holder) {
      guard let key = vault.authority.key(row.key, generation: row.generation) else {
        throw CustodyError(.integrity("keys.sqlite: a grant of a key that the log does not state"))
      }
      let grant = SealedGrant(encapsulated: row.encapsulated, sealed: row.sealed)
      do throws(SealingError) {
        ring.add(
          try grant.open(key, holder: name, with: secrets.sealing, vault: vault.id))
      } catch {
        throw CustodyError(error)
      }
    }
  }

  private func rows(_ holder: String) throws(CustodyError) -> [GrantRow] {
    do throws(StorageError) {
      return try vault.store.grants(ofUser: holder)
    } catch {
      throw CustodyError(error)
    }
  }
}
