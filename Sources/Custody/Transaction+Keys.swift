internal import Auditing
internal import Sealing
internal import Storage
internal import Wording

extension Transaction {
  /// Seals a private half to a user, or to `recovery`, by the key that the log states, and stores it.
  func seal(_ key: HeldKey, to user: String) throws(CustodyError) {
    let authority = currentAuthority
    let holder =
      user == "recovery" ? authority.recoverySealingKey : authority.sealingKey(ofUser: user)
    guard let holder else { throw CustodyError(.notFound("user \(user)")) }
    try CustodyError.gathering {
      let grant = try key.seal(to: holder, vault: vault.id, random: vault.environment.random)
      try vault.store.insertGrant(
        user: user, key: key.key.name, generation: key.key.generation,
        encapsulated: grant.encapsulated.span, sealed: grant.sealed.span)
    }
  }
}
