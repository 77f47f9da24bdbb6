internal import Auditing

/// The keys that collecting seals to, each vouched for by the log.
struct CollectionKeys {
  private let keys: [String: AuthenticatedKey]
  /// The lists asked for so far: people of a kind have the same.
  private var lists: [(names: [String], keys: [AuthenticatedKey])] = []
  private static let listLimit = 16

  init(_ authority: Authority) throws(CustodyError) {
    var keys: [String: AuthenticatedKey] = [:]
    for name in authority.keyNames { keys[name] = authority.key(name) }
    self.keys = keys
  }

  /// - Throws: `.integrity` for a purpose that has no key pair.
  mutating func keys(_ names: [String]) throws(CustodyError) -> [AuthenticatedKey] {
    if let known = lists.first(where: { $0.names == names }) { return known.keys }
    let found = try find(names)
    if lists.count < Self.listLimit { lists.append((names, found)) }
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
