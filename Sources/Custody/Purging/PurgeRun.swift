internal import Auditing
internal import JSON
internal import People
internal import Rules
internal import Sealing
internal import Storage

/// One purge from its decisions to its certificate, by whatever cause.
final class PurgeRun {
  private typealias Erased = (
    code: PersonCode, purpose: PurposeID, isCorrection: Bool, item: PurgedItem
  )

  private let session: Session
  private let plan: PurgePlan
  /// What is asked for a second user's approval; nil for a wrong number, which goes at once.
  private let approval: PurgeApproval?
  private var approved: DisposalApproval?
  private var receipts: BatchReceipt<Erasure>?
  private var allowed: [PurgeItem] = []
  private var erased: [Erased] = []
  /// The size of the log before the decisions.
  private var sizeBefore = 0
  /// The index of the purge's own entry; nil when nothing was destroyed.
  private var batch: Int?
  /// What was not destroyed after all, and why; the log has it too.
  private(set) var refused: [(item: PurgeItem, refusal: Refusal)] = []
  private var vault: Vault { session.vault }
  private var erasure: PinnedErasure {
    PinnedErasure(vault.store, evidenceKey: vault.authority.key(Session.evidence))
  }

  init(_ session: Session, _ plan: PurgePlan, _ approval: PurgeApproval?) {
    self.session = session
    self.plan = plan
    self.approval = approval
  }

  /// Decides each item and makes the entries durable.
  func record() throws(CustodyError) {
    let decisions = try GateDecisions<Erasure>(session)
    sizeBefore = vault.logSize
    for item in plan.items {
      guard let current = try session.rows.person(item.code) else { continue }
      if let refusal = try decisions.decide(request(item, current)) {
        refused.append((item, refusal))
      } else {
        allowed.append(item)
      }
    }
    receipts = try decisions.record()
  }

  /// Destroys in a transaction of its own.
  func shred() throws(CustodyError) {
    let transaction = try Transaction(vault, touchesKeys: true)
    try shred(in: transaction)
    guard batch != nil else { return }
    try transaction.finish(signedBy: session.secrets.signer)
  }

  /// Spends the receipts: overwrites in place, notes it in each person's record.
  ///
  /// What was decided is asked again under the lock, since a hold may have come in between, and so
  /// is who approved: they may have been revoked.
  func shred(in transaction: Transaction) throws(CustodyError) {
    approved = try approval?.approval(of: plan)
    let shredder = Shredder(authority: vault.authority, rows: erasure)
    for item in allowed {
      guard let receipt = receipts?.next() else { break }
      guard try isStillAllowed(item) else { continue }
      let decision = receipt.entryIndex
      do throws(SealingError) {
        let rows = try shredder.shred(spending: receipt)
        let purged = PurgedItem(item, decidedAt: decision, rows)
        erased.append((item.code, item.purpose, item.cause == .corrected, purged))
      } catch {
        throw CustodyError(error)
      }
    }
    guard !erased.isEmpty else { return }
    let people = Dictionary(grouping: erased, by: \.code)
    for (code, mine) in people.sorted(by: { $0.key < $1.key }) {
      try note(code, mine, transaction)
    }
    batch = try transaction.add(batchEntry(people: people.count))
  }

  /// The certificate, after a scan of both files for what was destroyed; nil if nothing was.
  ///
  /// - Throws: `.uncertified`: what is destroyed stays so.
  func certificate(
    _ progress: (PurgeStage) -> Void = { _ in }
  ) throws(CustodyError) -> DisposalCertificate? {
    guard let batch else { return nil }
    do throws(CustodyError) {
      return try Certification(session).certificate(of: batch, progress)
    } catch {
      throw CustodyError(.uncertified(entry: batch, because: error))
    }
  }

  private func isStillAllowed(_ item: PurgeItem) throws(CustodyError) -> Bool {
    guard let current = try session.rows.person(item.code) else { return false }
    guard let refusal = vault.refusal(of: request(item, current)) else { return true }
    refused.append((item, refusal))
    return false
  }

  private func request(_ item: PurgeItem, _ person: VerifiedPerson) -> Request {
    var request = Request(
      actor: session.account.id, roles: session.roles,
      roleUntil: session.account.statement.until, action: .purge, purpose: item.purpose,
      form: nil, reason: "", person: person.record, personRow: person.row,
      version: item.version, holdsKey: false, wrapExists: true, now: vault.environment.now())
    request.erasure = item.cause
    return request
  }

  private func batchEntry(people: Int) -> EntryContent {
    var content = session.entry("purge-batch")
    content.count = erased.count
    content.touchesKeys = true
    content.detail = [
      "as_of": .string(plan.asOf.isoText), "before": .integer(sizeBefore),
      "people": .integer(people),
    ]
    content.detail["approval"] = approved?.value
    return content
  }

  /// Brings the person's record up to date and pins it, with what was destroyed.
  private func note(
    _ code: PersonCode, _ mine: [Erased], _ transaction: Transaction
  ) throws(CustodyError) {
    guard let person = try session.rows.person(code) else {
      throw CustodyError(.bug("a purged person is gone"))
    }
    var record = person.record
    let purposes = Set(mine.map(\.purpose.rawValue))
    try GoneNumbers(vault).note(purposes, of: person.row, in: &record)
    var items = mine.map(\.item)
    if let last = items.popLast() {
      items.append(last.adding(try profileRows(of: person.row, record, mine)))
    }
    var content = session.entry("purged")
    content.person = code.text
    content.touchesKeys = true
    content.detail["purposes"] = .string(purposes.sorted().joined(separator: ","))
    content.detail["items"] = .array(items.map(\.value))
    try RecordWriting(vault).write(record, of: person, content, in: transaction)
  }

  /// With the last number whose period ended go the name and the address; who gave a wrong number
  /// stays known.
  private func profileRows(
    of row: Int64, _ record: PersonRecord, _ mine: [Erased]
  ) throws(CustodyError) -> [ErasedRow] {
    guard record.isWhollyPurged, mine.contains(where: { !$0.isCorrection }) else { return [] }
    do throws(SealingError) {
      return try erasure.eraseProfile(of: row)
    } catch {
      throw CustodyError(error)
    }
  }
}
