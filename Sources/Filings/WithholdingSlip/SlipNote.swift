public import People

/// A thing to look at that does not stop an export.
public struct SlipNote: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The birth date agrees, but the name is not the one on record.
    case nameDiffers
    /// The employee left in the year: the copy is due to them by a day, within a month of leaving
    /// (所得税法226条1項).
    case dueToLeaver(by: CalendarDate)
    /// The employee died in the year: the copy is due to the heirs by a day.
    case dueToHeirs(by: CalendarDate)
  }

  public let line: Int
  public let person: PersonCode
  public let kind: Kind
}
