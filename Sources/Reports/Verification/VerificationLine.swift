public import People
public import Rules

/// A person whose verification is not simply done.
public struct VerificationLine: Hashable, Sendable {
  /// The person's code.
  public let person: PersonCode
  /// What the person is to the employer.
  public let kind: PersonKind
  /// Where the verification stands.
  public let standing: VerificationStanding
  /// Why there is no number, or by which rule what is proved was proved.
  public let reason: String?
  /// The day of the verification, the claim, the attestation or the consent.
  public let date: CalendarDate?
  /// What is known of the evidence.
  public let evidence: VerificationFinding
  /// What is missing, with its articles; of a family member whom the employee verifies, for
  /// category 3.
  public let missing: [IdentityGap]
  /// The entry that pins the person's row.
  public let pin: Int
}

extension VerificationLine {
  static let columns: [ReportColumn] = [
    ReportColumn("person", "対象者", "Person"), ReportColumn("kind", "区分", "Kind"),
    ReportColumn("standing", "状態", "Standing"), ReportColumn("reason", "理由・規則", "Reason or rule"),
    ReportColumn("date", "日付", "Date"), ReportColumn("evidence", "確認の記録", "Evidence"),
    ReportColumn("missing", "不足", "Missing"), .article, ReportColumn("ask", "求めるもの", "Ask for"),
    .entries,
  ]

  func cells(
    _ rules: IdentityRules, _ names: ReportNames, _ translation: (String) -> String?
  ) -> [ReportCell] {
    [
      .text(person.text), .word(kind), standing.cell, reasonCell(names), .optional(date?.isoText),
      evidence.cell, .list(missing.map { $0.cell(rules, translation) }),
      .list(IdentityRules.citations(of: missing).map { .text($0.description) }),
      .list(asks(rules)), .entries(EntryRanges([pin])),
    ]
  }

  private func reasonCell(_ names: ReportNames) -> ReportCell {
    guard let reason else { return .empty }
    guard standing == .withoutNumber else { return names.rules(reason) }
    return NoNumberReason(label: reason).map { .word($0) } ?? .text(reason)
  }

  private func asks(_ rules: IdentityRules) -> [ReportCell] {
    var asks: [ReportCell] = []
    for gap in missing {
      guard let words = gap.shortfall.ask(under: rules) else { continue }
      let cell = ReportCell.word(id: words.en, words)
      if !asks.contains(cell) { asks.append(cell) }
    }
    return asks
  }
}

extension IdentityGap {
  /// The shortfall by its id, with what it is about.
  fileprivate func cell(
    _ rules: IdentityRules, _ translation: (String) -> String?
  ) -> ReportCell {
    let detail = shortfall.document ?? shortfall.fact?.rawValue
    let id = shortfall.id + (detail.map { " \($0)" } ?? "")
    return .word(id: id, shortfall.words(under: rules, translation))
  }
}
