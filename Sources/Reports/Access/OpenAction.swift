public import Auditing
internal import People

/// What a review found is to be done, and is not yet.
public struct OpenAction: Hashable, Sendable {
  /// The review.
  public let review: ReviewRecord
  /// Whether it should have been done by now.
  public let isOverdue: Bool
}

extension OpenAction {
  static let columns: [ReportColumn] = [
    ReportColumn("signed", "点検日", "Signed"), .user, ReportColumn("action", "是正すること", "To be done"),
    ReportColumn("due", "期限", "Due"), ReportColumn("standing", "状態", "Standing"), .entries,
  ]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [
      .text(review.time.japanDate.isoText), names.user(review.user), .optional(review.action),
      .optional(review.due?.isoText),
      isOverdue
        ? .word(id: "overdue", Words("期限超過", "overdue")) : .word(id: "open", Words("未了", "open")),
      .entries(EntryRanges([review.entry])),
    ]
  }
}
