internal import JSON
public import People

/// That papers, media or a file outside the vault were destroyed (削除・廃棄の記録).
///
/// Source: guideline for businesses (番号法ガイドライン), annex 1, C-b and E-d: a record, by means that
/// cannot be undone, with a certificate where a contractor did it.
public struct HandlingDestruction: Hashable, Sendable {
  /// How it was destroyed, by the guideline's examples.
  public enum Means: String, CaseIterable, Hashable, Sendable {
    case shredded, incinerated, dissolved
    /// The numbers were made unreadable, the rest is kept.
    case masked
    /// Data were erased by a tool that leaves nothing to restore.
    case erased
    /// A device or medium was broken.
    case broken
  }

  /// The index of the entry.
  public let entry: Int
  /// When it was recorded.
  public let time: Timestamp
  /// The id of the user who recorded it.
  public let user: String
  public let on: CalendarDate
  public let means: Means
  /// Who did it: a department or a post.
  public let by: String
  /// What was destroyed; nil for the whole of a registered file.
  public let what: String?
  /// The entry of the registered file of which it was a part, or the whole.
  public let file: Int?
  /// Whether nothing of the file is left.
  public let isWhole: Bool
  /// The contractor who did it.
  public let contractor: String?
  /// The day of the contractor's certificate, and the entry that says that it came later.
  public internal(set) var certificateOn: CalendarDate?
  public internal(set) var certifiedBy: Int?

  /// Whether a contractor did it and no certificate is recorded.
  public var lacksCertificate: Bool { contractor != nil && certificateOn == nil }
}

extension HandlingDestruction {
  /// Reads an entry; nil for one that does not say what the record must.
  init?(_ entry: Entry) {
    let content = entry.content
    guard let on = content.date("on"), let by = content.free("by"),
      let means = content.text("means").flatMap(Means.init),
      let contractor = content.ifAny("contractor", content.free),
      let certificate = content.ifAny("certificate_on", content.date),
      let file = content.ifAny("file", content.integer)
    else { return nil }
    let isWhole = content.detail["whole"] == .bool(true)
    guard isWhole ? file != nil : content.reason != nil else { return nil }
    (self.entry, time, user) = (entry.index, entry.time, content.actor)
    (self.on, self.by, self.means) = (on, by, means)
    what = content.reason
    (self.file, self.isWhole) = (file, isWhole)
    (self.contractor, certificateOn) = (contractor, certificate)
  }
}
