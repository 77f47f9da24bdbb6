import MyNumberKit

/// What is known of one contractor, as rows of a field and a value.
struct EntrustmentSheet {
  private(set) var listing = Listing([
    .init("field", "Field", "項目", isWord: true), .init("value", "Value", "内容"),
  ])
  private let names: Names

  init(_ record: ContractorRecord, _ register: EntrustmentRegister, _ vault: Vault) {
    names = Names(vault.policy)
    addContract(record.contract, tier: register.tier(of: record.id))
    for rule in vault.policy.entrustment.clauses {
      let day = record.contract.clauses[rule.id]
      let agreed = day?.isoText ?? "-"
      add(
        "clause", "\(rule.id.rawValue): \(agreed)",
        saying: "\(agreed) \(Message(rule.en, rule.ja).text) (\(rule.id.rawValue))")
    }
    for supervision in record.supervisions {
      add("supervised", "\(supervision.on.isoText): \(supervision.finding)")
    }
    add("supervise-by", record.supervisionDue.isoText)
    add("entrustment-ended", record.endedOn?.isoText)
    add("returned", record.returned.map { $0.on.isoText + ($0.hasCertificate ? " +" : "") })
    addUsers(of: record.id, vault)
    for gap in register.gaps(
      of: record.id, on: vault.decisionDay, by: vault.policy.entrustment)
    {
      add("gap", Message.gap(gap, names).text)
    }
  }

  private mutating func add(_ field: String, _ value: String?) {
    if let value { listing.rows.append([field, value]) }
  }

  private mutating func add(_ field: String, _ value: String, saying words: String) {
    listing.add([field, value], saying: [field, words])
  }

  private mutating func addContract(_ contract: EntrustmentContract, tier: Int) {
    add("contractor", contract.id.text)
    add("name", contract.name)
    add("tier", "\(tier)")
    add("entruster", contract.entruster?.text ?? ContractorID.root)
    for purpose in contract.purposes {
      add("purpose", purpose.rawValue, saying: names.text([purpose]))
    }
    add("contract-days", "\(contract.from.isoText) – \(contract.until.isoText)")
    add("permission", contract.permission.map(Self.text))
    add("supervision-plan", "\(contract.supervision.how) (\(contract.supervision.months))")
    add("public-key", contract.publicKey.map(Base64.encode))
  }

  private static func text(_ permission: RootPermission) -> String {
    "\(permission.by?.text ?? ContractorID.root) \(permission.on.isoText)"
  }

  private mutating func addUsers(of contractor: ContractorID, _ vault: Vault) {
    let authority = vault.authority
    for user in authority.users.values.sorted(by: { $0.addedIndex < $1.addedIndex })
    where user.statement.contractor == contractor.text && user.revokedIndex == nil {
      add("user", "\(user.name) (\(user.statement.until?.isoText ?? ""))")
    }
    for key in authority.contractorKeys where key.contractor == contractor {
      add("shared-key", "\(key.name) (\(authority.lastDay(of: key)?.isoText ?? ""))")
      if authority.rotationDue.contains(key.name) { add("rotation-due", key.name) }
    }
  }
}
