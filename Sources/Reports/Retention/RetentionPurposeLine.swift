public import People
public import Rules

/// One number that is kept for one purpose.
public struct RetentionPurposeLine: Hashable, Sendable {
  /// The person's code.
  public let person: PersonCode
  /// The version of the number.
  public let version: Int
  /// The purpose, its documents and its days.
  public let retention: PurposeRetention
  /// Where it stands.
  public let status: RetentionStatus
  /// The entry that pins the person's row.
  public let pin: Int
}

extension RetentionPurposeLine {
  static let columns: [ReportColumn] = [
    .person, .version, .purpose, ReportColumn("last_day", "保存の末日", "Last day"),
    ReportColumn("erase_from", "廃棄できる日", "Erase from"),
    ReportColumn("overdue_from", "違法な保管となる日", "Unlawful from"),
    ReportColumn("basis", "起算の根拠", "Basis"),
    ReportColumn("document", "末日を決める書類", "Deciding document"), .article, .entries,
  ]

  func cells(_ names: ReportNames) -> [ReportCell] {
    let deciding = deciding
    return [
      .text(person.text), .count(version), names.purpose(retention.purpose.rawValue),
      .optional(retention.lastDay?.isoText), .optional(retention.erasure?.isoText),
      .optional(retention.overdueFrom?.isoText), deciding.first?.basis?.cell ?? .empty,
      .list(deciding.map { .word(id: $0.document, Words($0.ja, $0.en)) }),
      .list(deciding.flatMap(\.citations).map { .text($0.description) }),
      .entries(EntryRanges([pin])),
    ]
  }

  /// The documents that keep the number longest, the firmest known first.
  private var deciding: [Holding] {
    retention.documents.filter { $0.lastDay != nil && $0.lastDay == retention.lastDay }
      .sorted { a, b in a.basis.flatMap { a in b.basis.map { a < $0 } } ?? false }
  }
}
