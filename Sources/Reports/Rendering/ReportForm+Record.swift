public import Auditing

extension ReportForm {
  /// The form of the report of an entry; nil for one that this program does not know.
  public init?(_ record: ReportRecord) {
    guard let kind = Kind(rawValue: record.form),
      let language = ReportLanguage(rawValue: record.language)
    else { return nil }
    self.init(kind, language)
  }
}
