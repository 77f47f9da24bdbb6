public import People
public import Rules

extension Authority {
  /// The live keys of contractors, in the order in which they were made.
  public var contractorKeys: [ContractorKey] { keyNames.compactMap { ContractorKey(name: $0) } }

  /// The last day of a contractor's key.
  public func lastDay(of key: ContractorKey) -> CalendarDate? { keys[key.name]?.until }

  /// The index of the entry that registered the contract in force.
  public func contractIndex(of contractor: ContractorID) -> Int? {
    contractIndices[contractor.text]
  }

  /// The X25519 key to which files for a contractor are sealed; nil if the contract names none.
  public func handOverKey(of contractor: ContractorID) -> AuthenticatedKey? {
    guard let publicKey = contracts[contractor.text]?.publicKey,
      let index = contractIndices[contractor.text]
    else { return nil }
    return AuthenticatedKey(
      name: "contractor:" + contractor.text, generation: index, number: index,
      publicKey: publicKey)
  }

  /// The generations of a key that have not ended.
  public func generations(of name: String) -> [Int] {
    guard let history = keys[name], history.isLive else { return [] }
    return Array(history.ended + 1...history.generations.count)
  }

  /// The newest generation of a key, of an ended one too.
  public func newestGeneration(of name: String) -> Int? { keys[name]?.generations.count }

  /// The small number of a key in the keys file, of an ended one too.
  public func keyNumber(_ name: String) -> Int? { keys[name]?.number }

  /// The numbers of the keys under which numbers lie for a purpose: its own, and the contractors',
  /// ended ones too.
  public func keyNumbers(ofPurpose purpose: String) -> [Int] {
    keys.values.filter { history in
      history.name == purpose
        || ContractorKey(name: history.name)?.purpose.rawValue == purpose
    }.map(\.number).sorted()
  }

  // MARK: Checking

  /// An administrator any time; whoever may act at all once the key's last day has passed.
  func mayEnd(_ key: String, by signer: String, on date: CalendarDate) -> Bool {
    guard let user = users[signer] else { return false }
    return user.statement.roles.contains("administrator")
      || (keys[key]?.until.map { $0 < date } ?? false)
  }

  /// Whether a user may make a key's next generation or another holder of it: a holder of the key,
  /// and of a contractor's key a holder of the purpose, never the contractor's own user.
  func mayPassOn(_ key: String, _ signer: String, holding held: KeyGrant) -> Bool {
    guard let contractor = ContractorKey(name: key) else { return grants.contains(held) }
    return holds(user: signer, key: contractor.purpose.rawValue)
  }

  /// A contractor's user is one of a contract, and not longer than it.
  func isUnderContract(_ user: UserStatement) -> Bool {
    guard let id = user.contractor else { return true }
    guard let contract = contracts[id], let until = user.until else { return false }
    return until <= contract.until
  }

  /// A contractor's key is one of a contract and a purpose, and not longer than the contract; no
  /// other key has a last day.
  func mayLast(_ key: KeyStatement) -> Bool {
    guard let name = ContractorKey(name: key.name) else {
      return key.until == nil && !key.name.utf8.contains(UInt8(ascii: "@"))
    }
    guard let contract = contracts[name.contractor.text], let until = key.until else {
      return false
    }
    return until <= contract.until && self.key(name.purpose.rawValue) != nil
  }

  /// A contractor's user holds that contractor's keys only, and nobody else's user holds them but
  /// those who hold the purpose.
  func mayHold(_ grant: KeyGrant) -> Bool {
    let key = ContractorKey(name: grant.key)
    if let contractor = users[grant.user]?.statement.contractor {
      return key?.contractor.text == contractor
    }
    return key.map { holds(user: grant.user, key: $0.purpose.rawValue) } ?? true
  }
}
