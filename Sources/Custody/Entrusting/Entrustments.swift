internal import Auditing
internal import JSON
public import People
public import Rules
internal import Sealing
internal import Secrets
internal import Storage
internal import Wording

/// The register of contractors (委託先): contracts, supervision, end and return (番号法10条, 11条).
public struct Entrustments {
  private let session: Session
  private var vault: Vault { session.vault }

  /// Who may look at the register: whoever keeps it, gives by it, or audits.
  private static let readers: [Action] = [.entrust, .share, .handOver, .audit]

  /// Acts as the session's user.
  public init(_ session: Session) { self.session = session }

  /// The register as it stands.
  ///
  /// - Throws: `.refused`.
  public func register() throws(CustodyError) -> EntrustmentRegister {
    try session.require(oneOf: Self.readers)
    return try EntrustmentLog(vault).register()
  }

  /// Registers a contract from its file; the log pins its digest, its last day and its key.
  ///
  /// A contract that lacks a clause is registered, so that the list shows it; nothing is given by it.
  /// Keys that were shared for a purpose which the new contract has no more, or for longer, end.
  ///
  /// - Parameters:
  ///   - name: The file's name, for the mistakes.
  ///   - replaces: Whether a contract with the contractor may be there already.
  /// - Throws: `.badInput`; `.exists`; `.refused` for a re-entrustment that whoever entrusted first
  ///   did not permit, at whatever tier (番号法10条1項).
  @discardableResult
  public func add(
    _ file: [UInt8], named name: String, replaces: Bool = false
  ) throws(CustodyError) -> EntrustmentContract {
    try session.require(.entrust)
    let contract = try read(file, name)
    if !replaces, vault.authority.contracts[contract.id.text] != nil {
      throw CustodyError(.exists("contractor \(contract.id)"))
    }
    try checkChain(contract)
    let statement = try statement(contract, file)
    let below = Set(try EntrustmentLog(vault).register().subtree(of: contract.id).map(\.id))
    let transaction = try session.begin(.entrust, touchesKeys: true)
    _ = try KeptDocuments(vault).keep(file, kind: EntrustmentLog.kind)
    var content = session.entry("entrustment-add")
    content.authority = .contract(statement)
    content.touchesKeys = true
    try transaction.add(content, signedBy: session.secrets.signer)
    // What a contractor above may no longer do, or not so long, nobody below it may.
    let keys = vault.authority.contractorKeys.filter { key in
      (key.contractor == contract.id || below.contains(key.contractor)) && !covers(contract, key)
    }
    try ContractorKeys(session).end(keys, in: transaction)
    try transaction.finish(signedBy: session.secrets.signer)
    return contract
  }

  /// Records that the contractor's handling was looked at (番号法11条).
  ///
  /// - Throws: `.badInput` for a finding that holds a number; `.usage` for days that cannot be.
  public func supervise(
    _ name: String, on: CalendarDate, finding: String, next: CalendarDate? = nil
  ) throws(CustodyError) {
    try session.require(.entrust)
    let record = try found(name)
    try checkPast(on)
    if let next, next <= on { throw CustodyError(.usage("--next must be later than --on")) }
    let reason: String
    do throws(AuditingError) {
      reason = try FreeText(finding).text
    } catch {
      throw CustodyError(error)
    }
    try write("entrustment-supervise", record.id, on) { content in
      content.reason = reason
      if let next { content.detail["next"] = .string(next.isoText) }
    }
  }

  /// Ends a contract before its time: the contractor's keys end, and those of the contractors below
  /// it; their users are revoked, and what was shared is destroyed.
  ///
  /// - Returns: How many wraps were destroyed.
  @discardableResult
  public func end(_ name: String, on: CalendarDate) throws(CustodyError) -> Int {
    try session.require(.entrust)
    let record = try found(name)
    try checkPast(on)
    guard record.lastDay >= on else {
      throw CustodyError(
        .usage("the contract with \(record.id) ended on \(record.lastDay.isoText) already"))
    }
    let below = Set(try EntrustmentLog(vault).register().subtree(of: record.id).map(\.id))
    let transaction = try session.begin(.entrust, touchesKeys: true)
    var content = entry("entrustment-end", record.id, on)
    content.touchesKeys = true
    try transaction.add(content)
    let keys = vault.authority.contractorKeys.filter { below.contains($0.contractor) }
    let destroyed = try ContractorKeys(session).end(keys, in: transaction)
    for user in users(of: below) { try revoke(user, in: transaction) }
    try transaction.finish(signedBy: session.secrets.signer)
    return destroyed
  }

  /// Records that the contractor returned or destroyed what it had, after the end.
  public func returned(
    _ name: String, on: CalendarDate, hasCertificate: Bool
  ) throws(CustodyError) {
    try session.require(.entrust)
    let record = try found(name)
    try checkPast(on)
    guard record.lastDay <= on else {
      throw CustodyError(
        .usage("the contract with \(record.id) lasts until \(record.lastDay.isoText); end it first")
      )
    }
    try write("entrustment-returned", record.id, on) { content in
      content.detail["certificate"] = .bool(hasCertificate)
    }
  }

  // MARK: Parts

  private func read(_ file: [UInt8], _ name: String) throws(CustodyError) -> EntrustmentContract {
    do throws(ContractError) {
      return try ContractReader(policy: vault.policy, decodingKeysWith: Base64.decode)
        .contract(file, named: name)
    } catch {
      throw CustodyError(
        .badInput(
          error.mistakes.map {
            InputMistake(
              file: $0.file, line: $0.line == 0 ? nil : $0.line,
              column: $0.column == 0 ? nil : $0.column, message: $0.message)
          }))
    }
  }

  /// Refuses, with a log entry, what nobody may re-entrust.
  private func checkChain(_ contract: EntrustmentContract) throws(CustodyError) {
    var register = try EntrustmentLog(vault).register()
    register[contract.id] = ContractorRecord(contract)
    let gap = register.gaps(of: contract.id, on: contract.from, by: vault.policy.entrustment)
      .first { gap in
        switch gap {
        case .notRegistered, .circular, .permissionMissing, .permissionNotOfRoot: true
        default: false
        }
      }
    guard let gap else { return }
    var content = session.entry(Action.entrust.rawValue, outcome: .refused)
    content.rule = gap.rule
    content.article = gap.article
    content.detail["contractor"] = .string(contract.id.text)
    try session.record([content])
    throw CustodyError(.refused(.entrustment(gap)))
  }

  private func statement(
    _ contract: EntrustmentContract, _ file: [UInt8]
  ) throws(CustodyError) -> ContractStatement {
    let digest: [UInt8] = try CustodyError.gathering {
      _ = try LoggedName(contract.name)
      return try SHA256.hash(file.span)
    }
    return try EntrustmentLog.statement(contract, digest: digest)
  }

  private func covers(_ contract: EntrustmentContract, _ key: ContractorKey) -> Bool {
    let lastDay = vault.authority.lastDay(of: key) ?? contract.until
    return contract.purposes.contains(key.purpose) && lastDay <= contract.until
  }

  private func found(_ name: String) throws(CustodyError) -> ContractorRecord {
    guard let record = try EntrustmentLog(vault).register().record(named: name) else {
      throw CustodyError(.notFound("contractor \(name)"))
    }
    return record
  }

  private func checkPast(_ day: CalendarDate) throws(CustodyError) {
    guard day <= vault.decisionDay else {
      throw CustodyError(.usage("--on \(day.isoText) has not come yet"))
    }
  }

  /// Makes an entry of the register durable, which is judged by the policy in force before it.
  private func write(
    _ action: String, _ contractor: ContractorID, _ on: CalendarDate,
    _ complete: (inout EntryContent) -> Void
  ) throws(CustodyError) {
    let transaction = try session.begin(.entrust, touchesKeys: false)
    var content = entry(action, contractor, on)
    complete(&content)
    try transaction.add(content)
    try transaction.finish(signedBy: session.secrets.signer)
  }

  private func entry(
    _ action: String, _ contractor: ContractorID, _ on: CalendarDate
  ) -> EntryContent {
    var content = session.entry(action)
    content.detail = [
      "contractor": .string(contractor.text), "on": .string(on.isoText),
    ]
    return content
  }

  private func users(of contractors: Set<ContractorID>) -> [UserAccount] {
    vault.authority.users.values.filter { user in
      user.revokedIndex == nil
        && user.statement.contractor.flatMap(ContractorID.init).map(contractors.contains) == true
    }.sorted { $0.addedIndex < $1.addedIndex }
  }

  private func revoke(
    _ user: UserAccount, in transaction: Transaction
  ) throws(CustodyError) {
    try Users(session).revoke(user, in: transaction)
  }
}
