public import Auditing
public import People

/// Papers or media that were carried out, posted or received; every text is a free text.
public struct MoveToRecord: Hashable, Sendable {
  public var kind: HandlingMove.Kind
  public var what: String
  public var on: CalendarDate
  /// Who carried, sent or received it: a department or a post.
  public var by: String
  /// Where it went, or whence it came.
  public var party: String
  /// How it was protected.
  public var protection: String
  /// The entry of the registered file of which it is a part.
  public var file: Int?
  /// The day by which what was carried out is back.
  public var returnBy: CalendarDate?

  public init(
    kind: HandlingMove.Kind, what: String, on: CalendarDate, by: String, party: String,
    protection: String, file: Int? = nil, returnBy: CalendarDate? = nil
  ) {
    (self.kind, self.what, self.on, self.by) = (kind, what, on, by)
    (self.party, self.protection) = (party, protection)
    (self.file, self.returnBy) = (file, returnBy)
  }
}
