/// The language in which a report is shown to people; its data are the same in both.
public enum ReportLanguage: String, Hashable, Sendable, CaseIterable {
  case japanese = "ja"
  case english = "en"
}
