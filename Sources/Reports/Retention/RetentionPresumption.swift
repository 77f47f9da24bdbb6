public import People
public import Rules

/// A document whose period runs from a presumption, which somebody should confirm.
public struct RetentionPresumption: Hashable, Sendable {
  /// The person's code.
  public let person: PersonCode
  /// The version of the number.
  public let version: Int
  /// The document and the day presumed.
  public let holding: Holding
}

extension RetentionPresumption {
  static let columns: [ReportColumn] = [
    .person, .version, .purpose, ReportColumn("document", "書類", "Document"),
    ReportColumn("presumed", "推定した起算", "Presumed start"),
    ReportColumn("last_day", "保存の末日", "Last day"),
    ReportColumn("confirm", "確認して記録する出来事", "Event that confirms it"),
  ]

  func cells(_ names: ReportNames) -> [ReportCell] {
    [
      .text(person.text), .count(version), names.purpose(holding.purpose.rawValue),
      .word(id: holding.document, Words(holding.ja, holding.en)),
      .optional(holding.completedOn?.isoText ?? holding.year.map { "\($0)" }),
      .optional(holding.lastDay?.isoText),
      .word(id: event.english, Words(event.japanese, event.english)),
    ]
  }

  /// The event by which it would be known.
  public var event: LifeEventKind { holding.completedOn == nil ? .paid : .matterCompleted }
}
