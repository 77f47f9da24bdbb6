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
  private var now = DayStanding()
  /// How it stood after the last entry of the day of the report; nil until a later day's came.
  private var then: DayStanding?
  private var isPersonKnown = false
  private var activity: ActivityCounts
  private var holdings: HoldingCounts
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
    if then == nil, parameters.asOf < entry.time.japanDate { then = now }
    now.take(entry)
    isPersonKnown = isPersonKnown || entry.content.person == parameters.person?.text
    let isShown = isShown(entry)
    if isShown { activity.note(entry) }
    notable.note(entry, isShown: isShown)
  }

  /// Takes what the entries up to here authorise, after a checkpoint that covers them.
  public mutating func note(_ authority: Authority) { now.authority = authority }

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
  /// - Throws: `.unknownUser`, `.unknownPerson` for a filter that names nobody.
  public func records(in form: ReportForm) throws(ReportsError) -> [UInt8] {
    try checkFilters()
    return ReportDocument(
      format: "", title: Words("", ""), fields: [], records: records.tables(names), tables: [],
      isOfFigures: true
    ).parts(form).records
  }

  private var records: AccessRecords {
    AccessRecords(
      holdings: holdings.figures(for: parameters.purpose), afterLeaving: notable.afterLeaving)
  }

  private var names: ReportNames { ReportNames(policy, now.trail) }

  /// Makes the report.
  ///
  /// - Throws: `.incompleteLog`, `.checkpointMismatch`, `.authorityMismatch` when the entries taken
  ///   are not the log described; `.unknownUser`, `.unknownPerson` for a filter that names nobody.
  public consuming func finish(_ standing: LogStanding) throws(ReportsError) -> AccessReport {
    try standing.check(taken: taken, now.trail)
    try checkFilters()
    return report(header(standing), standing.authority)
  }

  private func checkFilters() throws(ReportsError) {
    if let user = parameters.user, !now.trail.knows(user) { throw .unknownUser }
    if parameters.person != nil, !isPersonKnown { throw .unknownPerson }
  }

  private func isShown(_ entry: Entry) -> Bool {
    let day = entry.time.japanDate
    if let from = parameters.from, day < from { return false }
    if let to = parameters.to, to < day { return false }
    if let person = parameters.person, entry.content.person != person.text { return false }
    if let purpose = parameters.purpose, !entry.content.concerns(purpose, policy) { return false }
    guard let user = parameters.user else { return true }
    return now.trail.isUser(entry.content.actor, named: user)
      || now.trail.isUser(entry.content.authority?.aboutUser, named: user)
  }

  /// How it stood on the day of the report.
  private var day: DayStanding { then ?? now }

  /// The files with numbers that nobody has destroyed; nil for a report about one person, user or
  /// purpose, which does not tell whose numbers are in them.
  private var files: [FileStanding]? {
    guard parameters.person == nil, parameters.user == nil, parameters.purpose == nil else {
      return nil
    }
    return day.book.files.filter { $0.isOutstanding && $0.numbers != 0 }.map { record in
      FileStanding(record: record, isOverdue: record.isOverdue(on: parameters.asOf))
    }
  }

  /// What is outside; whose numbers are in it nobody wrote down, so a narrowed report has no such part.
  private var carriedOut: [HandlingMove]? {
    guard parameters.person == nil, parameters.user == nil, parameters.purpose == nil else {
      return nil
    }
    return day.handling.moves.filter(\.isOpen)
  }

  private var openActions: [OpenAction] {
    day.reviews.open.map { OpenAction(review: $0, isOverdue: $0.isOverdue(on: parameters.asOf)) }
  }

  private func header(_ standing: LogStanding) -> AccessReportHeader {
    let authority = standing.authority
    return AccessReportHeader(
      vault: authority.vaultID.description, organisation: authority.genesis.organisation,
      corporateNumber: authority.genesis.corporateNumber, logSize: standing.size,
      root: Base64.encode(standing.root.bytes), signer: standing.checkpoint.signer,
      signedSize: standing.checkpoint.checkpoint.size,
      unsignedEntries: standing.size - standing.checkpoint.checkpoint.size,
      checkpoints: standing.checkpoints,
      outside: standing.outside, witnessed: standing.witnessed,
      policy: Hex.encode(authority.policyDigest), parameters: parameters,
      entriesShown: activity.shown, firstEntry: activity.first, lastEntry: activity.last)
  }

  private func report(_ header: AccessReportHeader, _ authority: Authority) -> AccessReport {
    let rights = RightsReader(
      authority: then == nil ? authority : day.authority, trail: day.trail, policy: policy,
      parameters: parameters)
    return AccessReport(
      header: header, records: records, users: rights.users(), access: rights.access(),
      uses: activity.uses.figures(),
      timeline: Timeline(
        activity.days.figures(), from: activity.first?.japanDate, to: activity.last?.japanDate),
      activity: activity.byUser.figures(),
      refusals: activity.refusals.figures(), signIns: activity.signIns.figures(),
      collection: activity.collection.figures(), notable: notable.figures(files ?? []),
      blanks: activity.blanks.figures(),
      exports: parameters.person == nil ? activity.exports : nil, files: files,
      purged: activity.purged.figures(),
      purges: activity.purges,
      changes: activity.changes, reviews: activity.reviews,
      lastReview: now.reviews.last, reviewedThrough: now.reviews.through, openActions: openActions,
      carriedOut: carriedOut,
      entries: activity.kinds.figures(),
      names: names)
  }
}
