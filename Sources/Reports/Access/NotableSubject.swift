internal import People

/// A fact to look at: of which kind, whose, on which day.
public struct NotableSubject: Hashable, Sendable {
  public let kind: NotableKind
  /// The user's id.
  public let user: String
  /// The day in Japan, ISO: of a file the last on which it might stand.
  public let day: String
  /// The purpose, where the fact is about one.
  public let purpose: String?
}

extension NotableSubject: TableSubject {
  static let columns: [ReportColumn] = [
    ReportColumn("fact", "事実", "Fact"), ReportColumn("day", "日", "Day"), .user, .purpose,
  ]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [.word(id: kind.rawValue, kind.words), .text(day), names.user(user), names.purpose(purpose)]
  }
}
