public import People

/// That a user was trained, or pledged secrecy (研修, 誓約).
///
/// Source: guideline for businesses (番号法ガイドライン), annex 1, D.
public struct StaffRecord: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// With its topic.
    case training(topic: String)
    case pledge
  }

  /// The index of the entry.
  public let entry: Int
  /// The id of the user who recorded it.
  public let user: String
  /// The id of the user who was trained, or pledged.
  public let subject: String
  public let kind: Kind
  public let on: CalendarDate

  /// Whether the user recorded it of oneself, and nobody else says so.
  public var isOwn: Bool { user == subject }
}

extension StaffRecord {
  /// Reads an entry; nil for one that does not say what the record must.
  init?(_ entry: Entry) {
    let content = entry.content
    guard let subject = content.text("user"), let on = content.date("on") else { return nil }
    switch (content.action, content.reason) {
    case (HandlingBook.pledge, _): kind = .pledge
    case (HandlingBook.training, let topic?): kind = .training(topic: topic)
    default: return nil
    }
    (self.entry, self.user) = (entry.index, content.actor)
    (self.subject, self.on) = (subject, on)
  }
}
