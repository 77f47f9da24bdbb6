public import People

/// Within how long a file that was made with numbers, to be handed over, is destroyed.
///
/// The law sets no period for it: what is filed is made anew from the vault if it is wanted again.
public struct ExportedFileRule: Hashable, Sendable {
  /// How many days after its making.
  public let days: Int
  /// The articles.
  public let citations: [Citation]

  /// The last day on which a file may stand, by the day on which it was made.
  public func due(madeOn day: CalendarDate) -> CalendarDate { day.adding(days: days) }
}
