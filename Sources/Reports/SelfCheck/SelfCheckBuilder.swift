public import Auditing
public import People
public import Rules

/// Makes a self-check from the rows of people and the entries of a log, taken one by one.
///
/// The entries must come from a log that was verified, all of them, in order.
public struct SelfCheckBuilder {
  private let policy: Policy
  private let asOf: CalendarDate
  private var facts = HandlingFacts()
  private var holdings: HoldingCounts

  /// Starts a check under the policy in force.
  public init(policy: Policy, asOf: CalendarDate) {
    self.policy = policy
    self.asOf = asOf
    holdings = HoldingCounts(policy, asOf: asOf)
  }

  /// Takes a person, in any order: whether a number should be gone is a fact.
  public mutating func add(_ person: PersonSummary) { holdings.note(person) }

  /// Takes the next entry of the log, from entry 0 on.
  ///
  /// - Throws: `.entryMissing` for any other.
  public mutating func add(_ entry: Entry) throws(ReportsError) { try facts.take(entry) }

  /// Makes the check.
  ///
  /// - Throws: `.incompleteLog`, `.checkpointMismatch`, `.authorityMismatch` when the entries taken
  ///   are not the log described.
  public consuming func finish(_ standing: LogStanding) throws(ReportsError) -> SelfCheck {
    try standing.check(taken: facts.taken, facts.trail)
    let size = facts.handling.size
    let reader = SafeguardReader(
      facts: facts, authority: standing.authority, policy: policy, asOf: asOf,
      isSmall: size?.stated.standing(on: asOf) == .small,
      overdue: holdings.figures().filter { $0.subject.item == .overdue })
    return SelfCheck(
      log: standing, asOf: asOf, size: size, lines: reader.lines(),
      names: ReportNames(policy, facts.trail))
  }
}
