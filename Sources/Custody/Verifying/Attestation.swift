internal import Auditing
internal import JSON
public import People
internal import Rules
internal import Sealing
internal import Wording

/// The responsible person answers, once, for numbers that were verified before the vault and of
/// whose verification no particulars were kept.
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

  /// Attests every number of which an import said that nothing was kept.
  ///
  /// - Returns: The codes.
  @discardableResult
  public func attestAllClaimed(reason: String) throws(CustodyError) -> [PersonCode] {
    try session.require(.attest)
    let text = try Self.text(reason)
    var people: [VerifiedPerson] = []
    try vault.forEachPerson { (person) throws(CustodyError) in
      if Self.isClaimed(person.record) { people.append(person) }
    }
    try write(people, text)
    return people.map(\.record.code)
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
    case .claimed: return nil
    case .none: return try session.evidence(of: person) == .none ? nil : .particularsKept
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
