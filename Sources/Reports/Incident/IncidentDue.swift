internal import People
internal import Rules

/// A clock of the assessment as a row.
struct IncidentDue {
  let clock: IncidentClock

  static let columns: [ReportColumn] = [
    ReportColumn("clock", "すること", "To do"), ReportColumn("day_one", "1日目", "Day one"),
    ReportColumn("days", "日数", "Days", isNumber: true), ReportColumn("counted", "数えた末日", "Counted"),
    ReportColumn("due", "期限", "Due"), ReportColumn("why", "理由", "Why"), .article,
  ]

  var cells: [ReportCell] {
    [
      .word(id: clock.kind.rawValue, words), .text(clock.dayOne.isoText), .count(clock.days),
      .text(clock.counted.isoText), .text(clock.due.isoText), clock.reason.cell,
      .list(clock.reason.articles.map(ReportCell.text)),
    ]
  }

  private var words: Words {
    switch clock.kind {
    case .tellEmployer: Words("委託元への通知", "tell the employer")
    case .firstReport: Words("速報", "first report")
    case .finalReport: Words("確報", "final report")
    }
  }
}

extension IncidentReason {
  /// The reason by its id, in words for people.
  var cell: ReportCell { .word(id: id, Words(ja, en)) }
}
