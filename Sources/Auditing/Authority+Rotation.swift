internal import Rules

extension Authority {
  /// The keys of which more than one generation stands: what lies under the former ones is being
  /// carried over to the newest, or was when it was interrupted.
  public var rotationUnfinished: Set<String> {
    Set(keys.values.filter { $0.isLive && $0.generations.count - $0.ended > 1 }.map(\.name))
  }

  /// Whether the newest generation of a key seals anew what lies under those before it.
  public func reseals(_ key: String) -> Bool { keys[key]?.reseals ?? false }

  /// The users who hold a generation of a key that has not ended, in the order in which they were
  /// added.
  public func holders(of key: String) -> [UserAccount] {
    users.values.filter { holds(user: $0.id, key: key) }.sorted { $0.addedIndex < $1.addedIndex }
  }

  // MARK: Checking

  /// What was never sealed cannot be sealed anew; what is shared is wrapped anew from elsewhere.
  ///
  /// A reseal that was interrupted is not forgotten by the generation after it.
  func mayReseal(_ key: KeyStatement) -> Bool {
    guard key.reseals else { return !(rotationUnfinished.contains(key.name) && reseals(key.name)) }
    return key.generation > 1 && ContractorKey(name: key.name) == nil
  }

  /// Only the newest generation outlives the others; a contractor's generations end by themselves.
  func mayRetire(_ key: String, before: Int) -> Bool {
    guard let history = keys[key], ContractorKey(name: key) == nil else { return false }
    return before == history.generations.count && history.ended < before - 1
  }
}
