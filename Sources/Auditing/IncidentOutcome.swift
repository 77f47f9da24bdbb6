public import JSON
public import People
public import Rules

/// What an assessment of an incident came to: whether it is reported, and until when.
public struct IncidentOutcome: Hashable, Sendable {
  public let verdict: IncidentVerdict
  /// The last day of the guide for the first report (速報), where it is reported, or would be were the
  /// keys not safe.
  public let firstReport: CalendarDate?
  /// The last day for the final report (確報), likewise.
  public let finalReport: CalendarDate?

  public init(
    _ verdict: IncidentVerdict, firstReport: CalendarDate? = nil, finalReport: CalendarDate? = nil
  ) {
    (self.verdict, self.firstReport, self.finalReport) = (verdict, firstReport, finalReport)
  }

  /// The members of an entry's detail.
  public var detail: [String: CanonicalValue] {
    let members: [String: CanonicalValue?] = [
      "reportable": .string(verdict.rawValue),
      "first_report": (firstReport?.isoText).map(CanonicalValue.string),
      "final_report": (finalReport?.isoText).map(CanonicalValue.string),
    ]
    return members.compactMapValues { $0 }
  }

  /// Reads an entry; nil for one that does not say what came of it, or of a duty not until when.
  init?(_ content: EntryContent) {
    guard let verdict = content.text("reportable").flatMap(IncidentVerdict.init) else {
      return nil
    }
    self.init(
      verdict, firstReport: content.date("first_report"),
      finalReport: content.date("final_report"))
    guard verdict != .required || (firstReport != nil && finalReport != nil) else { return nil }
  }
}
