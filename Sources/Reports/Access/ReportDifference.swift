internal import Auditing
internal import Text

/// The first place in which a report is not what its log gives.
public struct ReportDifference: Hashable, Sendable {
  /// The section, row and member, or the line; `records` for what is made of the vault's records.
  public let place: String
  /// What the log gives there; nil for nothing.
  public let log: String?
  /// What the report says there; nil for nothing.
  public let report: String?

  init(place: String, log: String?, report: String?) {
    self.place = place
    self.log = log.map(Self.shown)
    self.report = report.map(Self.shown)
  }

  /// Whoever edited a report can have written anything: nothing steers a terminal, no number shows.
  private static func shown(_ text: String) -> String {
    let visible = DisplayWidth.visible(String(text.prefix(120)))
    return (try? FreeText(visible).text) ?? "…"
  }
}
