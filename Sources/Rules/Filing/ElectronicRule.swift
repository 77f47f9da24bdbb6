public import People

/// From how many sheets on copies are filed electronically or on disc, and not on paper.
public struct ElectronicRule: Hashable, Sendable {
  /// The copies that it is about.
  public let forms: [FormCopyID]
  /// The copy whose sheets are counted.
  public let counted: FormCopyID
  /// The days on which what it is about is due.
  let due: InForce
  /// From so many sheets on.
  public let sheets: Int
  /// Counted of the year so many years before the one in which the copy is due.
  public let yearsBefore: Int
  /// The articles.
  public let citations: [Citation]

  /// The calendar year whose sheets are counted for what is due on a day.
  public func countedYear(due day: CalendarDate) -> Int { day.year - yearsBefore }
}
