/// The language in which a report is shown to people; its data are the same in both.
public enum ReportLanguage: String, Hashable, Sendable, CaseIterable {
  case japanese = "ja"
  case english = "en"
}

extension ReportLanguage {
  /// What an action of the log is called; nil for one that this program does not know.
  public func name(ofAction id: String) -> String? { LogAction.words[id]?.text(self) }
}
