/// In which form a report is written, and for what people read in which language.
public struct ReportForm: Hashable, Sendable {
  /// The kind of file.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case text, json, csv, html

    /// The form that a file begins as; anything at all may be a text.
    init(beginningOf file: [UInt8]) {
      let beginnings: [(Kind, String)] = [
        (.json, "{"), (.html, "<!DOCTYPE html>"), (.csv, "section,item,"),
      ]
      self = beginnings.first { file.starts(with: $0.1.utf8) }?.0 ?? .text
    }
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
