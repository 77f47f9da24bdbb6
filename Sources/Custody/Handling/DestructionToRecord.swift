public import Auditing
public import People

/// Papers, media or a whole registered file that were destroyed; every text is a free text.
public struct DestructionToRecord: Hashable, Sendable {
  public var on: CalendarDate
  public var means: HandlingDestruction.Means
  /// Who did it: a department or a post.
  public var by: String
  /// What was destroyed; nil for the whole of a registered file.
  public var what: String?
  /// The entry of the registered file.
  public var file: Int?
  /// The contractor who did it.
  public var contractor: String?
  /// The day of the contractor's certificate.
  public var certificateOn: CalendarDate?

  public init(
    on: CalendarDate, means: HandlingDestruction.Means, by: String, what: String? = nil,
    file: Int? = nil, contractor: String? = nil, certificateOn: CalendarDate? = nil
  ) {
    (self.on, self.means, self.by) = (on, means, by)
    (self.what, self.file) = (what, file)
    (self.contractor, self.certificateOn) = (contractor, certificateOn)
  }
}
