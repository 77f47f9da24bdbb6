public import People

/// That a user can open what is sealed for a purpose, or in a compartment, today.
public struct KeyAccess: Hashable, Sendable {
  /// The user's id, or `recovery`.
  public let user: String
  /// The purpose id, or `roster` or `evidence`.
  public let key: String
  /// True for a key that opens numbers; false for a compartment, which holds none.
  public let opensNumbers: Bool
  /// The generations held.
  public let generations: [Int]
  /// The day (in Japan) of the first of the grants.
  public let since: CalendarDate
  /// Who granted them, in the order of the log.
  public let grantedBy: [String]
  /// The last day on which the user may act.
  public let until: CalendarDate?
  /// The granting entries.
  public let entries: EntryRanges
}

extension KeyAccess {
  static let columns: [ReportColumn] = [
    .user, ReportColumn("key", "利用目的・区画", "Purpose or compartment"),
    ReportColumn("opens", "読めるもの", "Opens"), ReportColumn("generations", "鍵の世代", "Generations"),
    ReportColumn("since", "開始日", "Since"), ReportColumn("granted_by", "付与者", "Granted by"),
    ReportColumn("until", "期限", "Until"), .entries,
  ]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [
      names.user(user), names.purpose(key),
      opensNumbers
        ? .word(id: "numbers", Words("個人番号", "numbers"))
        : .word(id: "records", Words("番号以外", "no numbers")),
      .list(generations.map(ReportCell.count)), .text(since.isoText),
      .list(grantedBy.map(names.user)), .optional(until?.isoText), .entries(entries),
    ]
  }
}
