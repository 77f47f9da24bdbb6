public import Auditing

/// A kind of entry: every entry shown is counted in exactly one.
public struct EntryKind: Hashable, Sendable {
  /// The action as the log names it.
  public let action: String
  /// How it ended.
  public let outcome: Outcome
  /// False for an action that this program does not know.
  public var isKnown: Bool { LogAction.words[action] != nil }
}

extension EntryKind: TableSubject {
  static let columns: [ReportColumn] = [
    .action, .outcome, ReportColumn("unknown", "備考", "Note"),
  ]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [
      LogAction.cell(action), outcome.cell,
      isKnown ? .empty : .word(id: "unknown", Words("この版が知らない操作", "unknown to this program")),
    ]
  }
}
