internal import People

/// How long one kind of document that holds a number is kept.
public struct DocumentRule: Hashable, Sendable, Identifiable {
  /// From what the period runs.
  public enum Counting: String, CaseIterable, Hashable, Sendable {
    /// The last income year: through 10 January of year + years + 1.
    case taxYear = "tax-year"
    /// The year in which retirement pay was paid; the same formula.
    case retirementYear = "retirement-year"
    /// The year in which a plan's lump sum was paid; the same formula.
    case planLumpSumYear = "plan-lump-sum-year"
    /// The year in which a change notice was received: through 31 December of year + years.
    case changeNotice = "change-notice"
    /// The day on which the matter was completed after the need ended (民法140条, 143条).
    case completion
  }

  /// Who set the period.
  public enum Setter: String, CaseIterable, Hashable, Sendable {
    case statute
    case employer
  }

  public let id: String
  public let ja: String
  public let en: String
  public let purpose: PurposeID
  public let counts: Counting
  public let years: Int
  public let setBy: Setter
  /// Filing one of these copies completes the matter.
  public let completedBy: [FormCopyID]
  /// Without a completion: the last day of that month after leaving; nil presumes nothing.
  public let presumedMonths: Int?
  public let citations: [Citation]
  /// The days on which what starts the period falls; a year counts by its 31 December.
  public let inForce: InForce

  /// Whether the rule is in force for what happened in a year, on a day of it if known.
  func covers(_ year: Int, on day: CalendarDate? = nil) -> Bool {
    guard let day = day ?? CalendarDate(year: year, month: 12, day: 31) else { return false }
    return inForce.contains(day)
  }
}
