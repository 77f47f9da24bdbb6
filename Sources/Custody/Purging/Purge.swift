public import Auditing
public import People
internal import Rules
internal import Sealing
internal import Secrets
internal import Storage
internal import Wording

/// Destroys what the law no longer allows to be kept, and proves it.
///
/// Each item passes the decider and becomes a durable entry; the receipt of that entry is spent in
/// a second commit that overwrites wraps and ciphertext in place. Killed in between, the next run
/// does the rest; killed afterwards, the certificate can be made from the log.
public struct Purge {
  private let session: Session
  private var vault: Vault { session.vault }

  /// Purges as the session's user.
  public init(_ session: Session) { self.session = session }

  /// What is due on a day.
  ///
  /// - Parameter acceptPresumed: Counts what rests on a presumption as due.
  /// - Throws: `.integrity` naming a row of somebody of whom something is due that is marked erased
  ///   though the log shows no purge of it; of others `doctor` tells.
  public func plan(
    asOf date: CalendarDate, acceptPresumed: Bool
  ) throws(CustodyError) -> PurgePlan {
    try session.require(.purge)
    return try PurgePlanning(vault).plan(asOf: date, acceptPresumed: acceptPresumed)
  }

  /// Destroys what is due and returns the certificate; nil when nothing is due.
  ///
  /// - Parameter progress: Told what is done.
  /// - Throws: `.refused` where the policy asks for a second user's approval and the plan has none;
  ///   `.uncertified` if all of it is destroyed but for the certificate.
  public func run(
    asOf date: CalendarDate, acceptPresumed: Bool, progress: (PurgeStage) -> Void = { _ in }
  ) throws(CustodyError) -> DisposalCertificate? {
    guard date <= vault.today else {
      throw CustodyError(.usage("a purge cannot be as of a future day; --dry-run can"))
    }
    let plan = try plan(asOf: date, acceptPresumed: acceptPresumed)
    guard !plan.items.isEmpty else { return nil }
    progress(.planned)
    let approval = PurgeApproval(session)
    try approval.require(plan)
    let run = PurgeRun(session, plan, approval)
    try run.record()
    try run.shred()
    progress(.destroyed)
    return try run.certificate(progress)
  }

  /// Makes a certificate again from the log: of the newest purge or correction, or of the one whose
  /// own entry is named.
  ///
  /// - Throws: `.notFound` if nothing was ever destroyed, `.usage` for an entry that is no purge.
  public func certificate(of entry: Int? = nil) throws(CustodyError) -> DisposalCertificate {
    // Whoever may destroy may show it.
    if !session.allows(.correct) { try session.require(.purge) }
    if let entry { return try Certification(session).certificate(of: entry) }
    guard let newest = try PurgeTrail(vault).newest() else {
      throw CustodyError(.notFound("a purge in the log"))
    }
    return try Certification(session).certificate(of: newest)
  }

  /// The entry of the newest purge if it was interrupted before it had a certificate.
  public func uncertified() throws(CustodyError) -> Int? {
    let trail = PurgeTrail(vault)
    guard let newest = try trail.newest(), try !trail.isScanned(newest) else { return nil }
    return newest
  }
}
