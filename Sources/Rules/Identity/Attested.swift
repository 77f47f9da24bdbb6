public import People

/// A number verified before the vault, particulars not kept, for which somebody answers.
public struct Attested: Hashable, Sendable {
  public let date: CalendarDate
  /// The id of the user who attested it.
  public let user: String

  init(date: CalendarDate, user: String) {
    self.date = date
    self.user = user
  }
}
