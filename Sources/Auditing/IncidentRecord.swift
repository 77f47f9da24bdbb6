internal import JSON
public import People
public import Rules

/// An incident as it was opened: what was known of it on that day, by the signed entry.
public struct IncidentRecord: Hashable, Sendable {
  /// The action of the entry that opens one.
  public static let action = "incident-open"

  /// The index of the entry, by which the incident is named.
  public let entry: Int
  /// When it was opened.
  public let time: Timestamp
  /// The user's id.
  public let user: String
  /// The day on which any department knew (番号法29条の4).
  public let knownOn: CalendarDate
  /// The day on which it happened, if that is known.
  public let occurredOn: CalendarDate?
  public let harms: CaseSet<IncidentHarm>
  public let cause: IncidentCause
  /// The most people it can concern, as known on that day.
  public let people: Int?
  /// Who found out, in the user's words.
  public let foundBy: String?
  /// What happened, in the user's words.
  public let what: String

  /// Reads an entry; nil for one of another kind, or one that does not say what an opening must.
  public init?(_ entry: Entry) {
    let content = entry.content
    guard content.action == Self.action, content.outcome == .done,
      let knownOn = content.date("known_on"), let what = content.reason,
      let cause = content.text("cause").flatMap(IncidentCause.init),
      case .array(let words)? = content.detail["harms"]
    else { return nil }
    guard let harms = Self.harms(words), !harms.isEmpty else { return nil }
    (self.entry, time, user) = (entry.index, entry.time, content.actor)
    self.knownOn = knownOn
    occurredOn = content.date("occurred_on")
    self.harms = harms
    self.cause = cause
    foundBy = content.text("found_by")
    people = content.integer("people").flatMap { $0 > 0 ? $0 : nil }
    self.what = what
  }

  /// Reads an array of harms; nil for one with anything else in it.
  static func harms(_ words: [CanonicalValue]) -> CaseSet<IncidentHarm>? {
    let harms = words.compactMap { word -> IncidentHarm? in
      guard case .string(let text) = word else { return nil }
      return IncidentHarm(rawValue: text)
    }
    return harms.count == words.count ? CaseSet(harms) : nil
  }
}
