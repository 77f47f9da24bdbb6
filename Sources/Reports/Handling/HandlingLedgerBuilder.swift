public import Auditing
public import People
public import Rules

/// Makes the handling ledger from the entries of a log, taken one by one.
///
/// The entries must come from a log that was verified, all of them, in order.
public struct HandlingLedgerBuilder {
  private var facts = HandlingFacts()

  /// Starts a ledger.
  public init() {}

  /// Takes the next entry of the log, from entry 0 on.
  ///
  /// - Throws: `.entryMissing` for any other.
  public mutating func add(_ entry: Entry) throws(ReportsError) { try facts.take(entry) }

  /// Makes the ledger under the policy in force.
  ///
  /// - Throws: `.incompleteLog`, `.checkpointMismatch`, `.authorityMismatch` when the entries taken
  ///   are not the log described.
  public consuming func finish(
    _ standing: LogStanding, policy: Policy, asOf: CalendarDate
  ) throws(ReportsError) -> HandlingLedger {
    try standing.check(taken: facts.taken, facts.trail)
    let names = ReportNames(policy, facts.trail)
    let files = HandlingFiles(
      facts: facts, authority: standing.authority, policy: policy, names: names, asOf: asOf)
    return HandlingLedger(
      standing: standing, asOf: asOf, files: files.lines(),
      deletions: HandlingDeletions(facts: facts, names: names).rows(),
      moves: facts.handling.moves,
      staff: facts.staff(standing.authority, policy.review, asOf: asOf),
      unread: facts.handling.unread, restores: facts.restores, names: names)
  }
}

extension HandlingFacts {
  /// The users with a role in the order in which they were added; a contractor answers for its own.
  func staff(
    _ authority: Authority, _ rules: ReviewRules, asOf: CalendarDate
  ) -> [StaffStanding] {
    authority.users.values
      .filter { $0.isActive(on: asOf) && $0.statement.contractor == nil }
      .sorted { $0.addedIndex < $1.addedIndex }
      .map {
        StaffStanding($0, handling.staff, months: rules.trainingMonths, asOf: asOf)
      }
  }
}
