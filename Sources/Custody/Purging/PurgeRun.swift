internal import Auditing
internal import JSON
internal import People
internal import Rules
internal import Sealing
internal import Storage

/// One purge from its decisions to its certificate, by whatever cause.
final class PurgeRun {
  /// What was destroyed of one item.
  private typealias Erased = (item: PurgeItem, stated: PurgedItem)

  private let session: Session
  private let plan: PurgePlan
  /// What is asked for a second user's approval; nil for a wrong number, which goes at once.
  private let approval: PurgeApproval?
  private var approved: DisposalApproval?
  private var receipts: BatchReceipt<Erasure>?
  private var allowed: [PurgeItem] = []
  /// How many items, and of how many people, were destroyed.
  private var erased = (items: 0, people: 0)
  /// The size of the log before the decisions.
  private var sizeBefore = 0
  /// The index of the purge's own entry; nil when nothing was destroyed.
  private var batch: Int?
  /// What was not destroyed after all, and why; the log has it too.
  private(set) var refused: [(item: PurgeItem, refusal: Refusal)] = []
  private var vault: Vault { session.vault }

  init(_ session: Session, _ plan: PurgePlan, _ approval: PurgeApproval?) {
    self.session = session
    self.plan = plan
    self.approval = approval
  }

  /// Decides each item and makes the entries durable.
  func record() throws(CustodyError) {
    let decisions = try GateDecisions<Erasure>(session)
    sizeBefore = vault.logSize
    for items in PurgeItem.byPerson(plan.items) {
      guard let current = try session.rows.person(items[items.startIndex].code) else { continue }
      for item in items {
        if let refusal = try decisions.decide(request(item, current)) {
          refused.append((item, refusal))
        } else {
          allowed.append(item)
        }
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
    let erasure = PinnedErasure(
      vault.store, evidenceKey: vault.authority.key(Session.evidence))
    let shredder = Shredder(authority: vault.authority, rows: erasure)
    for items in PurgeItem.byPerson(allowed) {
      try destroy(items, through: erasure, shredder, in: transaction)
    }
    guard erased.items > 0 else { return }
    batch = try transaction.add(batchEntry())
  }

  /// Destroys what is due of one person and notes it in the record.
  private func destroy(
    _ items: ArraySlice<PurgeItem>, through erasure: PinnedErasure,
    _ shredder: Shredder<PinnedErasure>, in transaction: Transaction
  ) throws(CustodyError) {
    let person = try session.rows.person(items[items.startIndex].code)
    var mine: [Erased] = []
    for item in items {
      guard let receipt = receipts?.next() else { break }
      guard let person, isStillAllowed(item, of: person) else { continue }
      let decision = receipt.entryIndex
      let rows = try Self.shred(spending: receipt, through: shredder)
      mine.append((item, PurgedItem(item, decidedAt: decision, rows)))
    }
    guard let person, !mine.isEmpty else { return }
    try note(mine, of: person, through: erasure, in: transaction)
    erased.items += mine.count
    erased.people += 1
  }

  private static func shred(
    spending receipt: consuming Receipt<Erasure>, through shredder: Shredder<PinnedErasure>
  ) throws(CustodyError) -> [ErasedRow] {
    do throws(SealingError) {
      return try shredder.shred(spending: receipt)
    } catch {
      throw CustodyError(error)
    }
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

  private func isStillAllowed(_ item: PurgeItem, of person: VerifiedPerson) -> Bool {
    guard let refusal = vault.refusal(of: request(item, person)) else { return true }
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

  private func batchEntry() -> EntryContent {
    var content = session.entry("purge-batch")
    content.count = erased.items
    content.touchesKeys = true
    content.detail = [
      "as_of": .string(plan.asOf.isoText), "before": .integer(sizeBefore),
      "people": .integer(erased.people),
    ]
    content.detail["approval"] = approved?.value
    return content
  }

  /// Brings the person's record up to date and pins it, with what was destroyed.
  private func note(
    _ mine: [Erased], of person: VerifiedPerson, through erasure: PinnedErasure,
    in transaction: Transaction
  ) throws(CustodyError) {
    var record = person.record
    let purposes = Set(mine.map(\.item.purpose.rawValue))
    var stated = mine.map(\.stated)
    do throws(SealingError) {
      GoneNumbers(vault).note(purposes, by: try erasure.wraps(of: person.row), in: &record)
      // With the last number whose period ended go the name and the address; who gave a wrong
      // number stays known.
      if record.isWhollyPurged, mine.contains(where: { $0.item.cause != .corrected }),
        let last = stated.popLast()
      {
        stated.append(last.adding(try erasure.eraseProfile(of: person.row)))
      }
    } catch {
      throw CustodyError(error)
    }
    var content = session.entry("purged")
    content.person = record.code.text
    content.touchesKeys = true
    content.detail["purposes"] = .string(purposes.sorted().joined(separator: ","))
    content.detail["items"] = .array(stated.map(\.value))
    try RecordWriting(vault).write(record, of: person, content, in: transaction)
  }
}
