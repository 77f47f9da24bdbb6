public import People

/// One document for which a number is kept, until when and why.
public struct Holding: Hashable, Sendable {
  /// How the start of the period is known.
  public enum Basis: String, CaseIterable, Hashable, Sendable, Comparable {
    case recorded
    case derived
    /// By a rule of the policy, without an event.
    case presumed

    /// Whether the left basis is the firmer one.
    public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .recorded: 0
      case .derived: 1
      case .presumed: 2
      }
    }
  }

  /// Where a number stands on a day.
  public enum Status: String, CaseIterable, Hashable, Sendable {
    /// The work goes on: no end is known.
    case needed
    /// The work is done, the document's period runs.
    case kept
    /// The period ended; it goes at the next purge.
    case due
    /// The purge is late.
    case overdue
    /// A hold keeps it.
    case held
  }

  public let purpose: PurposeID
  /// The id of the document's rule.
  public let document: String
  public let ja: String
  public let en: String
  public let citations: [Citation]
  /// The last day it is kept; nil while the work goes on.
  public let lastDay: CalendarDate?
  /// How the start of the period is known; nil while the work goes on.
  public let basis: Basis?
  /// The income or receipt year the period runs from, where it runs from a year.
  public let year: Int?
  /// The day of completion the period runs from, where it runs from a day.
  public let completedOn: CalendarDate?
  /// Whether the period is the employer's choice, for want of a statutory one.
  public let employersChoice: Bool
  /// The first day it is overdue.
  public let overdueFrom: CalendarDate?
  /// Whether a hold is in force on the day asked about.
  public let isHeld: Bool

  /// Where it stands on `date`, which should be the day the holdings were asked for.
  public func status(on date: CalendarDate) -> Status {
    guard let lastDay else { return .needed }
    if date <= lastDay { return .kept }
    if isHeld { return .held }
    if let overdueFrom, overdueFrom <= date { return .overdue }
    return .due
  }
}
