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
    case .policy, .areas: break
    case .handlingRules: handlingRules(&line)
    case .organisation: organisation(&line)
    case .operation: operation(&line)
    case .ledger: ledger(&line)
    case .incidents: incidents(&line)
    case .review: review(&line)
    case .supervision: supervision(&line)
    case .training: training(&line)
    case .theft: theft(&line)
    case .carrying: carrying(&line)
    case .disposal: disposal(&line)
    case .accessControl: accessControl(&line)
    case .authentication: authentication(&line)
    case .intrusion: intrusion(&line)
    case .leakPrevention: leakPrevention(&line)
    case .abroad: line.find(.abroad, entries(files { $0.country != nil }))
    }
    return line
  }

  // MARK: B

  private func handlingRules(_ line: inout SafeguardLine) {
    line.find(.policyPinned, facts.entries(.policies))
    let (collected, checked) = (facts.entries(.collected), facts.entries(.checked))
    line.find(.numbersCollected, collected)
    line.find(.numbersChecked, checked)
    // The methods for small employers do not name the check by two people.
    line.miss(.noNumberChecked, if: !isSmall && !collected.isEmpty && checked.isEmpty)
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
    line.find(.signedLog, EntryRanges([0]), count: facts.taken)
    line.find(.uses, facts.entries(.uses))
    line.find(.outputs, facts.entries(.outputs))
    line.find(.moves, EntryRanges(facts.handling.moves.map(\.entry)))
    line.find(.destructions, EntryRanges(facts.handling.destructions.map(\.entry)))
    let uncertified = facts.handling.destructions.filter(\.lacksCertificate)
    line.miss(.certificateMissing, EntryRanges(uncertified.map(\.entry)))
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
    let open = facts.incidents.filter { !facts.assessed.contains($0) }
    line.miss(.notAssessed, EntryRanges(open))
  }

  private func review(_ line: inout SafeguardLine) {
    line.find(.reviews, facts.entries(.reviews))
    let newest = facts.reviews.reviews.last
    line.miss(.neverReviewed, if: newest == nil)
    if let newest, isOld(newest.time.japanDate) {
      line.miss(.reviewOld, EntryRanges([newest.entry]))
    }
    let late = facts.reviews.open.filter { $0.isOverdue(on: asOf) }
    line.miss(.actionOverdue, EntryRanges(late.map(\.entry)))
  }

  private func isOld(_ day: CalendarDate) -> Bool {
    day.adding(months: policy.review.checkMonths) < asOf
  }

  // MARK: D

  private var staff: [StaffStanding] { facts.staff(authority, policy.review, asOf: asOf) }

  private func supervision(_ line: inout SafeguardLine) {
    line.find(.pledges, EntryRanges(staff.compactMap { $0.pledge?.entry }))
    line.miss(.unpledged, added(staff, .unpledged))
  }

  private func training(_ line: inout SafeguardLine) {
    let trained = staff.filter { !$0.facts.contains(.trainingOverdue) }
    line.find(.trainings, EntryRanges(trained.compactMap { $0.training?.entry }))
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
    let portable = files { $0.kind.isPaper || $0.kind == .medium }
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
    let files = facts.exports.files.filter { $0.numbers != 0 && $0.isOverdue(on: asOf) }
    line.miss(.filesOverdue, EntryRanges(files.map(\.entry)))
    let copies = facts.backups.copies.filter { $0.isOverdue(on: asOf) }
    line.miss(.copiesOverdue, EntryRanges(copies.map(\.entry)))
  }

  // MARK: F

  private func accessControl(_ line: inout SafeguardLine) {
    line.find(.grants, facts.entries(.grants))
    let due = authority.rotationDue.union(authority.rotationUnfinished)
    line.miss(.rotationDue, EntryRanges(), count: due.count)
  }

  private func authentication(_ line: inout SafeguardLine) {
    line.find(.signIns, facts.entries(.signIns))
    // Whoever made the vault chose their own.
    let first = accounts { $0.addedIndex != 0 && $0.hasFirstPassphrase }
    line.miss(.firstPassphrase, added(first))
  }

  private func intrusion(_ line: inout SafeguardLine) {
    line.find(.reviews, facts.entries(.reviews))
    line.miss(.neverReviewed, if: facts.reviews.reviews.isEmpty)
    line.miss(.failuresNotReviewed, facts.unreviewedFailures)
  }

  private func leakPrevention(_ line: inout SafeguardLine) {
    line.find(.sealed, EntryRanges([0]))
    let electronic = files { $0.kind == .software || $0.kind == .medium }
    line.find(.protectedFiles, entries(electronic.filter { $0.protection != nil }))
    line.miss(.notProtected, entries(electronic.filter { $0.protection == nil }))
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

  private func files(_ isMeant: (HandledFile) -> Bool) -> [HandledFile] {
    facts.handling.files.filter { $0.isKept && isMeant($0) }
  }

  private func entries(_ files: [HandledFile]) -> EntryRanges { EntryRanges(files.map(\.entry)) }
}
