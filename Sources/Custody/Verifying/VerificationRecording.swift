internal import Auditing
internal import JSON
internal import People
public import Rules
internal import Sealing
internal import Storage
internal import Wording

/// Records how people were verified: judged by the law of the day on which documents were shown.
///
/// All or nothing: where one does not suffice nothing is recorded but the refusals. What is kept is
/// kinds of documents and dates, sealed as evidence; the record itself says only by which rule and
/// when.
public struct VerificationRecording {
  private let session: Session
  private let numberOnly: Bool
  private var vault: Vault { session.vault }

  /// One verification with whom it is about and what is to be written.
  private struct Item {
    let person: VerifiedPerson
    let identity: IdentityCase
    let answer: IdentityAnswer
  }

  /// Records as the session's user.
  ///
  /// - Parameter numberOnly: Whether a proof of the number alone is recorded too; the number stays
  ///   unusable until the identity is verified.
  public init(_ session: Session, numberOnly: Bool = false) {
    self.session = session
    self.numberOnly = numberOnly
  }

  /// Judges each and records them if all suffice.
  ///
  /// - Returns: An outcome each, in the order of the statements.
  /// - Throws: `.notFound` for a person; `.usage` for one named twice or a day that lies ahead;
  ///   `.refused` for one without a number.
  public func record(
    _ statements: [IdentityStatement]
  ) throws(CustodyError) -> [VerificationOutcome] {
    try session.require(.verify)
    try checkWords(statements)
    var items: [Item] = []
    for statement in statements { items.append(try item(statement)) }
    let failing = items.filter { !isRecordable($0) }
    if failing.isEmpty { try write(items) } else { try note(failing) }
    return items.map {
      VerificationOutcome($0.person.record.code, $0.answer, isRecorded: failing.isEmpty)
    }
  }

  // MARK: Judging

  private func checkWords(_ statements: [IdentityStatement]) throws(CustodyError) {
    var codes: Set<PersonCode> = []
    for statement in statements {
      guard codes.insert(statement.code).inserted else {
        throw CustodyError(.usage("\(statement.code.text) is named twice"))
      }
      guard statement.identity.date <= vault.today else {
        throw CustodyError(
          .usage("\(statement.code.text): the day of the verification lies ahead"))
      }
    }
  }

  private func item(_ statement: IdentityStatement) throws(CustodyError) -> Item {
    let person = try vault.requirePerson(statement.code)
    guard person.record.current?.how == .current else {
      try session.refuse(
        .noNumber(person.record.noNumberReason), action: .verify, of: statement.code)
      throw CustodyError(.bug("a refusal was not thrown"))
    }
    var identity = statement.identity
    if statement.saysPerson, !identity.isOf(person.record.kind, person.record.standing) {
      throw CustodyError(
        .usage("\(statement.code.text): the case is of another kind of person or standing"))
    }
    identity.kind = person.record.kind
    identity.standing = person.record.standing
    if try session.profileIfHeld(of: person)?.livesAbroad == true { identity.residence = .abroad }
    if case .verified = person.record.verification,
      !identity.failing.contains(.recordedAfterVerification)
    {
      // Our own record says so.
      identity.holding.insert(.recordedAfterVerification)
    }
    return Item(person: person, identity: identity, answer: answer(identity, person.record))
  }

  /// A number that changed is verified anew: what was shown before was the old one.
  private func answer(_ identity: IdentityCase, _ record: PersonRecord) -> IdentityAnswer {
    let rules = vault.policy.identity
    let answer = rules.judge(identity)
    if let change = record.numberChangedOn, identity.date < change {
      return rules.refusing(.beforeNumberChanged, in: answer)
    }
    if let day = record.notGivenUntil, identity.date < day {
      return rules.refusing(.beforeReceived, in: answer)
    }
    return rules.judging(
      answer, shownOn: identity.date, hiredOn: record.employedOn, holding: identity.holding,
      failing: identity.failing)
  }

  private func isRecordable(_ item: Item) -> Bool {
    if item.answer.isAccepted { return true }
    guard numberOnly, !item.person.record.verification.isComplete,
      case .numberProved = item.answer.state
    else { return false }
    return true
  }

  /// Each refusal is an entry of its own, with the first thing missing and the articles of all.
  private func note(_ items: [Item]) throws(CustodyError) {
    try session.record(
      items.map { item in
        var content = session.entry(Action.verify.rawValue, outcome: .refused)
        content.person = item.person.record.code.text
        content.rule = item.answer.missing.first?.shortfall.id
        content.article = IdentityRules.citations(of: item.answer.missing)
          .map(\.description).joined(separator: ", ")
        return content
      })
  }

  // MARK: Writing

  private func write(_ items: [Item]) throws(CustodyError) {
    guard !items.isEmpty else { return }
    let sealing = try EvidenceSealing(session)
    var sealed: [EvidenceSealing.Sealed] = []
    for item in items {
      let evidence = EvidenceRecord(.stated(item.identity), recordedBy: session.account.id)
      sealed.append(try sealing.seal(evidence, of: item.person.record))
    }
    let transaction = try Transaction(vault, touchesKeys: true)
    let lockboxes = try sealing.addLockboxes(to: transaction, count: items.count)
    for (item, part) in zip(items, sealed) { try write(item, part, lockboxes, transaction) }
    try transaction.finish(signedBy: session.secrets.signer)
  }

  private func write(
    _ item: Item, _ part: EvidenceSealing.Sealed, _ lockboxes: [Int64], _ transaction: Transaction
  ) throws(CustodyError) {
    var record = item.person.record
    record.verification = item.answer.state.record(policy: vault.policy.digestHex)
    var content = session.entry(Action.verify.rawValue)
    content.person = record.code.text
    content.version = record.currentVersion
    content.touchesKeys = true
    content.detail = [
      "on": .string(item.identity.date.isoText), "state": .string(item.answer.state.id),
      "rule": .string(item.answer.way.joined(separator: "+")),
    ]
    try RecordWriting(vault).write(record, of: item.person, content, in: transaction)
    try part.store(of: item.person.row, in: vault.store, lockboxes)
  }
}
