public import People

/// What one party has to do, and until when.
public struct IncidentDuty: Hashable, Sendable {
  public let party: IncidentParty
  /// Its day one: the day on which it knew of the incident.
  public let knownOn: CalendarDate
  /// Why it need not report itself; nil where nothing frees it.
  public let exemption: IncidentReason?
  /// The items that apply, each with the day on which the party knew that.
  public let findings: [IncidentFinding]
  /// Empty where nothing is to be reported.
  public let clocks: [IncidentClock]

  /// Whether it reports to the Commission and notifies the people.
  public var mustReport: Bool { !findings.isEmpty && exemption == nil }

  /// The clock of a kind.
  public func clock(_ kind: IncidentClock.Kind) -> IncidentClock? {
    clocks.first { $0.kind == kind }
  }

  /// The duty to notify the people (本人への通知): promptly, as the situation is.
  static let notice = IncidentReason(
    "notice", "本人に、状況に応じて速やかに通知する。困難なら公表や問合せ窓口などの代替措置",
    "notify the people promptly as the situation is; where hard, publish or open an inquiry desk",
    IncidentLaw.notice, IncidentLaw.rule + "5条", "番号法ガイドライン別添2-4")
}
