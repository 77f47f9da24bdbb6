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
    for entry in entries where entry.content.outcome == .done {
      try take(entry, into: &register)
    }
    return register
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
    guard contract.id.text == statement.contractor, contract.until == statement.until,
      contract.publicKey == statement.publicKey?.bytes
    else {
      throw CustodyError(.integrity("vault.sqlite: a contract differs from its entry"))
    }
    return contract
  }

  /// An end and a return before the contract in force was registered are of an earlier one.
  private func take(
    _ entry: Entry, into register: inout EntrustmentRegister
  ) throws(CustodyError) {
    let detail = Detail(entry.content.detail)
    guard mayRecord(entry.content.actor), let id = detail.contractor, var record = register[id],
      let on = detail.date("on")
    else {
      throw CustodyError(
        .integrity("vault.sqlite: entry \(entry.index) changes no contractor of the register"))
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

  private func mayRecord(_ actor: String) -> Bool {
    let roles = vault.authority.users[actor]?.statement.roles ?? []
    return roles.contains { role in
      vault.policy.role(RoleID(rawValue: role))?.actions.contains(.entrust) == true
    }
  }
}
