internal import Auditing

/// The keys that collecting seals to, each vouched for by the log.
struct CollectionKeys {
  private let keys: [String: AuthenticatedKey]

  init(_ authority: Authority) throws(CustodyError) {
    var keys: [String: AuthenticatedKey] = [:]
    for name in authority.keyNames { keys[name] = authority.key(name) }
    self.keys = keys
  }

  /// - Throws: `.integrity` for a purpose that has no key pair.
  func keys(_ names: [String]) throws(CustodyError) -> [AuthenticatedKey] {
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
