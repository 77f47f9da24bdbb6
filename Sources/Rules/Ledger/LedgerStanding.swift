public import People

/// Whether a person's number may be left out of a year's declarations, and what the ledger says.
public struct LedgerStanding: Hashable, Sendable {
  /// What stands against it; empty when it may be left out.
  public let obstacles: [LedgerObstacle]
  /// The declaration that the ledger is made from; nil where none is known with its day.
  public let source: LifeEvent?
  /// Whether that declaration is of the year itself: then only later ones of the year may leave the
  /// number out.
  public let isOfTheYear: Bool
  /// The day since which the address differs from the ledger's, which a notice of change sets right.
  public let addressChangedOn: CalendarDate?

  /// Whether a declaration of the year may leave the number out.
  public var mayOmit: Bool { obstacles.isEmpty }
}
