public import People

/// That papers or media with numbers were carried out, posted or received (持ち運び等の記録).
///
/// Source: guideline for businesses (番号法ガイドライン), annex 1, C-b and E-c.
public struct HandlingMove: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Carried out of the area where numbers are handled; it comes back, or stays open.
    case carryOut = "carry-out"
    /// Sent by post or by a carrier.
    case post
    /// Received.
    case receive
  }

  /// The index of the entry, by which it is named.
  public let entry: Int
  /// When it was recorded.
  public let time: Timestamp
  /// The id of the user who recorded it.
  public let user: String
  public let kind: Kind
  public let what: String
  public let on: CalendarDate
  /// Who carried, sent or received it: a department or a post.
  public let by: String
  /// Where it went, or whence it came.
  public let party: String
  /// How it was protected (封緘, 施錠できる搬送容器, 暗号化).
  public let protection: String
  /// The entry of the registered file of which it is a part.
  public let file: Int?
  /// The day by which it is to be back.
  public let returnBy: CalendarDate?
  /// The day on which it came back, and the entry that says so.
  public internal(set) var returned: Return?

  /// That it came back.
  public struct Return: Hashable, Sendable {
    public let entry: Int
    public let on: CalendarDate
  }

  /// Whether it is outside still, as far as the log knows.
  public var isOpen: Bool { kind == .carryOut && returned == nil }

  /// Whether it should have been back before a day; one without a day should be back the same day.
  public func isOverdue(on day: CalendarDate) -> Bool { isOpen && (returnBy ?? on) < day }
}

extension HandlingMove {
  /// Reads an entry; nil for one that does not say what the record must.
  init?(_ entry: Entry) {
    let content = entry.content
    guard let kind = content.text("kind").flatMap(Kind.init), let what = content.reason,
      let on = content.date("on"), let by = content.free("by"),
      let party = content.free("party"), let protection = content.free("protection"),
      let file = content.ifAny("file", content.integer),
      let returnBy = content.ifAny("return_by", content.date)
    else { return nil }
    (self.entry, time, user) = (entry.index, entry.time, content.actor)
    (self.kind, self.what, self.on, self.by) = (kind, what, on, by)
    (self.party, self.protection) = (party, protection)
    (self.file, self.returnBy) = (file, returnBy)
  }
}
