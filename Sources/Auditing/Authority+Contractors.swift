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

  /// The last day on which a purpose is entrusted to a contractor, by everybody from the employer
  /// down, every re-entrustment with the employer's permission; nil if it is not on `date`.
  public func lastDay(
    entrusting purpose: PurposeID, to contractor: ContractorID, on date: CalendarDate
  ) -> CalendarDate? {
    guard let chain = Self.chain(of: contractor.text, in: contracts),
      chain.allSatisfy({ contract in
        contract.purposes.contains(purpose.rawValue)
          && contract.permittedOn.map { $0 <= date } ?? true
      }), let last = chain.map(\.until).min(), last >= date
    else { return nil }
    return last
  }

  /// The X25519 key to which files for a contractor are sealed; nil if the contract names none, and
  /// where the purpose is not entrusted to the contractor on `date`.
  public func handOverKey(
    of contractor: ContractorID, for purpose: PurposeID, on date: CalendarDate
  ) -> AuthenticatedKey? {
    guard lastDay(entrusting: purpose, to: contractor, on: date) != nil,
      let publicKey = contracts[contractor.text]?.publicKey,
      let index = contractIndices[contractor.text]
    else { return nil }
    return AuthenticatedKey(
      name: "contractor:" + contractor.text, generation: index, number: index,
      publicKey: publicKey)
  }

  /// The contracts from a contractor's own up to the one with the employer; nil where one is missing,
  /// leads back to one before it, or is a re-entrustment without the employer's permission.
  static func chain(
    of contractor: String, in contracts: [String: ContractStatement]
  ) -> [ContractStatement]? {
    var chain: [ContractStatement] = []
    var next: String? = contractor
    while let id = next {
      guard let contract = contracts[id], !chain.contains(where: { $0.contractor == id }),
        (contract.entruster == nil) == (contract.permittedOn == nil)
      else { return nil }
      chain.append(contract)
      next = contract.entruster
    }
    return chain
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

  /// The numbers of the keys under which numbers lie, by purpose: its own, and the contractors',
  /// ended ones too.
  public func keyNumbersByPurpose() -> [String: [Int]] {
    Dictionary(grouping: keys.values) {
      ContractorKey(name: $0.name)?.purpose.rawValue ?? $0.name
    }.mapValues { $0.map(\.number).sorted() }
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

  /// A contractor's user is one of a contract, and not longer than it and those above it.
  func isUnderContract(_ user: UserStatement) -> Bool {
    guard let id = user.contractor else { return true }
    guard let chain = Self.chain(of: id, in: contracts), let until = user.until else {
      return false
    }
    return chain.allSatisfy { until <= $0.until }
  }

  /// A contractor's key is made, on `date`, for a purpose that is entrusted to it then, and lasts no
  /// longer; no other key has a last day.
  func mayLast(_ key: KeyStatement, from date: CalendarDate) -> Bool {
    guard let name = ContractorKey(name: key.name) else {
      return key.until == nil && !key.name.utf8.contains(UInt8(ascii: "@"))
    }
    guard let until = key.until, self.key(name.purpose.rawValue) != nil,
      let last = lastDay(entrusting: name.purpose, to: name.contractor, on: date)
    else { return false }
    return date <= until && until <= last
  }

  /// A contractor's key is granted while its purpose is entrusted to it, at every tier.
  func mayBeGranted(_ key: String, on date: CalendarDate) -> Bool {
    guard let name = ContractorKey(name: key) else { return true }
    return lastDay(entrusting: name.purpose, to: name.contractor, on: date) != nil
  }

  /// A contractor's user holds that contractor's keys only, and nobody else's user holds them but
  /// those who hold the purpose; each the newest generation.
  func mayHold(_ grant: KeyGrant) -> Bool {
    let key = ContractorKey(name: grant.key)
    if key != nil, self.key(grant.key)?.generation != grant.generation { return false }
    if let contractor = users[grant.user]?.statement.contractor {
      return key?.contractor.text == contractor
    }
    return key.map { holds(user: grant.user, key: $0.purpose.rawValue) } ?? true
  }
}
