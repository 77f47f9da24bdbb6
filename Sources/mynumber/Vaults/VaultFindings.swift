import MyNumberKit

/// What `doctor` finds, as rows of an item and a value.
struct VaultFindings {
  private(set) var listing = Listing([
    .init("item", "Item", "項目", isWord: true), .init("value", "Value", "内容"),
  ])

  init(_ vault: Vault, keptOutside keeper: FileCheckpointKeeper) throws {
    add("vault", "\(vault.id)")
    add("organisation", vault.authority.genesis.organisation)
    add("entries", "\(vault.logSize)")
    add("unsigned-entries-after", "\(vault.signature.unsignedEntries)")
    for kept in try keeper.kept(for: vault.id) {
      add("checkpoint-outside", "\(kept.place): \(kept.signed.checkpoint.size)")
    }
    add("policy", vault.policy.digestHex)
    try addPeople(vault)
    addUsers(vault)
    addKeys(vault)
  }

  private mutating func add(_ item: String, _ value: String) { listing.rows.append([item, value]) }

  private mutating func addPeople(_ vault: Vault) throws {
    var people = 0
    var numbers = 0
    var unverified = 0
    try vault.forEachPerson { (person) throws(CustodyError) in
      people += 1
      guard person.record.current?.how == .current else { return }
      numbers += 1
      if !person.record.verification.isComplete { unverified += 1 }
    }
    add("people", "\(people)")
    add("numbers", "\(numbers)")
    if unverified > 0 { add("numbers-unverified", "\(unverified)") }
  }

  private mutating func addUsers(_ vault: Vault) {
    let users = vault.authority.users.values.sorted { $0.addedIndex < $1.addedIndex }
    for user in users where user.isActive(on: vault.decisionDay) && user.id != "u0" {
      if user.hasFirstPassphrase { add("first-passphrase-unchanged", user.id) }
    }
    let holders = users.filter { $0.isActive(on: vault.decisionDay) }.map(\.id)
    for key in vault.authority.keyNames
    where !holders.contains(where: { vault.authority.holds(user: $0, key: key) }) {
      add("key-without-holder", key)
    }
  }

  private mutating func addKeys(_ vault: Vault) {
    for key in vault.authority.keyNames {
      guard let newest = vault.authority.key(key), newest.generation > 1 else { continue }
      add("key-generation", "\(key): \(newest.generation)")
    }
  }
}
