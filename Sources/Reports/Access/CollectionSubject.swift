public import Auditing

/// What changed about the people in the vault: imports, declarations, verification, events.
public struct CollectionSubject: Hashable, Sendable {
  /// The action as the log names it, or `declaration` for the purposes declared.
  public let action: String
  /// True for entries of a batch: the count is what they say; else one entry a person.
  public let isBatch: Bool
  /// The purpose; nil where none is named.
  public let purpose: String?
  /// How it ended.
  public let outcome: Outcome
}

extension CollectionSubject: TableSubject {
  static let columns: [ReportColumn] = [
    .action, ReportColumn("scope", "単位", "By"), .purpose, .outcome,
  ]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [
      LogAction.cell(action),
      isBatch
        ? .word(id: "batch", Words("一括", "batch")) : .word(id: "person", Words("人", "person")),
      names.purpose(purpose), outcome.cell,
    ]
  }
}
