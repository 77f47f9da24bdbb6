/// In which form a report is written, and for what people read in which language.
public struct ReportForm: Hashable, Sendable {
  /// The kind of file.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case text, json, csv, html
  }

  /// The kind of file.
  public let kind: Kind
  /// The language of text and HTML; JSON and CSV have identifiers, the same in both.
  public let language: ReportLanguage

  /// Describes a form.
  public init(_ kind: Kind, _ language: ReportLanguage) {
    self.kind = kind
    self.language = language
  }
}
