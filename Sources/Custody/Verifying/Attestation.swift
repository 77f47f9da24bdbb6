internal import Auditing
internal import JSON
public import People
internal import Rules
internal import Sealing
internal import Wording

/// The responsible person answers, once, for numbers that were verified before the vault and of
/// whose verification no particulars were kept.
///
/// Since the vault was begun every verification is recorded (番号法16条): a number received on that
/// day or later cannot be attested.
///
/// What an import only claimed becomes usable by it. Each is an entry with the reason, and every
/// report counts it apart.
public struct Attestation {
  private let session: Session
  private var vault: Vault { session.vault }

  /// Attests as the session's user.
  public init(_ session: Session) { self.session = session }

  /// Attests the numbers of these people, all or none.
  ///
  /// A number of which an import said nothing may be attested by its code; one of which particulars
  /// are kept may not.
  ///
  /// - Throws: `.refused`, `.notFound`, `.badInput` for a reason that is too long or holds a number.
  public func attest(_ codes: [PersonCode], reason: String) throws(CustodyError) {
    try session.require(.attest)
    let text = try Self.text(reason)
    var people: [VerifiedPerson] = []
    var seen: Set<PersonCode> = []
    for code in codes where seen.insert(code).inserted {
      let person = try vault.requirePerson(code)
      if let refusal = try refusal(person) {
        try session.refuse(refusal, action: .attest, of: code)
      }
      people.append(person)
    }
    try write(people, text)
  }

  /// Attests every number of which an import said that nothing was kept, as far as that may be.
  ///
  /// - Returns: Whose was attested, and whose was received too late for it, which the log has too.
  @discardableResult
  public func attestAllClaimed(reason: String) throws(CustodyError) -> AttestationOutcome {
    try session.require(.attest)
    let text = try Self.text(reason)
    var people: [VerifiedPerson] = []
    var outcome = AttestationOutcome()
    let limit = AttestationLimit(vault)
    try vault.forEachPerson { (person) throws(CustodyError) in
      guard Self.isClaimed(person.record) else { return }
      if let refusal = limit.refusal(of: person.record) {
        outcome.refused.append((person.record.code, refusal))
      } else {
        people.append(person)
      }
    }
    try write(people, text)
    for (code, refusal) in outcome.refused {
      try session.note(refusal, action: .attest, of: [code])
    }
    outcome.attested = people.map(\.record.code)
    return outcome
  }

  /// How many numbers wait.
  public func waiting() throws(CustodyError) -> Int {
    var count = 0
    try vault.forEachPerson { (person) throws(CustodyError) in
      if Self.isClaimed(person.record) { count += 1 }
    }
    return count
  }

  private static func isClaimed(_ record: PersonRecord) -> Bool {
    guard case .claimed = record.verification else { return false }
    return record.current?.how == .current
  }

  private func refusal(_ person: VerifiedPerson) throws(CustodyError) -> Refusal? {
    guard person.record.current?.how == .current else {
      return .noNumber(person.record.noNumberReason)
    }
    switch person.record.verification {
    case .claimed: return AttestationLimit(vault).refusal(of: person.record)
    case .none:
      guard try session.evidence(of: person) == .none else { return .particularsKept }
      return AttestationLimit(vault).refusal(of: person.record)
    case .numberProved: return .particularsKept
    case .employeeDuty: return .employeeVerifies
    case .verified, .legacy, .articleNineteenFour: return .verifiedAlready
    }
  }

  private func write(_ people: [VerifiedPerson], _ reason: FreeText) throws(CustodyError) {
    guard !people.isEmpty else { return }
    let transaction = try Transaction(vault, touchesKeys: false)
    for person in people {
      var record = person.record
      record.verification = .legacy(attestedOn: vault.today, by: session.account.id)
      var content = session.entry(Action.attest.rawValue)
      content.person = record.code.text
      content.version = record.currentVersion
      content.reason = reason.text
      try RecordWriting(vault).write(record, of: person, content, in: transaction)
    }
    try transaction.finish(signedBy: session.secrets.signer)
  }

  private static func text(_ reason: String) throws(CustodyError) -> FreeText {
    guard reason.utf8.contains(where: { $0 != 0x20 }) else {
      throw CustodyError(.usage("a reason is needed"))
    }
    do throws(AuditingError) {
      return try FreeText(reason)
    } catch {
      throw CustodyError(error)
    }
  }
}
