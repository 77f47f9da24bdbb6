public import People
public import Rules

/// What is told to people: which purposes, how and when, and by which text.
public struct DeclarationWish: Sendable {
  /// The purposes; nil for the policy's bundle of each person.
  public var purposes: [PurposeID]?
  /// How they are told.
  public var method: DeclarationMethod
  /// The day on which they are told.
  public var date: CalendarDate
  /// The notice's text; nil when none is kept.
  public var notice: NoticeText?

  /// Says what is told.
  public init(
    purposes: [PurposeID]?, method: DeclarationMethod, date: CalendarDate,
    notice: NoticeText? = nil
  ) {
    self.purposes = purposes
    self.method = method
    self.date = date
    self.notice = notice
  }
}
