internal import Auditing
internal import JSON
internal import Rules

extension EntryContent {
  /// Whether the entry is about a purpose of use: what was read or refused for it, written out on a form
  /// that serves it, declared, sealed or destroyed, and what became of its keys.
  func concerns(_ purpose: PurposeID, _ policy: Policy) -> Bool {
    let id = purpose.rawValue
    if let own = self.purpose ?? text("purpose") { return own == id }
    if authority?.concerns(id) == true || text("key").map({ Self.isKey($0, of: id) }) == true {
      return true
    }
    if purposes.contains(id) { return true }
    let forms =
      [form].compactMap(\.self) + (text("forms")?.split(separator: ",").map(String.init) ?? [])
    return forms.contains {
      policy.form(FormCopyID(rawValue: $0))?.purposes.contains(purpose) == true
    }
  }

  /// The purposes that `detail` names: `purposes`, an array of ids or ids with separators between them, and
  /// those of `items`.
  var purposes: Set<String> {
    var found: Set<String> = []
    switch detail["purposes"] {
    case .array(let values):
      for case .string(let text) in values { found.insert(text) }
    case .string(let text): found.formUnion(text.split { ",; +".contains($0) }.map(String.init))
    default: break
    }
    guard case .array(let items)? = detail["items"] else { return found }
    for case .object(let members) in items {
      if case .string(let text)? = members["purpose"] { found.insert(text) }
    }
    return found
  }

  /// A contractor's key is named for its purpose too, such as `tax-withholding@office`.
  static func isKey(_ key: String, of purpose: String) -> Bool {
    key == purpose || key.hasPrefix(purpose + "@")
  }
}

extension AuthorityStatement {
  fileprivate func concerns(_ purpose: String) -> Bool {
    switch self {
    case .key(let key): EntryContent.isKey(key.name, of: purpose)
    case .grant(_, let key, _), .keyEnd(let key), .keyRetire(let key, _):
      EntryContent.isKey(key, of: purpose)
    case .contract(let contract): contract.purposes.contains(purpose)
    // Who works with any purpose, and by which rules.
    case .genesis, .user, .revoke, .userKeys, .policy, .approval: true
    }
  }
}
