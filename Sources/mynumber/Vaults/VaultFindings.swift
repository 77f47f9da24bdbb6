import MyNumberKit

/// What `doctor` finds, as rows of an item and a value.
struct VaultFindings {
  private(set) var listing = Listing([
    .init("item", "Item", "項目", isWord: true), .init("value", "Value", "内容"),
  ])

  init(
    _ vault: Vault, _ examination: VaultExamination, keptOutside keeper: FileCheckpointKeeper
  ) throws {
    add("vault", "\(vault.id)")
    add("organisation", vault.authority.genesis.organisation)
    add("entries", "\(vault.logSize)")
    add("unsigned-entries-after", "\(vault.signature.unsignedEntries)")
    for kept in try keeper.kept(for: vault.id) {
      add("checkpoint-outside", "\(kept.place): \(kept.signed.checkpoint.size)")
    }
    add("policy", vault.policy.digestHex)
    addPeople(examination)
    try addMissing(vault)
    addUsers(vault)
    addKeys(vault)
  }

  /// Adds what was found around the vault.
  mutating func add(_ surroundings: SurroundingFindings) {
    for (item, value) in surroundings.rows { add(item, value) }
  }

  private mutating func add(_ item: String, _ value: String) { listing.rows.append([item, value]) }

  private mutating func addPeople(_ examination: VaultExamination) {
    add("people", "\(examination.people)")
    add("numbers", "\(examination.numbers)")
    if examination.unverified > 0 { add("numbers-unverified", "\(examination.unverified)") }
    if examination.namesLost > 0 { add("names-lost", "\(examination.namesLost)") }
    if examination.unconfirmed > 0 { add("numbers-unconfirmed", "\(examination.unconfirmed)") }
    if examination.problemCount > 0 { add("numbers-broken", "\(examination.problemCount)") }
  }

  /// Why people have no usable number, with how many.
  private mutating func addMissing(_ vault: Vault) throws(CustodyError) {
    var lacking: [PersonSummary] = []
    try vault.forEachPerson { person in
      let summary = PersonSummary(record: person.record, pin: person.pin)
      if summary.standing.lacking != nil { lacking.append(summary) }
    }
    for line in MissingNumbers(of: lacking, asOf: vault.decisionDay).lines {
      let reason = Message(line.reason.english, line.reason.japanese).text
      listing.add(
        ["without-usable-number", "\(line.reason.english): \(line.count)"],
        saying: ["without-usable-number", "\(reason): \(line.count)"])
    }
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
    for key in vault.authority.rotationDue.sorted() { add("rotation-due", key) }
    for key in vault.authority.rotationUnfinished.sorted() { add("rotation-unfinished", key) }
    for key in vault.authority.keyNames {
      guard let newest = vault.authority.key(key), newest.generation > 1 else { continue }
      add("key-generation", "\(key): \(newest.generation)")
    }
  }
}
