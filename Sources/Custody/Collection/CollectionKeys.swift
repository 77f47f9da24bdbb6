internal import Auditing

/// The keys that collecting seals to, each vouched for by the log.
struct CollectionKeys {
  private let keys: [String: AuthenticatedKey]
  /// The lists asked for so far: people of a kind have the same.
  private var lists: [(names: [String], keys: [AuthenticatedKey])] = []
  private static let listLimit = 16
  /// The keys asked for alone so far.
  private var singles: [(name: String, keys: [AuthenticatedKey])] = []

  init(_ authority: Authority) throws(CustodyError) {
    var keys: [String: AuthenticatedKey] = [:]
    for name in authority.keyNames { keys[name] = authority.key(name) }
    self.keys = keys
  }

  /// - Throws: `.integrity` for a purpose that has no key pair.
  mutating func keys(_ names: [String]) throws(CustodyError) -> [AuthenticatedKey] {
    if let place = lists.firstIndex(where: { $0.names == names }) { return lists[place].keys }
    let found = try find(names)
    if lists.count < Self.listLimit { lists.append((names, found)) }
    return found
  }

  /// - Throws: `.integrity` for a purpose that has no key pair.
  mutating func key(_ name: String) throws(CustodyError) -> [AuthenticatedKey] {
    if let place = singles.firstIndex(where: { $0.name == name }) { return singles[place].keys }
    let found = try find([name])
    singles.append((name, found))
    return found
  }

  private func find(_ names: [String]) throws(CustodyError) -> [AuthenticatedKey] {
    var found: [AuthenticatedKey] = []
    for name in names {
      guard let key = keys[name] else {
        throw CustodyError(.integrity("the log states no key for \(name)"))
      }
      found.append(key)
    }
    return found
  }
}
