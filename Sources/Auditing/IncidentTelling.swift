internal import JSON
public import People

/// That an incident was reported to the Commission, or the people were told (番号法29条の4).
public struct IncidentTelling: Hashable, Sendable {
  /// The action of the entries.
  public static let action = "incident-reported"

  /// What was done.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The first report (速報, 規則3条1項).
    case firstReport = "first-report"
    /// The final report (確報, 規則3条2項).
    case finalReport = "final-report"
    /// The people were told, or what stands in its place was done (本人への通知, 規則5条).
    case notice
  }

  /// The index of the entry.
  public let entry: Int
  public let kind: Kind
  public let on: CalendarDate

  /// Reads an entry; nil for one that does not say what it must.
  init?(_ entry: Entry) {
    let content = entry.content
    guard content.action == Self.action, content.outcome == .done,
      let kind = content.text("kind").flatMap(Kind.init), let on = content.date("on")
    else { return nil }
    (self.entry, self.kind, self.on) = (entry.index, kind, on)
  }
}
