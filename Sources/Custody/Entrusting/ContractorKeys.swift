internal import Auditing
internal import JSON
internal import People
internal import Rules
internal import Sealing
internal import Secrets
internal import Storage
internal import Wording

/// The key pairs of contractors: made for what is shared, destroyed when their day has passed.
struct ContractorKeys {
  private let session: Session
  private var vault: Vault { session.vault }

  init(_ session: Session) { self.session = session }

  /// Ends the keys whose last day has passed, by the clock: the sealed halves and the wraps go.
  func endLapsed() throws(CustodyError) {
    guard !lapsed(vault.authority).isEmpty else { return }
    let transaction = try Transaction(vault, touchesKeys: true)
    // Somebody else may have been quicker.
    let keys = lapsed(transaction.currentAuthority)
    guard !keys.isEmpty else { return }
    try end(keys, in: transaction)
    try transaction.finish(signedBy: session.secrets.signer)
  }

  /// States the end of keys and destroys, in place, what lies sealed for them.
  ///
  /// - Returns: How many wraps were destroyed.
  @discardableResult
  func end(_ keys: [ContractorKey], in transaction: Transaction) throws(CustodyError) -> Int {
    guard !keys.isEmpty else { return 0 }
    var destroyed = 0
    for key in keys {
      let count = try eraseWraps(of: key)
      destroyed += count
      var content = session.entry("contractor-key-end")
      content.authority = .keyEnd(key: key.name)
      content.purpose = key.purpose.rawValue
      content.count = count
      content.detail["contractor"] = .string(key.contractor.text)
      content.touchesKeys = true
      try transaction.add(content, signedBy: session.secrets.signer)
      do throws(StorageError) {
        _ = try vault.store.eraseGrants(user: nil, key: key.name, generation: nil)
      } catch {
        throw CustodyError(error)
      }
    }
    return destroyed
  }

  /// Makes the key's next generation, held by the session's user and the recovery file.
  ///
  /// What lay sealed for those before it is destroyed: whoever's number may still be shared is wrapped
  /// anew, and nobody else's opens any more, no former number either.
  func makeGeneration(
    of key: ContractorKey, until: CalendarDate, in transaction: Transaction
  ) throws(CustodyError) -> HeldKey {
    let destroyed = try eraseWraps(of: key)
    var content = session.entry("key")
    content.purpose = key.purpose.rawValue
    content.detail["contractor"] = .string(key.contractor.text)
    if transaction.currentAuthority.newestGeneration(of: key.name) != nil {
      content.count = destroyed
    }
    do throws(StorageError) {
      _ = try vault.store.eraseGrants(user: nil, key: key.name, generation: nil)
    } catch {
      throw CustodyError(error)
    }
    let held = try KeyHand(session).makeGeneration(
      of: key.name, until: until, under: content, in: transaction)
    try transaction.seal(held, to: session.account.id)
    return held
  }

  /// Makes a contractor's user a holder.
  func grant(
    _ key: HeldKey, to user: UserAccount, in transaction: Transaction
  ) throws(CustodyError) {
    try KeyHand(session).grant(key, to: user.id, in: transaction)
  }

  // MARK: Parts

  private func lapsed(_ authority: Authority) -> [ContractorKey] {
    authority.contractorKeys.filter { key in
      authority.lastDay(of: key).map { $0 < vault.today } ?? false
    }
  }

  private func eraseWraps(of key: ContractorKey) throws(CustodyError) -> Int {
    guard let number = vault.authority.keyNumber(key.name) else { return 0 }
    var count = 0
    try vault.forEachPerson { (person) throws(CustodyError) in
      for version in person.record.versions {
        do throws(StorageError) {
          count += try vault.store.eraseWraps(
            person: person.row, object: .number, version: version.version, key: Int64(number)
          ).count
        } catch {
          throw CustodyError(error)
        }
      }
    }
    return count
  }
}
