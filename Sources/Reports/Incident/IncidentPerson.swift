/// A person whose number went out or may have: the code only.
public struct IncidentPerson: Hashable, Sendable {
  public let code: String
  /// Purposes for which the number could be or was used.
  public let purposes: [String]
  /// The form copies for which it was read.
  public let forms: [String]
  /// The entries that say so.
  public let entries: EntryRanges
}

extension IncidentPerson {
  static let columns: [ReportColumn] = [
    .person, ReportColumn("purposes", "利用目的", "Purposes"),
    ReportColumn("forms", "書類", "Form copies"),
    .entries,
  ]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [
      .text(code), .list(purposes.map(names.purpose)), .list(forms.map(names.form)),
      .entries(entries),
    ]
  }
}
