internal import Auditing
internal import JSON
internal import People
internal import Rules
internal import Secrets

/// The register of contractors as the log says it: contracts by authority entries, each with its
/// document, and what happened since by entries of those who may record it.
struct EntrustmentLog {
  private let vault: Vault
  /// The kind of the document.
  static let kind = "contract"

  init(_ vault: Vault) { self.vault = vault }

  /// - Throws: `.integrity` for a document that is not the one the log names, and for an entry by
  ///   somebody who may not record it.
  func register() throws(CustodyError) -> EntrustmentRegister {
    var register = EntrustmentRegister()
    guard !vault.authority.contracts.isEmpty else { return register }
    for statement in vault.authority.contracts.values {
      register[try contract(statement).id] = ContractorRecord(try contract(statement))
    }
    let entries = try KeptDocuments(vault).entries(
      of: "\"entrustment-supervise\"", "\"entrustment-end\"", "\"entrustment-returned\"")
    for key in vault.authority.contractorKeys { register[key.contractor]?.hasReceived = true }
    for file in try HandOverRegister(vault).files() {
      register[file.contractor]?.hasReceived = true
    }
    var policies = PolicyHistory(vault)
    for entry in entries where entry.content.outcome == .done {
      guard Self.mayRecord(roles(of: entry), by: try policies.policy(at: entry.index)) else {
        throw Self.foreign(entry)
      }
      try take(entry, into: &register)
    }
    return register
  }

  /// The last day on which a purpose is entrusted to a contractor today: by the signed statements,
  /// without which there is no key, and by what happened since.
  ///
  /// A decider asks for the same, and for more; this rests on none.
  func lastDay(
    entrusting purpose: PurposeID, to contractor: ContractorID
  ) throws(CustodyError) -> Result<CalendarDate, Refusal> {
    let today = vault.decisionDay
    let register = try register()
    if let stated = vault.authority.lastDay(entrusting: purpose, to: contractor, on: today),
      let last = register.lastDay(of: contractor), last >= today
    {
      return .success(min(stated, last))
    }
    let gap = register.reason(
      against: contractor, giving: purpose, on: today, by: vault.policy.entrustment)
    return .failure(.entrustment(gap ?? .notRegistered(contractor)))
  }

  private func contract(
    _ statement: ContractStatement
  ) throws(CustodyError) -> EntrustmentContract {
    let bytes = try KeptDocuments(vault).document(Hex.encode(statement.digest), kind: Self.kind)
    let contract: EntrustmentContract
    do throws(ContractError) {
      contract = try ContractReader(policy: nil, decodingKeysWith: Base64.decode)
        .contract(bytes, named: Self.kind)
    } catch {
      throw CustodyError(.integrity("vault.sqlite: a contract is not one"))
    }
    guard try Self.statement(contract, digest: statement.digest) == statement else {
      throw CustodyError(.integrity("vault.sqlite: a contract differs from its entry"))
    }
    return contract
  }

  /// What the log states of a contract.
  static func statement(
    _ contract: EntrustmentContract, digest: [UInt8]
  ) throws(CustodyError) -> ContractStatement {
    try CustodyError.gathering {
      ContractStatement(
        contractor: contract.id.text, entruster: contract.entruster?.text,
        permittedOn: contract.permission.flatMap { $0.by == nil ? $0.on : nil },
        purposes: contract.purposes.map(\.rawValue), digest: digest, until: contract.until,
        publicKey: try contract.publicKey.map { try X25519PublicKey($0) })
    }
  }

  /// An end and a return before the contract in force was registered are of an earlier one.
  private func take(
    _ entry: Entry, into register: inout EntrustmentRegister
  ) throws(CustodyError) {
    let detail = Detail(entry.content.detail)
    guard let id = detail.contractor, var record = register[id], let on = detail.date("on") else {
      throw Self.foreign(entry)
    }
    let isOfContract = vault.authority.contractIndex(of: id).map { $0 < entry.index } ?? false
    switch entry.content.action {
    case "entrustment-supervise":
      record.supervisions.append(
        Supervision(on: on, finding: entry.content.reason ?? "", next: detail.date("next")))
    case "entrustment-end": if isOfContract { record.endedOn = on }
    default:
      if isOfContract {
        record.returned = EntrustmentReturn(on: on, hasCertificate: detail.flag("certificate"))
      }
    }
    register[id] = record
  }

  private func roles(of entry: Entry) -> [String] {
    vault.authority.users[entry.content.actor]?.statement.roles ?? []
  }

  /// Whether one of the roles keeps the register, by the policy in force when the entry was made.
  private static func mayRecord(_ roles: [String], by policy: Policy) -> Bool {
    roles.contains { role in
      policy.role(RoleID(rawValue: role))?.actions.contains(.entrust) == true
    }
  }

  private static func foreign(_ entry: Entry) -> CustodyError {
    CustodyError(
      .integrity("vault.sqlite: entry \(entry.index) changes no contractor of the register"))
  }
}
