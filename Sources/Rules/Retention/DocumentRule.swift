public import People

/// How long one kind of document that holds a number is kept.
public struct DocumentRule: Hashable, Sendable, Identifiable {
  /// From what the period runs.
  public enum Counting: String, CaseIterable, Hashable, Sendable {
    /// The last income year: through 10 January of year + years + 1.
    case taxYear = "tax-year"
    /// The year of the day before the first payday of the last income year (所得税法194条1項): the
    /// year before, where that payday is 1 January; the same formula.
    case firstPayYear = "first-pay-year"
    /// The last income year of a declaration that leans on the ledger; the same formula.
    case ledgerYear = "ledger-year"
    /// The last year in which a second-job declaration was received; the same formula.
    case receiptYear = "receipt-year"
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
  /// Of which kinds of person it holds the number; empty for all.
  public let kinds: CaseSet<PersonKind>
  /// As which of these it holds the number; empty for all.
  public let holds: SubjectSet
  /// Filing one of these copies completes the matter.
  public let completedBy: [FormCopyID]
  /// Without a completion: the last day of that month after leaving; nil presumes nothing.
  public let presumedMonths: Int?
  public let citations: [Citation]
  /// The days on which what starts the period falls; a year counts by its 31 December.
  public let inForce: InForce

  /// Whether the document holds such a person's number.
  func concerns(_ person: borrowing PersonRecord) -> Bool {
    guard isOf(person.kind) else { return false }
    return holds.isEmpty || !holds.isDisjoint(with: SubjectSet(of: person))
  }

  /// Whether it is a document of a kind of person at all.
  func isOf(_ kind: PersonKind) -> Bool { kinds.isEmpty || kinds.contains(kind) }

  /// Whether the rule is in force for what happened in a year, on a day of it if known.
  func covers(_ year: Int, on day: CalendarDate? = nil) -> Bool {
    guard let day = day ?? CalendarDate(year: year, month: 12, day: 31) else { return false }
    return inForce.contains(day)
  }
}
