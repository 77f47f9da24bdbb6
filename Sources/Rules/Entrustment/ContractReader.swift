internal import Numbers
internal import People
internal import Wording

/// Reads the YAML file of a contract of entrustment, gathering every mistake.
///
/// Its keys: `id`, `name`, `entruster` (`root` or a contractor's id), `purposes`, `from`, `until`,
/// `clauses` (of each clause the day on which it was agreed, or `false`), `permission` (`by`, `on`),
/// `supervision` (`how`, `months`) and `public_key`.
public struct ContractReader {
  private let policy: Policy?
  private let decodeKey: (String) -> [UInt8]?
  private let mistakes = Mistakes()

  private static let keys: Set<String> = [
    "id", "name", "entruster", "purposes", "from", "until", "clauses", "permission",
    "supervision", "public_key",
  ]

  /// Reads by a policy's purposes; without one, what was read before.
  ///
  /// - Parameter decodeKey: Turns the text of a public key into its bytes.
  public init(policy: Policy?, decodingKeysWith decodeKey: @escaping (String) -> [UInt8]?) {
    self.policy = policy
    self.decodeKey = decodeKey
  }

  /// Reads a file.
  ///
  /// - Parameter name: The file's name, for the mistakes.
  /// - Throws: ``ContractError`` with every mistake.
  public func contract(
    _ bytes: [UInt8], named name: String
  ) throws(ContractError) -> EntrustmentContract {
    checkNumbers(bytes, name)
    var found: EntrustmentContract?
    if let root = PolicyYAML.root(of: bytes, file: name, mistakes: mistakes),
      let table = root.table(Self.keys)
    {
      found = contract(table)
    }
    guard mistakes.isEmpty, let found else { throw ContractError(mistakes: mistakes.all) }
    return found
  }

  /// The log keeps the file's digest, so no number may stand in it.
  private func checkNumbers(_ bytes: [UInt8], _ name: String) {
    for (place, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where MyNumber.looksLikeNumber(in: line) {
      mistakes.add(name, line: place + 1, column: 1, "something here could be a My Number")
    }
  }

  private func contract(_ table: PolicyTable) -> EntrustmentContract? {
    let id = table.required("id").flatMap(contractor)
    let name = table.required("name")?.text()
    let entruster = table.required("entruster").flatMap(party)
    let purposes = purposes(table.required("purposes"))
    let from = table.required("from")?.date()
    let until = table.required("until")?.date()
    let clauses = clauses(table.required("clauses"))
    let supervision = table.required("supervision").flatMap(supervision)
    let permission = table["permission"].flatMap(permission)
    let key = table["public_key"].flatMap(publicKey)
    guard let id, let name, let entruster, let from, let until, let supervision else { return nil }
    let contract = EntrustmentContract(
      id: id, name: name, entruster: entruster, purposes: purposes, from: from, until: until,
      clauses: clauses, permission: permission, supervision: supervision, publicKey: key)
    check(contract, table)
    return contract
  }

  private func check(_ contract: EntrustmentContract, _ table: PolicyTable) {
    if contract.until < contract.from { table["until"]?.fail("ends before it begins") }
    if contract.entruster == contract.id {
      table["entruster"]?.fail("nobody entrusts themselves")
    }
    if contract.entruster == nil, contract.permission != nil {
      table["permission"]?.fail("what the employer entrusts itself needs no permission")
    }
    if let permission = contract.permission, contract.from < permission.on {
      table["permission"]?.fail("re-entrusted before it was permitted (番号法10条1項)")
    }
    if contract.name.unicodeScalars.count > 100 {
      table["name"]?.fail("a name has at most 100 characters")
    }
  }

  // MARK: Parts

  private func contractor(_ node: PolicyNode) -> ContractorID? {
    guard let text = node.text() else { return nil }
    guard let id = ContractorID(text) else {
      node.fail(
        "an id is 1 to 30 lower-case letters, digits and hyphens, begins with a letter and is not root"
      )
      return nil
    }
    return id
  }

  /// The employer or a contractor.
  private func party(_ node: PolicyNode) -> ContractorID?? {
    node.says(ContractorID.root) ? .some(nil) : contractor(node).map { .some($0) }
  }

  private func purposes(_ node: PolicyNode?) -> [PurposeID] {
    var found: [PurposeID] = []
    for item in node?.list() ?? [] {
      guard let text = item.text() else { continue }
      let id = PurposeID(text)
      if let policy, policy.purpose(id) == nil {
        item.fail("the policy has no purpose \(text.debugDescription)")
      } else if found.contains(id) {
        item.fail("the purpose stands twice")
      } else {
        found.append(id)
      }
    }
    if let node, node.isEmptyList { node.fail("one purpose at least is needed") }
    return found
  }

  /// Every clause is answered, so that none is forgotten.
  private func clauses(_ node: PolicyNode?) -> [ContractClause: CalendarDate] {
    let names = ContractClause.allCases.map(\.rawValue)
    guard let node, let table = node.table(Set(names)) else { return [:] }
    var found: [ContractClause: CalendarDate] = [:]
    for clause in ContractClause.allCases {
      guard let value = table.required(clause.rawValue), !value.says("false")
      else { continue }
      found[clause] = value.date()
    }
    return found
  }

  private func permission(_ node: PolicyNode) -> RootPermission? {
    guard let table = node.table(["by", "on"]) else { return nil }
    let by = table.required("by").flatMap(party)
    guard let on = table.required("on")?.date(), let by else { return nil }
    return RootPermission(by: by, on: on)
  }

  private func supervision(_ node: PolicyNode) -> SupervisionPlan? {
    guard let table = node.table(["how", "months"]) else { return nil }
    let months = table.required("months")?.integer(1...36)
    guard let how = table.required("how")?.text(), let months else { return nil }
    return SupervisionPlan(how: how, months: months)
  }

  private func publicKey(_ node: PolicyNode) -> [UInt8]? {
    guard let text = node.text() else { return nil }
    guard let key = decodeKey(text), key.count == 32 else {
      node.fail("a public key is what 'handover keys' prints: base64 of 32 bytes")
      return nil
    }
    return key
  }
}
