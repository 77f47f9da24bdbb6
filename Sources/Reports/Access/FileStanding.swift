public import Auditing
internal import People

/// A file with numbers that stands on the day of the report: not destroyed, not come back.
public struct FileStanding: Hashable, Sendable {
  /// The register's line.
  public let record: ExportRecord
  /// Whether it should be gone, or back, by now.
  public let isOverdue: Bool
}

extension FileStanding {
  static let columns: [ReportColumn] = [
    ReportColumn("id", "出力記録", "Register id"), ReportColumn("made", "作成日", "Made"), .user, .form,
    .recipient, ReportColumn("people", "人数", "People"), ReportColumn("numbers", "番号", "Numbers"),
    ReportColumn("accepted", "受付番号", "Accepted"), ReportColumn("due", "廃棄・返却期限", "Due"),
    ReportColumn("standing", "状態", "Standing"), .entries,
  ]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [
      .text(record.id), .text(record.time.japanDate.isoText), names.user(record.user),
      .list(record.forms.map(names.form)), names.recipient(record.recipient),
      .count(record.people), record.numbers.map(ReportCell.count) ?? .empty,
      .list(record.acceptances.map { .text($0.number) }), .optional(record.due?.isoText), standing,
      .entries(EntryRanges([record.entry])),
    ]
  }

  private var standing: ReportCell {
    if isOverdue { return .word(id: "overdue", Words("期限超過", "overdue")) }
    return switch record.state {
    case .begun: .word(id: "begun", Words("作成中断", "begun, not finished"))
    case .disposing: .word(id: "disposing", Words("廃棄中断", "disposal interrupted"))
    default: .word(id: "standing", Words("保管中", "standing"))
    }
  }
}
