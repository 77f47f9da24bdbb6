public import Auditing
internal import People
public import Rules

/// Makes an access report from the entries of a log, taken one by one, and the rows of people.
///
/// Nothing is kept of an entry but counters and index ranges, so memory does not grow with reads.
/// The entries must come from a log that was verified, all of them, in order.
public struct AccessReportBuilder {
  private let parameters: AccessReportParameters
  private let policy: Policy
  private var taken = 0
  private var trail = AuthorityTrail()
  private var activity: ActivityCounts
  private var holdings: HoldingCounts
  private var book = ExportBook()
  private var reviews = ReviewBook()
  private var notable: NotableFacts

  /// Starts a report under the policy in force.
  public init(_ parameters: AccessReportParameters, policy: Policy) {
    self.parameters = parameters
    self.policy = policy
    holdings = HoldingCounts(policy, asOf: parameters.asOf)
    notable = NotableFacts(policy.review)
    activity = ActivityCounts(of: parameters.purpose?.rawValue)
  }

  /// Takes the next entry of the log, from entry 0 on.
  ///
  /// - Throws: `.entryMissing` for any other.
  public mutating func add(_ entry: Entry) throws(ReportsError) {
    guard entry.index == taken else { throw .entryMissing(index: taken) }
    taken += 1
    trail.note(entry)
    book.take(entry)
    reviews.take(entry)
    let isShown = isShown(entry)
    if isShown { activity.note(entry) }
    notable.note(entry, isShown: isShown)
  }

  /// Takes a person, in any order, before the first entry: what was read after somebody left is a
  /// fact.
  ///
  /// - Throws: `.peopleLate` once an entry was taken.
  public mutating func add(_ person: PersonSummary) throws(ReportsError) {
    guard taken == 0 else { throw .peopleLate }
    notable.note(person.record)
    if let wanted = parameters.person, wanted != person.code { return }
    if let purpose = parameters.purpose?.rawValue,
      !person.record.declaredPurposes.contains(purpose) || person.record.purgedOn(purpose) != nil
    {
      return
    }
    holdings.note(person)
  }

  /// How many entries were taken.
  public var size: Int { taken }

  /// The part of the report that is made of the vault's records, as it will stand in it.
  ///
  /// Every entry before the report's own must have been taken: that one says this part's digest.
  ///
  /// - Throws: `.unknownUser` for a filter that names nobody.
  public func records(in form: ReportForm) throws(ReportsError) -> [UInt8] {
    if let user = parameters.user, !trail.knows(user) { throw .unknownUser }
    return ReportDocument(
      format: "", title: Words("", ""), fields: [], records: records.tables(names), tables: [],
      isOfFigures: true
    ).parts(form).records
  }

  private var records: AccessRecords {
    AccessRecords(
      holdings: holdings.figures(for: parameters.purpose), afterLeaving: notable.afterLeaving)
  }

  private var names: ReportNames { ReportNames(policy, trail) }

  /// Makes the report.
  ///
  /// - Throws: `.incompleteLog`, `.checkpointMismatch`, `.authorityMismatch` when the entries taken
  ///   are not the log described; `.unknownUser` for a filter that names nobody.
  public consuming func finish(_ standing: LogStanding) throws(ReportsError) -> AccessReport {
    try standing.check(taken: taken, trail)
    if let user = parameters.user, !trail.knows(user) { throw .unknownUser }
    return report(header(standing), standing.authority)
  }

  private func isShown(_ entry: Entry) -> Bool {
    let day = entry.time.japanDate
    if let from = parameters.from, day < from { return false }
    if let to = parameters.to, to < day { return false }
    if let person = parameters.person, entry.content.person != person.text { return false }
    if let purpose = parameters.purpose, !entry.content.concerns(purpose, policy) { return false }
    guard let user = parameters.user else { return true }
    return trail.isUser(entry.content.actor, named: user)
      || trail.isUser(entry.content.authority?.aboutUser, named: user)
  }

  /// The files with numbers that nobody has destroyed; a report about one person, user or
  /// purpose has none.
  private var files: [FileStanding] {
    guard parameters.person == nil, parameters.user == nil, parameters.purpose == nil else {
      return []
    }
    return book.files.filter { $0.isOutstanding && $0.numbers != 0 }.map { record in
      FileStanding(record: record, isOverdue: record.isOverdue(on: parameters.asOf))
    }
  }

  private var openActions: [OpenAction] {
    reviews.open.map { OpenAction(review: $0, isOverdue: $0.isOverdue(on: parameters.asOf)) }
  }

  private func header(_ standing: LogStanding) -> AccessReportHeader {
    let authority = standing.authority
    return AccessReportHeader(
      vault: authority.vaultID.description, organisation: authority.genesis.organisation,
      corporateNumber: authority.genesis.corporateNumber, logSize: standing.size,
      root: Base64.encode(standing.root.bytes), signer: standing.checkpoint.signer,
      signedSize: standing.checkpoint.checkpoint.size,
      unsignedEntries: standing.size - standing.checkpoint.checkpoint.size,
      outside: standing.outside, witnessed: standing.witnessed,
      policy: Hex.encode(authority.policyDigest), parameters: parameters,
      entriesShown: activity.shown, firstEntry: activity.first, lastEntry: activity.last)
  }

  private func report(_ header: AccessReportHeader, _ authority: Authority) -> AccessReport {
    let rights = RightsReader(
      authority: authority, trail: trail, policy: policy, parameters: parameters)
    return AccessReport(
      header: header, records: records, users: rights.users(), access: rights.access(),
      uses: activity.uses.figures(),
      timeline: Timeline(
        activity.days.figures(), from: parameters.from ?? activity.first?.japanDate,
        to: parameters.to ?? activity.last?.japanDate), activity: activity.byUser.figures(),
      refusals: activity.refusals.figures(), signIns: activity.signIns.figures(),
      collection: activity.collection.figures(), notable: notable.figures(files),
      blanks: activity.blanks.figures(),
      exports: activity.exports, files: files, purged: activity.purged.figures(),
      purges: activity.purges,
      changes: activity.changes, reviews: activity.reviews,
      lastReview: reviews.last, reviewedThrough: reviews.through, openActions: openActions,
      entries: activity.kinds.figures(),
      names: names)
  }
}
