internal import Auditing
internal import People
internal import Rules

/// Holds a log against the items of the guideline's annex 1, part 2, one by one.
struct SafeguardReader {
  let facts: HandlingFacts
  let authority: Authority
  let policy: Policy
  let asOf: CalendarDate
  let isSmall: Bool
  /// Numbers overdue for disposal: people by purpose, with the entries of their rows.
  let overdue: [Figure<HoldingSubject>]

  func lines() -> [SafeguardLine] { SafeguardItem.allCases.map(line) }

  private func line(_ item: SafeguardItem) -> SafeguardLine {
    var line = SafeguardLine(item)
    switch item {
    // Nothing in a log shows a written policy, or the areas of a building.
    // Nor does it show that somebody supervises.
    case .policy, .areas, .supervision: break
    case .handlingRules: handlingRules(&line)
    case .organisation: organisation(&line)
    case .operation: operation(&line)
    case .ledger: ledger(&line)
    case .incidents: incidents(&line)
    case .review: review(&line)
    case .training: training(&line)
    case .theft: theft(&line)
    case .carrying: carrying(&line)
    case .disposal: disposal(&line)
    case .accessControl: accessControl(&line)
    case .authentication: authentication(&line)
    case .intrusion: intrusion(&line)
    case .leakPrevention: leakPrevention(&line)
    case .abroad: abroad(&line)
    }
    return line
  }

  // MARK: B

  private func handlingRules(_ line: inout SafeguardLine) {
    line.find(.policyPinned, facts.entries(.policies))
    line.find(.numbersCollected, facts.entries(.collected))
    line.find(.numbersChecked, facts.entries(.checked))
    // The methods for small employers do not name the check by two people.
    if !isSmall { line.miss(.numbersUnchecked, facts.unchecked.entries) }
  }

  // MARK: C

  private func organisation(_ line: inout SafeguardLine) {
    let administrators = accounts { $0.statement.roles.contains("administrator") }
    let officers = accounts { account in
      account.statement.roles.contains { policy.role(RoleID($0))?.actions.contains(.read) == true }
    }
    line.find(.administrators, added(administrators))
    line.find(.officers, added(officers))
    line.miss(.noAdministrator, if: administrators.isEmpty)
    line.miss(.noOfficer, if: officers.isEmpty)
  }

  private func operation(_ line: inout SafeguardLine) {
    line.find(.signedLog, Self.first(facts.taken))
    line.find(.uses, facts.entries(.uses))
    line.find(.outputs, facts.entries(.outputs))
    line.find(.moves, EntryRanges(facts.handling.moves.map(\.entry)))
    line.find(.destructions, EntryRanges(facts.handling.destructions.map(\.entry)))
    let uncertified = facts.handling.destructions.filter(\.lacksCertificate)
    line.miss(.certificateMissing, EntryRanges(uncertified.map(\.entry)))
    line.miss(.returnUnproved, facts.unreviewed(facts.returns.unproved))
  }

  private func ledger(_ line: inout SafeguardLine) {
    let keys = authority.keyNames.filter { !Role.compartments.contains($0) }
    line.find(.vaultFiles, EntryRanges([0]), count: keys.count)
    let registered = facts.handling.files
    line.find(.outsideFiles, entries(files { _ in true }))
    line.miss(.noOutsideFile, if: registered.isEmpty)
    line.miss(.unreadEntries, facts.unreviewed(EntryRanges(facts.handling.unread)))
    line.miss(.restored, facts.unreviewed(EntryRanges(facts.restores)))
  }

  private func incidents(_ line: inout SafeguardLine) {
    line.find(.incidents, facts.entries(.incidents))
    line.find(.tellings, facts.entries(.tellings))
    let incidents = facts.incidents.incidents
    let open = incidents.filter { !$0.unassessed.isEmpty }
    line.miss(.notAssessed, EntryRanges(open.flatMap(\.unassessed)), count: open.count)
    line.miss(incidents.filter { $0.look?.outcome.verdict.isOpen == true }, .undecided)
    line.miss(incidents.filter { $0.isLate(.firstReport, on: asOf) }, .firstReportLate)
    line.miss(incidents.filter { $0.isLate(.finalReport, on: asOf) }, .finalReportLate)
    line.miss(incidents.filter { $0.isLate(.notice, on: asOf) }, .noticeLate)
  }

  private func review(_ line: inout SafeguardLine) {
    reviewed(&line)
    let newest = facts.reviews.reviews.last
    if let newest, isOld(newest.time.japanDate) {
      line.miss(.reviewOld, EntryRanges([newest.entry]))
    }
    let late = facts.reviews.open.filter { $0.isOverdue(on: asOf) }
    line.miss(.actionOverdue, EntryRanges(late.map(\.entry)))
  }

  /// The reviews, how far they looked, and what none of them looked at in time.
  private func reviewed(_ line: inout SafeguardLine) {
    line.find(.reviews, facts.entries(.reviews))
    line.find(.reviewed, Self.first((facts.reviews.through ?? -1) + 1))
    line.miss(.neverReviewed, if: facts.reviews.reviews.isEmpty)
    line.miss(
      .entriesNotReviewed,
      facts.unreviewed(before: asOf.adding(months: -policy.review.checkMonths)))
  }

  private func isOld(_ day: CalendarDate) -> Bool {
    day.adding(months: policy.review.checkMonths) < asOf
  }

  // MARK: D

  private var staff: [StaffStanding] { facts.staff(authority, policy.review, asOf: asOf) }

  /// The guideline names training and secrecy together, as methods of D.
  private func training(_ line: inout SafeguardLine) {
    let staff = staff
    let trained = staff.filter { !$0.facts.contains(.trainingOverdue) }.compactMap(\.training)
    let pledged = staff.compactMap(\.pledge)
    line.find(.trainings, EntryRanges(trained.filter { !$0.isOwn }.map(\.entry)))
    line.find(.ownTrainings, EntryRanges(trained.filter(\.isOwn).map(\.entry)))
    line.find(.pledges, EntryRanges(pledged.filter { !$0.isOwn }.map(\.entry)))
    line.find(.ownPledges, EntryRanges(pledged.filter(\.isOwn).map(\.entry)))
    line.miss(.unpledged, added(staff, .unpledged))
    line.miss(.untrained, added(staff, .untrained))
    line.miss(.trainingOverdue, added(staff, .trainingOverdue))
  }

  /// The entries that added the users of whom this is so.
  private func added(_ staff: [StaffStanding], _ fact: StaffStanding.Fact) -> EntryRanges {
    let users = Set(staff.filter { $0.facts.contains(fact) }.map(\.user))
    return added(accounts { users.contains($0.id) })
  }

  // MARK: E

  private func theft(_ line: inout SafeguardLine) {
    let portable = files { $0.kind.needsLock }
    line.find(.lockedFiles, entries(portable.filter { $0.protection != nil }))
    line.miss(.notLocked, entries(portable.filter { $0.protection == nil }))
  }

  private func carrying(_ line: inout SafeguardLine) {
    let moves = facts.handling.moves
    line.find(.carryOuts, EntryRanges(moves.map(\.entry)))
    let late = moves.filter { $0.isOverdue(on: asOf) }
    line.miss(.carryOutOverdue, EntryRanges(late.map(\.entry)))
  }

  private func disposal(_ line: inout SafeguardLine) {
    line.find(.purges, EntryRanges(facts.purges.map(\.entry)))
    line.find(.destructions, EntryRanges(facts.handling.destructions.map(\.entry)))
    for figure in overdue { line.miss(.numbersOverdue, figure.entries, count: figure.count) }
    let made = facts.exports.files.filter { $0.numbers != 0 && $0.isOverdue(on: asOf) }
    line.miss(.filesOverdue, EntryRanges(made.map(\.entry)))
    let copies = facts.backups.copies.filter { $0.isOverdue(on: asOf) }
    line.miss(.copiesOverdue, EntryRanges(copies.map(\.entry)))
    line.miss(.notReturned, facts.returns.outstanding)
    line.miss(.sourcesLeft, EntryRanges(facts.sourcesLeft.map(\.begun)))
    line.miss(.outsideOverdue, entries(files { $0.isOverdue(on: asOf) }))
  }

  // MARK: F

  private func accessControl(_ line: inout SafeguardLine) {
    line.find(.grants, facts.entries(.grants))
    let due = authority.rotationDue.union(authority.rotationUnfinished)
    line.miss(.rotationDue, EntryRanges(), count: due.count)
  }

  private func authentication(_ line: inout SafeguardLine) {
    line.find(.signIns, facts.entries(.signIns))
    // Whoever made the vault chose their own; a contractor's user signs in to the same vault.
    let first = authority.users.values
      .filter { $0.isActive(on: asOf) && $0.addedIndex != 0 && $0.hasFirstPassphrase }
    line.miss(.firstPassphrase, EntryRanges(first.map(\.addedIndex)))
  }

  private func intrusion(_ line: inout SafeguardLine) {
    reviewed(&line)
    line.miss(.failuresNotReviewed, facts.unreviewedFailures)
  }

  private func leakPrevention(_ line: inout SafeguardLine) {
    // That the vault seals numbers is a property of the program, which no entry shows.
    let electronic = files { $0.kind.needsProtection }
    line.find(.protectedFiles, entries(electronic.filter { $0.protection != nil }))
    line.miss(.notProtected, entries(electronic.filter { $0.protection == nil }))
  }

  // MARK: G

  private func abroad(_ line: inout SafeguardLine) {
    let abroad = files { $0.country != nil }
    line.find(.regimes, entries(abroad.filter { $0.regime != nil }))
    line.miss(.regimeUnknown, entries(abroad.filter { $0.regime == nil }))
  }

  // MARK: What is asked of the log

  /// The users who may act on the day, but for contractors', by when they were added.
  private func accounts(_ isMeant: (UserAccount) -> Bool) -> [UserAccount] {
    authority.users.values
      .filter { $0.isActive(on: asOf) && $0.statement.contractor == nil && isMeant($0) }
      .sorted { $0.addedIndex < $1.addedIndex }
  }

  private func added(_ accounts: [UserAccount]) -> EntryRanges {
    EntryRanges(accounts.map(\.addedIndex))
  }

  private static func first(_ count: Int) -> EntryRanges {
    var entries = EntryRanges()
    if count > 0 { entries.append(0...count - 1) }
    return entries
  }

  private func files(_ isMeant: (HandledFile) -> Bool) -> [HandledFile] {
    facts.handling.files.filter { $0.isKept && isMeant($0) }
  }

  private func entries(_ files: [HandledFile]) -> EntryRanges { EntryRanges(files.map(\.entry)) }
}
