internal import Auditing
internal import JSON
internal import People
internal import Rules
internal import Sealing

/// Compares the two sealed entries of numbers: decide, record, open, and note what came of it.
///
/// The comparison happens in memory under the lock, and tells whether the entries agree. Where they
/// do, the second one is overwritten in the same commit that makes the number usable; where they do
/// not, both stay sealed until the number is corrected.
struct EntryComparison {
  private let session: Session
  private var vault: Vault { session.vault }

  init(_ session: Session) { self.session = session }

  /// Compares those of the queries' numbers that the decider allows; refusals are recorded.
  ///
  /// - Throws: `.integrity`, with an entry, for an entry that does not open.
  func run(_ queries: [NumberQuery]) throws(CustodyError) {
    let decisions = try GateDecisions<Comparison>(session)
    var seen: Set<String> = []
    for query in queries where seen.insert("\(query.code.text) \(query.version ?? 0)").inserted {
      _ = try decisions.decide(query)
    }
    var receipts = try decisions.record()
    guard let first = receipts.next() else { return }
    let transaction = try Transaction(vault, touchesKeys: true)
    var isNoted = try compare(first, in: transaction)
    while let receipt = receipts.next() {
      if try compare(receipt, in: transaction) { isNoted = true }
    }
    guard isNoted else { return transaction.abandon() }
    try transaction.finish(signedBy: session.secrets.signer)
  }

  /// Returns false where somebody else compared them, or corrected the number, since the decision.
  private func compare(
    _ receipt: consuming Receipt<Comparison>, in transaction: Transaction
  ) throws(CustodyError) -> Bool {
    let (text, purpose, version) = (receipt.personCode, receipt.purpose, receipt.version)
    let code: PersonCode = try CustodyError.gathering { try PersonCode(text) }
    guard let person = try session.rows.person(code),
      let waiting = person.record.secondEntry(of: version), waiting.state == .entered
    else { return false }
    let agree: Bool
    let destroyed: [ErasedRow]
    do throws(SealingError) {
      let compared = try session.opener.compare(spending: receipt)
      agree = compared.agree
      destroyed = agree ? try shredder.shredSecondEntry(spending: compared) : []
    } catch {
      transaction.abandon()
      // What failed matters more than that the note of it failed too.
      try? session.noteFailure(error, of: .compare, person: text, purpose: purpose)
      throw Self.failure(error, of: code)
    }
    var record = person.record
    record.note(waiting.moved(to: agree ? .agreed : .differed), usable: agree)
    try write(record, of: person, version: version, agree: agree, destroyed, in: transaction)
    return true
  }

  private var shredder: Shredder<PinnedErasure> {
    Shredder(
      authority: vault.authority, rows: PinnedErasure(vault.store, evidenceKey: nil))
  }

  private func write(
    _ record: PersonRecord, of person: VerifiedPerson, version: Int, agree: Bool,
    _ destroyed: [ErasedRow], in transaction: Transaction
  ) throws(CustodyError) {
    var content = session.entry("compared")
    content.person = record.code.text
    content.version = version
    content.touchesKeys = true
    content.detail["result"] = .string(agree ? "match" : "mismatch")
    if agree { content.detail["destroyed"] = .array(destroyed.map(PurgedItem.row)) }
    try RecordWriting(vault).write(record, of: person, content, in: transaction)
  }

  /// An entry that the record says is there cannot have been erased by us.
  private static func failure(_ error: SealingError, of code: PersonCode) -> CustodyError {
    switch error.code {
    case .erased, .missing:
      CustodyError(.integrity("an entry of the number of \(code.text) is missing or erased"))
    default: CustodyError(error)
    }
  }
}
