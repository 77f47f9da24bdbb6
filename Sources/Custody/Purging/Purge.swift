internal import Auditing
public import People
internal import Rules
internal import Sealing
internal import Secrets
internal import Storage

/// Destroys what the law no longer allows to be kept, and proves it.
///
/// Each item passes the decider and becomes a durable entry; the receipt of that entry is spent in
/// a second commit that overwrites wraps and ciphertext in place. Killed in between, the next run
/// does the rest.
public struct Purge {
  private let session: Session
  private var vault: Vault { session.vault }

  /// Purges as the session's user.
  public init(_ session: Session) { self.session = session }

  /// What is due on a day.
  ///
  /// - Parameter acceptPresumed: Counts what rests on a presumption as due.
  public func plan(
    asOf date: CalendarDate, acceptPresumed: Bool
  ) throws(CustodyError) -> PurgePlan {
    try session.require(.purge)
    var due: [PurgeItem] = []
    var presumed: [PurgeItem] = []
    try vault.forEachPerson { (person) throws(CustodyError) in
      for item in try items(of: person, asOf: date) {
        if item.isPresumed, !acceptPresumed {
          presumed.append(item)
        } else {
          due.append(item)
        }
      }
    }
    return PurgePlan(asOf: date, items: due, presumed: presumed)
  }

  /// Destroys what is due and returns the certificate; nil when nothing is due.
  public func run(
    asOf date: CalendarDate, acceptPresumed: Bool
  ) throws(CustodyError) -> DisposalCertificate? {
    guard date <= vault.today else {
      throw CustodyError(.usage("a purge cannot be as of a future day; --dry-run can"))
    }
    let plan = try plan(asOf: date, acceptPresumed: acceptPresumed)
    guard !plan.items.isEmpty else { return nil }
    let before = vault.signature.checkpoint
    let run = try PurgeRun(session, plan, acceptPresumed: acceptPresumed)
    try run.record()
    try run.shred()
    return try run.certificate(before: before)
  }

  /// What is due of each version that still opens; a filed number that was corrected or changed
  /// goes like the one in use.
  private func items(
    of person: VerifiedPerson, asOf date: CalendarDate
  ) throws(CustodyError) -> [PurgeItem] {
    var items: [PurgeItem] = []
    for version in person.record.versions where version.how != .purged {
      for name in person.record.declaredPurposes where person.record.purgedOn(name) == nil {
        let isLive = try LiveWraps(vault).has(
          person: person.row, version: version.version, purpose: name)
        guard isLive ?? (version.how == .current) else { continue }
        if let item = item(person, version, PurposeID(rawValue: name), asOf: date) {
          items.append(item)
        }
      }
    }
    return items
  }

  private func item(
    _ person: VerifiedPerson, _ version: NumberVersion, _ purpose: PurposeID,
    asOf date: CalendarDate
  ) -> PurgeItem? {
    let retention = vault.policy.retention
    let replaced = version.how == .changed ? version : nil
    let disposal = retention.disposal(of: purpose, for: person.record, version: replaced)
    guard let disposal, disposal <= date else { return nil }
    let documents = retention.holdings(
      of: person.record,
      version: replaced ?? NumberVersion(version: version.version, declaredOn: version.declaredOn),
      asOf: date)
    return PurgeItem(
      code: person.record.code, version: version.version, purpose: purpose,
      documents: documents.filter { $0.purpose == purpose }, disposal: disposal,
      isPresumed: retention.isPresumed(purpose, for: person.record, version: replaced),
      person: person)
  }
}
