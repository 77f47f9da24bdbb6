public import People
public import Rules

/// One document for which a person's number is kept.
public struct RetentionLine: Hashable, Sendable {
  /// The person's code.
  public let person: PersonCode
  /// The version of the number.
  public let version: Int
  /// The document, its last day and its articles.
  public let holding: Holding
  /// The first day on which the number is held unlawfully for the purpose.
  public let overdueFrom: CalendarDate?
  /// Where it stands.
  public let status: RetentionStatus
  /// The entry that pins the person's row.
  public let pin: Int
}

extension RetentionLine {
  static let columns: [ReportColumn] = [
    .person, .version, .purpose, ReportColumn("document", "書類", "Document"),
    ReportColumn("last_day", "保存の末日", "Last day"), ReportColumn("status", "状態", "Status"),
    ReportColumn("basis", "起算の根拠", "Basis"), ReportColumn("period", "期間の定め", "Period set by"),
    ReportColumn("overdue_from", "遅れとなる日", "Overdue from"), .article, .entries,
  ]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [
      .text(person.text), .count(version), names.purpose(holding.purpose.rawValue),
      .word(id: holding.document, Words(holding.ja, holding.en)),
      .optional(holding.lastDay?.isoText), status.cell, holding.basis?.cell ?? .empty,
      holding.employersChoice
        ? .word(id: "employer", Words("事業者の定め", "the employer"))
        : .word(id: "statute", Words("法令", "statute")),
      .optional(overdueFrom?.isoText),
      .list(holding.citations.map { .text($0.description) }), .entries(EntryRanges([pin])),
    ]
  }
}

extension Holding.Basis {
  var cell: ReportCell {
    switch self {
    case .recorded: .word(id: rawValue, Words("記録", "recorded"))
    case .derived: .word(id: rawValue, Words("導出", "derived"))
    case .presumed: .word(id: rawValue, Words("推定", "presumed"))
    }
  }
}
