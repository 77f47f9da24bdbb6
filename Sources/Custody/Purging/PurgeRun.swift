internal import Auditing
internal import People
internal import Rules
internal import Sealing
internal import Secrets
internal import Storage

/// One purge from its decisions to its certificate.
final class PurgeRun {
  private let session: Session
  private let plan: PurgePlan
  private let acceptPresumed: Bool
  private var receipts: BatchReceipt<Erasure>?
  private var allowed: [PurgeItem] = []
  private var erased: [(item: PurgeItem, rows: [ErasedRow])] = []
  private var lastEntry = 0
  private var vault: Vault { session.vault }

  init(_ session: Session, _ plan: PurgePlan, acceptPresumed: Bool) throws(CustodyError) {
    self.session = session
    self.plan = plan
    self.acceptPresumed = acceptPresumed
  }

  /// Decides each item and makes the entries durable.
  func record() throws(CustodyError) {
    let decisions = try GateDecisions<Erasure>(session)
    for item in plan.items {
      guard let current = try session.rows.person(item.code) else { continue }
      if try decisions.decide(request(item, current)) == nil { allowed.append(item) }
    }
    receipts = try decisions.record()
  }

  /// Spends the receipts: overwrites in place, notes it in each person's record.
  func shred() throws(CustodyError) {
    let transaction = try Transaction(vault, touchesKeys: true)
    let rows = PinnedErasure(vault.store, evidenceKey: vault.authority.key(Session.evidence))
    let shredder = Shredder(authority: vault.authority, rows: rows)
    for item in allowed {
      guard let receipt = receipts?.next() else { break }
      do throws(SealingError) {
        erased.append((item, try shredder.shred(spending: receipt)))
      } catch {
        throw CustodyError(error)
      }
    }
    for code in Set(allowed.map(\.code)).sorted() { try note(code, transaction) }
    var content = session.entry("purge-batch")
    content.count = erased.count
    content.touchesKeys = true
    content.detail["as_of"] = .string(plan.asOf.isoText)
    lastEntry = try transaction.add(content)
    try transaction.finish(signedBy: session.secrets.signer)
  }

  /// The certificate, after a scan of both files for what was destroyed.
  func certificate(before: SignedCheckpoint) throws(CustodyError) -> DisposalCertificate {
    let scan = try RemnantScan(vault.store, for: erased.flatMap(\.rows).map(\.bytes))
    guard scan.found == 0 else {
      throw CustodyError(.integrity("destroyed bytes are still in the vault's files"))
    }
    let body = CertificateBody(
      vault: vault, issuer: session.account, plan: plan, erased: erased, scan: scan,
      before: before, lastEntry: lastEntry)
    return try CustodyError.gathering {
      let label = Array(DisposalCertificate.label.utf8)
      let signed = label + body.value.encoded()
      let signature = try session.secrets.signer.key.sign(signed.span)
      return DisposalCertificate(
        value: .object([
          "body": body.value, "signature": .string(Base64.encode(signature)),
        ]))
    }
  }

  private func request(_ item: PurgeItem, _ person: VerifiedPerson) -> Request {
    var request = Request(
      actor: session.account.id, roles: session.roles,
      roleUntil: session.account.statement.until, action: .purge, purpose: item.purpose,
      form: nil, reason: "", person: person.record, personRow: person.row,
      version: item.version, holdsKey: false, wrapExists: true, now: vault.environment.now())
    request.erasure = .retentionEnded(acceptsPresumption: acceptPresumed)
    return request
  }

  /// Brings the person's record up to date and pins it.
  private func note(_ code: PersonCode, _ transaction: Transaction) throws(CustodyError) {
    guard let person = try session.rows.person(code) else { return }
    var record = person.record
    let mine = allowed.filter { $0.code == code }
    try noteGone(Set(mine.map(\.purpose.rawValue)), of: person.row, in: &record)
    var content = session.entry("purged")
    content.person = code.text
    content.touchesKeys = true
    content.detail["purposes"] = .string(
      Set(mine.map(\.purpose.rawValue)).sorted().joined(separator: ","))
    try RecordWriting(vault).write(record, of: person, content, in: transaction)
  }

  /// A purpose is purged when no version opens for it, a version when it opens for nothing: an
  /// old number that goes before the one in use takes nothing from that.
  private func noteGone(
    _ purposes: Set<String>, of row: Int64, in record: inout PersonRecord
  ) throws(CustodyError) {
    let live = LiveWraps(vault)
    for purpose in purposes.sorted() {
      var isLive = false
      for version in record.versions where !isLive {
        isLive = try live.has(person: row, version: version.version, purpose: purpose) ?? false
      }
      if !isLive { record.notePurge(of: purpose, on: vault.today) }
    }
    for (place, version) in record.versions.enumerated()
    where version.how == .current || version.how == .changed {
      guard try !live.has(person: row, version: version.version) else { continue }
      record.versions[place] = NumberVersion(
        version: version.version, declaredOn: version.declaredOn,
        replacedOn: version.replacedOn, how: .purged, usable: false)
    }
  }
}
